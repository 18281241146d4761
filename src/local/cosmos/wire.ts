/** What one HTTP request asks for, as the database's user would say it. */
export type WireKind =
  | 'read'
  | 'create'
  | 'replace'
  | 'upsert'
  | 'delete'
  | 'patch'
  | 'batch'
  | 'query'
  | 'query-plan'
  | 'metadata';

export type WireCall = {
  readonly kind: WireKind;
  readonly container?: string;
  /** As in the header: a JSON array. */
  readonly partitionKey?: string;
};

/** Status 0 stands for a socket that was dropped before anything was done. */
export type WireRequest = WireCall & { readonly status: number; readonly charge: number };

/** What a test may let happen to a request. */
export type Fault =
  /** The socket closes and nothing was done. */
  | { readonly kind: 'drop-before' }
  /** The socket closes after everything was done: the caller cannot know. */
  | { readonly kind: 'drop-after' }
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly retryAfterMs?: number;
      readonly substatus?: number;
      /** Everything was done all the same: the answer does not say so. */
      readonly done?: true;
    };

export type FaultHook = (call: WireCall) => Promise<Fault | undefined>;

export type Answer = {
  readonly status: number;
  readonly charge: number;
  /** Becomes JSON; absent for 204 and 304. */
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
};
