import { type Instant } from '../domain/time';
import { type Within } from '../use-cases/ports/common';
import { type Messenger } from '../use-cases/ports/messenger';
import { type Traced } from '../use-cases/ports/tracing';
import { type World } from '../use-cases/world';
import { type Meters } from './meters';
import { type Pacer } from './pacing';
import { type Settings } from './settings';

/** Ids and names of kinds only: never a text, a name or what a port said. */
type Log = (event: string, fields: Readonly<Record<string, string | number>>) => void;

export type Ports = Pick<
  World,
  | 'cases'
  | 'people'
  | 'meetings'
  | 'gaps'
  | 'outbox'
  | 'channel'
  | 'pointers'
  | 'auditLog'
  | 'calendar'
  | 'derive'
  | 'programme'
>;

/** What is outside: the stores, the way to Teams, and the machine's clock and chance. */
export type Outside = {
  readonly world: Ports;
  readonly messenger: Messenger;
  /** Anchors every chain of the audit that grew since the last anchor; answers how many those were. */
  readonly makeAnchor: (now: Instant, within: Within) => Promise<number>;
  /** Names this replica in the lease. */
  readonly holder: string;
  /** Milliseconds that never jump; only differences mean anything. */
  readonly mono: () => number;
  /** A number in [0, 1), for jitter. */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Aborts after so many milliseconds: whatever is asked of a port ends within them. */
  readonly timeout: (ms: number) => Within;
  readonly log: Log;
  /** Nothing is counted without. */
  readonly meters?: Meters;
  /** Nobody is told of sends without. */
  readonly traced?: Traced;
};

export type Anchorer = {
  /** Makes an anchor when the interval has passed since the last try. Never rejects. */
  readonly whenDue: (now: Instant) => Promise<void>;
  /** Makes one in any case: the last before the program ends. Never rejects. */
  readonly atTheEnd: (now: Instant) => Promise<void>;
};

export type StatuteWatch = {
  /** Looks once a day, whoever asks. */
  readonly look: (now: Instant) => void;
};

export type Deps = Outside & {
  readonly meters: Meters;
  readonly traced: Traced;
  readonly settings: Settings;
  readonly pacer: Pacer;
  readonly anchorer: Anchorer;
  readonly statutes: StatuteWatch;
};

/** What a fault may say in a log: the name of its kind. */
export const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : typeof fault);
