import { archivableSince, isArchived } from './archive';
import { type Case, type CaseState, isEnded } from './case';
import { type Calendar, type Instant, type LocalDate, plusDays, plusMonths, type TimeOfDay } from './time';

/** How long the content of a case is kept after its end (domain.md §12, ours); undefined while it is open. */
const KEPT: Readonly<Partial<Record<CaseState, (from: LocalDate) => LocalDate>>> = {
  declined: from => plusDays(from, 30),
  'consent-refused': from => plusDays(from, 30),
  'referral-withdrawn': from => plusDays(from, 30),
  withdrawn: from => plusDays(from, 90),
  concluded: from => plusMonths(from, 12),
};
const MORNING = '08:00' as TimeOfDay;

/**
 * The day on which its content is erased: counted from the day the archive took it, so that nothing goes that is not
 * kept where it must be. Undefined while it is open, before that day is known, and when it is gone already.
 */
export const erasesOn = (kase: Case, calendar: Calendar): LocalDate | undefined => {
  if (!isEnded(kase) || kase.erasedOn !== undefined || !isArchived(kase)) return undefined;
  const since = archivableSince(kase);
  const { at } = kase.archived;
  return KEPT[kase.state]?.(calendar.dayOf(at > since ? at : since));
};

/** Whether the clock has something to erase that day, or to finish erasing. */
export const mustErase = (kase: Case, today: LocalDate, calendar: Calendar): boolean => {
  const day = erasesOn(kase, calendar);
  return kase.erasing === true || (day !== undefined && day <= today);
};

/** When the clock has to erase it, strictly after `after`. */
export const nextErasure = (kase: Case, after: Instant, calendar: Calendar): Instant | undefined => {
  const day = kase.erasing === true ? kase.erasedOn : erasesOn(kase, calendar);
  const at = day && calendar.at(day, MORNING);
  return at !== undefined && at > after ? at : undefined;
};

/** What is left: the code, the states and their dates, and what was done with it as process (domain.md §12). */
export const erased = (kase: Case, erasedOn: LocalDate): Case => {
  const { plan: _, incidents: __, linkedTo: ___, notes: ____, ...rest } = kase;
  return { ...rest, named: false, holdings: [], erasedOn, erasing: true };
};

/** Nothing opens any more, here or in any copy. */
export const withoutKeys = (kase: Case): Case => {
  const { erasing: _, ...rest } = kase;
  return rest;
};
