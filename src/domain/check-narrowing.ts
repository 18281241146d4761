import { err, ok, type Result } from '../result';
import { type Consent, type Grant } from './consent';
import { type ConsentProblem } from './consent-form';
import { narrowingMatrix, readTicks, type Ticks } from './consent-matrix';
import { consentStatus, type Consented } from './consent-status';
import { isLocalDate, type LocalDate } from './time';

/** What is left, and until when. */
export type Narrowed = Pick<Consent, 'scope' | 'grants' | 'until'>;
export type NarrowingValues = {
  /** As typed; not asked of a consent that has run out. */
  readonly until?: string;
  readonly ticks: Ticks;
};

type Until = Result<LocalDate, ConsentProblem>;
const untilIn = ({ until = '' }: NarrowingValues, kase: Consented, today: LocalDate): Until => {
  const now = kase.consent.until;
  if (consentStatus(kase, today) === 'expired') return ok(now);
  const refused = (problem: 'not-a-date' | 'later-than-now' | 'ends-before-today'): Until =>
    err({ field: 'until', problem });
  const day = until.trim();
  if (!isLocalDate(day)) return refused('not-a-date');
  if (day > now) return refused('later-than-now');
  return day < today ? refused('ends-before-today') : ok(day);
};

const isSame = (one: readonly Grant[], other: readonly Grant[]): boolean => one.length === other.length;

/** Ticks as they stood take nothing away: what the scope opens of what comes later stays, too. */
const waysIn = (
  { ticks }: NarrowingValues,
  kase: Consented,
): Result<Pick<Consent, 'scope' | 'grants'>, ConsentProblem> => {
  const { scope, grants } = kase.consent;
  const matrix = narrowingMatrix(kase, kase.consent);
  const left = readTicks(matrix, ticks);
  if (!left.ok) return err({ field: 'matrix', problem: left.error });
  const open = matrix.flatMap(row => row.open.map(to => ({ group: row.group, from: row.from, to })));
  if (isSame(left.value, open)) return ok({ scope, grants });
  return left.value.length === 0
    ? err({ field: 'matrix', problem: 'opens-nothing' })
    : ok({ scope: 'adjusted', grants: left.value });
};

/**
 * A narrower consent, or what is wrong: it can only take away, and end earlier (domain.md §6). Once something is taken
 * away it opens what is ticked and no more, also of what comes to be held later.
 */
export const checkNarrowing = (
  values: NarrowingValues,
  kase: Consented,
  today: LocalDate,
): Result<Narrowed, readonly ConsentProblem[]> => {
  const [ways, until] = [waysIn(values, kase), untilIn(values, kase, today)];
  if (!ways.ok || !until.ok)
    return err([...(ways.ok ? [] : [ways.error]), ...(until.ok ? [] : [until.error])]);
  const isNarrower = ways.value.grants !== kase.consent.grants || until.value < kase.consent.until;
  return isNarrower
    ? ok({ ...ways.value, until: until.value })
    : err([{ field: 'matrix', problem: 'nothing-taken-away' }]);
};
