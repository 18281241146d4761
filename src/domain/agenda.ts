import { type AwaitingConsent, type Active, type Case, type ReadyForReview } from './case';
import { type OffReason } from './by-hand';
import { type CaseCode } from './code';
import { type Decision } from './decision';
import { mayBeDiscussed } from './discussion';
import { type CaseId, dayOfMeeting, type MeetingId, type SeatId } from './ids';
import { type Posted } from './posted';
import { type Calendar, daysBetween, type Instant, type LocalDate, plusDays } from './time';

/** Why a case stands on an agenda; its order is domain.md §7's. */
export const ITEM_KINDS = [
  'overdue-actions',
  'urgent',
  'new-candidate',
  'awaiting-consent',
  'review',
  'other',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** An agenda item: the case's place in one meeting. Process only, so that the channel may show all of it. */
export type AgendaItem = {
  readonly caseId: CaseId;
  readonly code: CaseCode;
  readonly meetingId: MeetingId;
  readonly number: number;
  readonly kind: ItemKind;
  readonly publishedAt: Instant;
  readonly answered: readonly SeatId[];
  /** It came after the agenda was published. */
  readonly late?: true;
  /** Why somebody took it off. */
  readonly offReason?: OffReason;
  readonly decision?: Decision;
  readonly posted?: Posted;
  /** Withdrawn, refused or taken off: the card in the channel says no more than "ikke lenger tilgjengelig". */
  readonly closed: boolean;
};

/** A participant is on the agenda at least this often (domain.md §3, ours). */
const REVIEW_DAYS = 56;

type OnAgenda = ReadyForReview | AwaitingConsent | Active;
export type Entry = { readonly kase: OnAgenda; readonly kind: ItemKind };

/** The day the group last took it up, or the day it became active when it has not been since. */
const lastUp = ({ since, meetingId }: Active, calendar: Calendar): LocalDate => {
  const active = calendar.dayOf(since);
  const met = meetingId === undefined ? undefined : dayOfMeeting(meetingId);
  return met !== undefined && met > active ? met : active;
};

const isDueForReview = (kase: Active, on: LocalDate, calendar: Calendar): boolean =>
  plusDays(lastUp(kase, calendar), REVIEW_DAYS) <= on;

const entryFor = (kase: Case, on: LocalDate, calendar: Calendar): Entry | undefined => {
  if (kase.state === 'ready-for-review')
    return mayBeDiscussed(kase, on) ? { kase, kind: kase.urgent ? 'urgent' : 'new-candidate' } : undefined;
  if (kase.state === 'awaiting-consent') return { kase, kind: 'awaiting-consent' };
  return kase.state === 'active' && isDueForReview(kase, on, calendar) ? { kase, kind: 'review' } : undefined;
};

const byKindThenAge = (one: Entry, other: Entry): number =>
  ITEM_KINDS.indexOf(one.kind) - ITEM_KINDS.indexOf(other.kind) ||
  one.kase.since.localeCompare(other.kase.since) ||
  one.kase.code.localeCompare(other.kase.code);

/** What the meeting held `on` that day takes up, in the order it takes it up. */
export const agendaOf = (cases: readonly Case[], on: LocalDate, calendar: Calendar): readonly Entry[] =>
  cases.flatMap(kase => entryFor(kase, on, calendar) ?? []).sort(byKindThenAge);

/** Whole days since the referral came in. */
export const daysWaiting = (kase: Pick<Case, 'submittedAt'>, today: LocalDate, calendar: Calendar): number =>
  daysBetween(calendar.dayOf(kase.submittedAt), today);
