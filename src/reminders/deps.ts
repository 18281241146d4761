import { type Messenger } from '../use-cases/ports/messenger';
import { type World } from '../use-cases/world';
import { type Pacer } from './pacing';
import { type Settings } from './settings';

/** Ids and names of kinds only: never a text, a name or what a port said. */
type Log = (event: string, fields: Readonly<Record<string, string | number>>) => void;

export type Ports = Pick<
  World,
  'cases' | 'people' | 'meetings' | 'outbox' | 'channel' | 'pointers' | 'calendar' | 'derive'
>;

/** What is outside: the stores, the way to Teams, and the machine's clock and chance. */
export type Outside = {
  readonly world: Ports;
  readonly messenger: Messenger;
  /** Names this replica in the lease. */
  readonly holder: string;
  /** Milliseconds that never jump; only differences mean anything. */
  readonly mono: () => number;
  /** A number in [0, 1), for jitter. */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
};

export type Deps = Outside & { readonly settings: Settings; readonly pacer: Pacer };

/** What a fault may say in a log: the name of its kind. */
export const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : typeof fault);
