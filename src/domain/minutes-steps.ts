import { err, ok, type Result } from '../result';
import { type Case } from './case';
import { holdsNumber } from './check-referral';
import { endedElsewhere } from './closed-item';
import { type CaseCode } from './code';
import { isDisqualified } from './disqualification';
import { LONGEST_TEXT } from './draft';
import { type PersonId } from './ids';
import { type EndedMeeting, type Meeting } from './meeting';
import { type MinutedItem, type Minutes } from './minutes';
import { type Errand } from './outbox';
import { type Refusal, WRONG_STATE } from './refusal';
import { type Instant } from './time';

/** What was put to approved minutes afterwards; it stays as it is. */
export type Addendum = {
  readonly text: string;
  readonly by: PersonId;
  /** As they were called then. */
  readonly name: string;
  readonly at: Instant;
};
export type AddendumProblem = 'missing' | 'too-long' | 'holds-number';

export const addendumProblem = (text: string): AddendumProblem | undefined => {
  if (text === '') return 'missing';
  if (text.length > LONGEST_TEXT) return 'too-long';
  return holdsNumber(text) ? 'holds-number' : undefined;
};

export type ApprovedMeeting = EndedMeeting & Required<Pick<EndedMeeting, 'approved'>>;

/** Approved once; what was never decided stays so, and needs no decision for that. */
export const approveMinutes = (
  meeting: Meeting,
  approved: ApprovedMeeting['approved'],
): Result<ApprovedMeeting, Refusal> =>
  meeting.state === 'ended' && meeting.approved === undefined
    ? ok({ ...meeting, approved })
    : err(WRONG_STATE);

export const isApproved = (meeting: Meeting): meeting is ApprovedMeeting =>
  meeting.state === 'ended' && meeting.approved !== undefined;

/** Only what is locked gets addenda: until then the minutes themselves follow what is recorded. */
export const mayAdd = (meeting: Meeting, text: string): Result<ApprovedMeeting, Refusal> =>
  isApproved(meeting) && addendumProblem(text) === undefined ? ok(meeting) : err(WRONG_STATE);

/** When the meeting is over its minutes wait for who led it. */
export const minutesAwait = ({ id, chair }: Pick<Meeting, 'id' | 'chair'>): Errand => ({
  kind: 'meeting-notice',
  to: chair,
  meetingId: id,
  about: 'approve-minutes',
});

/** An item of which no more is said than that it is not available any more. */
export type GoneItem = { readonly number: number; readonly code: CaseCode; readonly gone: true };
export type ShownItem = MinutedItem | GoneItem;
/** The minutes as one reader gets them. */
export type ShownMinutes = Omit<Minutes, 'items'> & {
  readonly items: readonly ShownItem[];
  /** Some items are not for this reader. */
  readonly partial: boolean;
};

export const isGone = (item: ShownItem): item is GoneItem => 'gone' in item;

const shownItem = (item: MinutedItem, kase: Case | undefined): ShownItem =>
  kase === undefined || endedElsewhere(item, kase)
    ? { number: item.number, code: item.code, gone: true }
    : item;

/**
 * What a reader sees of them today: nothing of an item they are disqualified on, and of a case whose work has stopped
 * since no more than that. The stored minutes hold all of it as it was decided in the meeting, for that is what the
 * archive keeps; how a case ended is in neither.
 */
export const shownTo = (
  { items, ...minutes }: Minutes,
  reader: PersonId,
  caseOf: (id: MinutedItem['caseId']) => Case | undefined,
): ShownMinutes => {
  const theirs = items.filter(({ caseId }) => {
    const kase = caseOf(caseId);
    return kase === undefined || !isDisqualified(kase, reader);
  });
  return {
    ...minutes,
    items: theirs.map(item => shownItem(item, caseOf(item.caseId))),
    partial: theirs.length < items.length,
  };
};
