import {
  type Active,
  type AwaitingConsent,
  type Case,
  type ConsentExpired,
  type Mapping,
  type ReadyForReview,
} from './case';
import { type ByHand, type OffReason } from './by-hand';
import { type CaseCode } from './code';
import { type Decision } from './decision';
import { mayBeDiscussed } from './discussion';
import { type CaseId, type MeetingId, type SeatId } from './ids';
import { sharedTasks } from './incident';
import { isForAgenda, type Laddered } from './ladder';
import { type Meeting } from './meeting';
import { isPaused } from './pause';
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
  /** Of those, the ones somebody else registered for. */
  readonly onBehalf?: readonly SeatId[];
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

/** Every state in which a case may stand on an agenda; nothing that has ended, or was refused, is among them. */
export type OnAgenda = ReadyForReview | AwaitingConsent | Mapping | Active | ConsentExpired;
export const AGENDA_STATES = [
  'ready-for-review',
  'awaiting-consent',
  'mapping',
  'active',
  'consent-expired',
] as const satisfies readonly OnAgenda['state'][];
export type Entry = { readonly kase: OnAgenda; readonly kind: ItemKind };

/** The meeting an agenda is for: it is known by its id, and held on a day that may have been moved. */
export type Sitting = Pick<Meeting, 'id' | 'on' | 'order'>;
export type Today = Laddered & { readonly today: LocalDate };

/** The day a meeting last took it up, or the day it became active when none has since: standing on an agenda is not enough. */
const lastUp = ({ since, takenUpOn }: Active, calendar: Calendar): LocalDate => {
  const active = calendar.dayOf(since);
  return takenUpOn !== undefined && takenUpOn > active ? takenUpOn : active;
};

const isDueForReview = (kase: Active, on: LocalDate, calendar: Calendar): boolean =>
  plusDays(lastUp(kase, calendar), REVIEW_DAYS) <= on;

/** Over its due date today, and long over it by the day of the meeting. */
const hasOverdue = (kase: Mapping | Active, on: LocalDate, now: Today): boolean =>
  sharedTasks(kase).some(
    ({ state, due }) =>
      (state === 'open' || state === 'blocked') && isForAgenda({ due, today: now.today, on }, now),
  );

/** Whether it may stand there at all: never after a no or an end, nor while it waits (domain.md §§6, 15). */
export const mayStandOn = (kase: Case, on: LocalDate): kase is OnAgenda =>
  AGENDA_STATES.some(state => state === kase.state) &&
  !isPaused(kase, on) &&
  (kase.state !== 'ready-for-review' || mayBeDiscussed(kase, on));

/** What brings up somebody who takes part; a review is of everything, of tasks that are late, too. */
const kindOfParticipant = (kase: Mapping | Active, on: LocalDate, now: Today): ItemKind | undefined => {
  if (kase.state === 'active' && isDueForReview(kase, on, now.calendar)) return 'review';
  return hasOverdue(kase, on, now) ? 'overdue-actions' : undefined;
};

/** What its state and the clocks say; undefined when nothing brings it up by itself. */
const kindOf = (kase: OnAgenda, on: LocalDate, now: Today): ItemKind | undefined => {
  switch (kase.state) {
    case 'ready-for-review':
      return kase.urgent ? 'urgent' : 'new-candidate';
    case 'awaiting-consent':
      return 'awaiting-consent';
    case 'mapping':
    case 'active':
      return kindOfParticipant(kase, on, now);
    case 'consent-expired':
      return undefined;
  }
};

const wantedBy = ({ byHand }: Case, { id }: Sitting): ByHand['wants'] | undefined =>
  byHand?.meetingId === id ? byHand.wants : undefined;

/** What somebody said about this meeting goes before what the state says, but never puts on what may not stand there. */
const entryFor = (kase: Case, meeting: Sitting, now: Today): Entry | undefined => {
  const wants = wantedBy(kase, meeting);
  if (wants === 'off' || !mayStandOn(kase, meeting.on)) return undefined;
  const kind = kindOf(kase, meeting.on, now) ?? (wants === 'on' ? 'other' : undefined);
  return kind && { kase, kind };
};

const byKindThenAge = (one: Entry, other: Entry): number =>
  ITEM_KINDS.indexOf(one.kind) - ITEM_KINDS.indexOf(other.kind) ||
  one.kase.since.localeCompare(other.kase.since) ||
  one.kase.code.localeCompare(other.kase.code);

/**
 * What the meeting takes up, each case once, in domain.md §7's order, the longest waiting first; what somebody put in an
 * order by hand goes before the rest. Of each kind those that have waited over their limit come first by that.
 */
export const agendaOf = (cases: readonly Case[], meeting: Sitting, now: Today): readonly Entry[] => {
  const placeOf = ({ kase }: Entry): number => {
    const place = meeting.order.indexOf(kase.id);
    return place === -1 ? meeting.order.length : place;
  };
  return cases
    .flatMap(kase => entryFor(kase, meeting, now) ?? [])
    .sort((one, other) => placeOf(one) - placeOf(other) || byKindThenAge(one, other));
};

/**
 * An item's number is its place on the agenda as it is now. What was taken off keeps its place, so that the numbers of
 * the others stand; moving an item renumbers every card between. The meeting holds the one list, saved whole: two
 * presses at once cannot give two items one number.
 */
export const placed = (item: AgendaItem, { agenda }: Pick<Meeting, 'agenda'>): AgendaItem => {
  const place = agenda.indexOf(item.caseId);
  return place === -1 ? item : { ...item, number: place + 1 };
};

/** All of an agenda's items as it stands now, in its order. */
export const allPlaced = (
  items: readonly AgendaItem[],
  meeting: Pick<Meeting, 'agenda'>,
): readonly AgendaItem[] =>
  items.map(item => placed(item, meeting)).toSorted((one, other) => one.number - other.number);

/** Whole days since the referral came in. */
export const daysWaiting = (kase: Pick<Case, 'submittedAt'>, today: LocalDate, calendar: Calendar): number =>
  daysBetween(calendar.dayOf(kase.submittedAt), today);
