import { type Marks, type Traced } from '../use-cases/ports/tracing';

/** How a turn ended for whoever is told an outcome: kinds, and the id that a person was shown. */
type Ending = {
  readonly outcome: 'unknown-person' | 'no-verb' | 'seal-broken' | 'too-late' | 'failed';
  readonly correlation?: string;
};
export type Ended = (ending: Ending) => void;

type Turn = {
  readonly kind: 'press' | 'message' | 'arrival' | 'search';
  /** A verb that exists, and otherwise none: what somebody sent in its place may be anything. */
  readonly verb?: string;
  readonly place: string;
};

/** Runs a turn, and tells how long it took and how it ended: answered, unless it says otherwise or throws. */
export type WatchTurn = <T>(turn: Turn, run: (ended: Ended) => Promise<T>) => Promise<T>;

type Watching = {
  readonly traced: Traced;
  readonly count: (ms: number, how: { readonly kind: string; readonly outcome: string }) => void;
  /** Milliseconds that never jump. */
  readonly mono: () => number;
};

export const createWatchTurn =
  ({ traced, count, mono }: Watching): WatchTurn =>
  ({ kind, verb, place }, run) =>
    traced({ name: verb ?? kind, kind: 'turn', marks: { place, ...(verb && { verb }) } }, async mark => {
      const began = mono();
      const how: { outcome: string; marks: Marks } = { outcome: 'failed', marks: {} };
      const ended: Ended = ({ outcome, correlation }) => {
        how.marks = { outcome, ...(correlation && { correlation }) };
      };
      try {
        const answer = await run(ended);
        how.outcome = how.marks.outcome ?? 'answered';
        return answer;
      } finally {
        const { outcome } = how;
        mark({ ...how.marks, outcome });
        count(mono() - began, { kind, outcome });
      }
    });
