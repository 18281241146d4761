import { type Message } from '../../src/use-cases/ports/messenger';
import { type Within } from '../../src/use-cases/ports/common';
import { type Container } from './database';
import { type Random } from './random';
import { type VirtualTime } from './virtual-time';

/** What goes wrong with one request. A reset is noticed at once; what is lost, at the deadline. */
export const FAULTS = [
  'lost',
  'answer-lost',
  'late',
  'reset-before',
  'reset-after',
  'crash-before',
  'crash-after',
  'pause',
  'cut',
] as const;
export type Fault = (typeof FAULTS)[number];

/** One begun send. */
export type Attempt = {
  readonly entry: string;
  readonly replica: string;
  readonly message: Message;
  readonly begun: number;
  /** The number of the last request its replica had made by then. */
  readonly afterRequest: number;
  /** How often it arrived. */
  arrived: number;
  /** Something went wrong between its beginning and the end of its acknowledgement: it is ambiguous. */
  isHit: boolean;
};

/** A process of the program. */
export type Replica = {
  readonly name: string;
  /** Its wall clock is wrong by this; its monotonic clock began at some other number. */
  readonly skewMs: number;
  readonly monoFrom: number;
  alive: boolean;
  pausedUntil: number;
  /** No request gets through until then. */
  cutUntil: number;
  requests: number;
  lastRequest: number;
  /** Its sends that have begun and are not acknowledged, by their entries. */
  readonly attempts: Map<string, Attempt>;
};

/** What goes wrong, by a plan. */
export type Plan = {
  readonly fault: (replica: Replica, name: string) => Fault | undefined;
  /** What Teams answers instead of taking the message. */
  readonly refusal: () => 'throttled' | 'unavailable' | undefined;
};

/** A moment told by the number of a request: nothing happens between two requests that anybody could tell apart. */
type Happening = {
  readonly from: number;
  /** After how many requests it is tried again, when its time had not come. */
  readonly again: number;
  readonly act: () => Promise<boolean>;
};

export type Sim = {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly work: Container;
  readonly ops: Container;
  readonly deadlines: WeakMap<Within, number>;
  readonly replicas: Replica[];
  readonly attempts: Attempt[];
  readonly wrongs: string[];
  readonly happenings: Happening[];
  /** After which request a case was withdrawn. */
  readonly withdrawnFrom: Map<string, number>;
  /** One send follows another: a replica's last request is its last look. */
  readonly isInTurn: boolean;
  readonly trace: (line: string) => void;
  plan: Plan;
  requests: number;
  /** Requests that are still on their way though nobody waits for them. */
  onTheWay: number;
  crashed: (replica: Replica) => void;
};

export const timedOut = (): Error =>
  new DOMException('The operation was aborted due to timeout', 'TimeoutError');
export const reset = (): Error => new TypeError('socket hang up');
