import { err, ok, type Result } from '../result';
import { type Case, isEnded } from './case';
import { holdsNumber } from './check-referral';
import { type Archived, type EndedMeeting, type Meeting } from './meeting';
import { type ApprovedMeeting, isApproved } from './minutes-steps';
import { type Refusal, WRONG_STATE } from './refusal';
import { type Sharing } from './sharing';
import { type Calendar, type Instant, type LocalDate, plusWorkingDays } from './time';

/** What the archive's own system calls what it was given; nothing of it may be about a person. */
const SHORTEST_REF = 3;
export const LONGEST_REF = 80;
const REF = /^[\p{L}\d/._ -]+$/u;

export type RefProblem = 'too-short' | 'too-long' | 'not-allowed' | 'holds-number';

/** The reference as it is kept, without spaces around it. */
export const checkRef = (typed: string): Result<string, RefProblem> => {
  const ref = typed.trim();
  if (ref.length < SHORTEST_REF) return err('too-short');
  if (ref.length > LONGEST_REF) return err('too-long');
  if (holdsNumber(ref)) return err('holds-number');
  return REF.test(ref) ? ok(ref) : err('not-allowed');
};

const EXPORT_FIRST: Refusal = { kind: 'export-first' };

const latest = (first: Instant, ...others: readonly (Instant | undefined)[]): Instant =>
  others.reduce<Instant>((last, at) => (at !== undefined && at > last ? at : last), first);

const ofSharing = ({ sharedAt, endedAt, review, missedAt }: Sharing): Instant =>
  latest(sharedAt, endedAt, review?.at, missedAt);

/** What lies beside the case and is archived with it: the days and hours it was recorded. */
export type Beside = readonly Instant[];

/**
 * When anything last changed of what the archive is given: the state and with it what was decided, a consent, a sharing
 * and its review. What else was recorded, such as decisions that changed no state, stands in `beside`.
 */
export const archivableSince = (kase: Case, beside: Beside = []): Instant =>
  latest(
    kase.since,
    'consent' in kase ? kase.consent.recordedAt : undefined,
    ...kase.sharings.map(ofSharing),
    ...beside,
  );

/** Whether the archive has been given everything there is to give. */
export const isArchived = (kase: Case): kase is Case & { readonly archived: Archived } =>
  kase.archived !== undefined && kase.archived.at >= archivableSince(kase);

/**
 * Whether somebody may still have something to do in a case, or with it: a no may be taken up again until it is erased,
 * and what has ended is to be archived.
 */
export const isUnfinished = (kase: Case): boolean =>
  !isEnded(kase) || (kase.erasedOn === undefined && (kase.state === 'consent-refused' || !isArchived(kase)));

/** It was given to somebody who archives it. */
export const exported = (kase: Case, at: Instant): Result<Case, Refusal> =>
  kase.erasedOn === undefined ? ok({ ...kase, exportedAt: at }) : err(WRONG_STATE);

/** The reference the archive gave back, for what it was given last; a later one takes the place of a wrong one. */
export const archived = (kase: Case, given: Archived, beside: Beside): Result<Case, Refusal> => {
  if (kase.erasedOn !== undefined) return err(WRONG_STATE);
  const { exportedAt } = kase;
  return exportedAt === undefined || exportedAt < archivableSince(kase, beside)
    ? err(EXPORT_FIRST)
    : ok({ ...kase, archived: given });
};

/** Only minutes that nobody changes any more are archived. */
export const exportedMeeting = (meeting: Meeting, at: Instant): Result<EndedMeeting, Refusal> =>
  isApproved(meeting) ? ok({ ...meeting, exportedAt: at }) : err(WRONG_STATE);

export const archivedMeeting = (
  meeting: Meeting,
  given: Archived,
  beside: Beside = [],
): Result<EndedMeeting, Refusal> => {
  if (!isApproved(meeting)) return err(WRONG_STATE);
  const { exportedAt, approved, addedAt } = meeting;
  return exportedAt === undefined || exportedAt < latest(approved.at, addedAt, ...beside)
    ? err(EXPORT_FIRST)
    : ok({ ...meeting, archived: given });
};

/** How long after the end, or the approval, somebody is reminded of the archive (domain.md §7). */
const WORKING_DAYS = 3;
const remindOn = (at: Instant, calendar: Calendar): LocalDate =>
  plusWorkingDays(calendar.dayOf(at), WORKING_DAYS, calendar);

/** From which day an ended case is to be archived; undefined while it is open, and when the archive has it all. */
export const remindOfCase = (kase: Case, calendar: Calendar): LocalDate | undefined =>
  isEnded(kase) && kase.erasedOn === undefined && !isArchived(kase)
    ? remindOn(archivableSince(kase), calendar)
    : undefined;

/** Minutes that no archive has all of: with no reference, or with something put to them since. */
export const awaitsArchive = (meeting: Meeting): meeting is ApprovedMeeting =>
  isApproved(meeting) &&
  (meeting.archived === undefined || meeting.archived.at < latest(meeting.approved.at, meeting.addedAt));

/** The same of the minutes of a meeting. */
export const remindOfMeeting = (meeting: Meeting, calendar: Calendar): LocalDate | undefined =>
  awaitsArchive(meeting) ? remindOn(latest(meeting.approved.at, meeting.addedAt), calendar) : undefined;
