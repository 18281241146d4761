import { type SendFailure } from '../use-cases/ports/messenger';

/** Why a send is tried again: Teams said so, nothing left, or it is not known whether something did. */
type Cause = Extract<SendFailure['kind'], 'throttled' | 'unavailable' | 'ambiguous'>;

/** What is counted of the clock's work: numbers and kinds, never an id or a word. */
export type Meters = {
  /** How long after it was due. */
  readonly sent: (latenessMs: number) => void;
  readonly postponed: (cause: Cause) => void;
  readonly settled: (state: 'dropped' | 'dead' | 'waiting') => void;
};

/** For whoever does not count. */
export const NO_METERS: Meters = {
  sent: () => undefined,
  postponed: () => undefined,
  settled: () => undefined,
};

/** Counts a failure that is no end. */
export const countFailure = ({ postponed }: Meters, { kind }: SendFailure): void => {
  if (kind === 'throttled' || kind === 'unavailable' || kind === 'ambiguous') postponed(kind);
};
