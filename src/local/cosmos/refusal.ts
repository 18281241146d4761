const CODES = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  409: 'Conflict',
  412: 'PreconditionFailed',
  413: 'RequestEntityTooLarge',
} as const;

type RefusedStatus = keyof typeof CODES;

/** A "no" that the wire answers with a status; anything else that is thrown is a fault and becomes 500. */
export type Refusal = Error & {
  readonly status: RefusedStatus;
  readonly code: (typeof CODES)[RefusedStatus];
  readonly substatus: number;
};

export const refusal = (status: RefusedStatus, message: string, substatus = 0): Refusal =>
  Object.assign(new Error(message), { status, code: CODES[status], substatus });

export const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && 'status' in error && 'substatus' in error;

export const badRequest = (message: string): Refusal => refusal(400, message);

/** The one sentence every missing feature gets; `what` names it as the caller would look for it. */
export const unsupported = (what: string): Refusal =>
  badRequest(`Not supported by the embedded Cosmos server: ${what}.`);

export const notFound = (): Refusal =>
  refusal(404, 'Entity with the specified id does not exist in the system.');

export const conflict = (): Refusal =>
  refusal(409, 'Entity with the specified id already exists in the system.');

export const preconditionFailed = (): Refusal =>
  refusal(412, 'Operation cannot be performed because one of the specified precondition is not met.');

export const tooLarge = (what: string): Refusal => refusal(413, `Request size is too large: ${what}.`);
