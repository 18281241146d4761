import { type Action } from './action';
import { type ActionTitle } from './action-brief';
import { type AgendaItem, type ItemKind } from './agenda';
import { type CaseCode } from './code';
import { type Decision } from './decision';
import { type Disqualification } from './disqualification';
import { type CaseId, type MeetingId, type PersonId, type SeatId } from './ids';
import { type HeldMeeting } from './meeting';
import { hasRole, type Person } from './people';
import { type Programme } from './programme';
import { type Instant, type LocalDate } from './time';

export const PRESENCES = ['present', 'stand-in', 'absent'] as const;
type Presence = (typeof PRESENCES)[number];

type MinutedSeat = { readonly name: string; readonly presence: Presence };
/** The agency stays responsible whoever the owner is, so that no owner is named. */
type MinutedTask = { readonly title: ActionTitle; readonly agency: string; readonly due: LocalDate };
type MinutedDecision = Pick<Decision, 'id' | 'question' | 'outcome'> & { readonly dissent?: string };

export type MinutedItem = {
  readonly caseId: CaseId;
  readonly code: CaseCode;
  readonly number: number;
  readonly kind: ItemKind;
  readonly late?: true;
  /** Somebody took it off the agenda; why is theirs. */
  readonly takenOff?: true;
  /** Absent where the group took no stand: why it did not, or how the case ended later, is not for minutes. */
  readonly decision?: MinutedDecision;
  /** The seats that gave innspill, and those whose holder was disqualified. */
  readonly answered: readonly string[];
  readonly disqualified: readonly string[];
  readonly tasks: readonly MinutedTask[];
};

/**
 * What a meeting came to, by case code and process only. Rationale, the words of a question and of a dissent lie sealed
 * with the decision, and are in neither the card nor the file: the decision is the record of them. Names of seats,
 * agencies and who led stand as they were called then, for an archived text must not change with the directory.
 */
export type Minutes = {
  readonly meetingId: MeetingId;
  readonly on: LocalDate;
  readonly startedAt: Instant;
  /** Absent while the meeting runs. */
  readonly endedAt?: Instant;
  readonly place: string;
  readonly chair: string;
  readonly confidentialityReadBy: string;
  readonly seats: readonly MinutedSeat[];
  readonly items: readonly MinutedItem[];
};

/** What an item is minuted from: the case gives its disqualifications, and the tasks are all it has. */
export type Heard = {
  readonly item: AgendaItem;
  readonly disqualified: readonly Disqualification[];
  readonly actions: readonly Action[];
};
type Around = { readonly programme: Programme; readonly people: readonly Person[] };

const seatName = ({ seats }: Programme, id: SeatId): string => seats.find(seat => seat.id === id)?.name ?? id;
const agencyName = ({ agencies }: Programme, id: string): string =>
  agencies.find(agency => agency.id === id)?.name ?? id;
const personName = (people: readonly Person[], id: PersonId): string =>
  people.find(person => person.id === id)?.name ?? id;

const presenceOf = ({ attendance: { present, standIns } }: HeldMeeting, id: SeatId): Presence => {
  if (!present.includes(id)) return 'absent';
  return standIns.includes(id) ? 'stand-in' : 'present';
};

/** While it runs there is no end yet. */
const isDuring = (meeting: HeldMeeting, at: Instant): boolean =>
  at >= meeting.startedAt && (meeting.state === 'running' || at <= meeting.endedAt);

const isBeforeEnd = (meeting: HeldMeeting, at: Instant): boolean =>
  meeting.state === 'running' || at <= meeting.endedAt;

/** By seat, and by agency for who takes part without one; who does not take part in the group is not its business. */
const placeOf = (person: Person | undefined, programme: Programme): string | undefined => {
  if (person?.seat !== undefined) return seatName(programme, person.seat);
  return person !== undefined && hasRole(person, 'coordinator')
    ? agencyName(programme, person.agency)
    : undefined;
};

const disqualifiedIn = (
  meeting: HeldMeeting,
  { disqualified }: Heard,
  { programme, people }: Around,
): readonly string[] => {
  const places = disqualified
    .filter(({ at }) => isBeforeEnd(meeting, at))
    .map(({ person }) =>
      placeOf(
        people.find(({ id }) => id === person),
        programme,
      ),
    );
  return [...new Set(places.filter(place => place !== undefined))];
};

const minutedDecision = (
  { id, question, outcome, dissent }: Decision,
  { programme }: Around,
): MinutedDecision => ({
  id,
  question,
  outcome,
  ...(dissent === undefined ? {} : { dissent: seatName(programme, dissent) }),
});

const minutedItem = (meeting: HeldMeeting, heard: Heard, around: Around): MinutedItem => {
  const { caseId, code, number, kind, late, offReason, decision, answered } = heard.item;
  const { programme } = around;
  return {
    ...{ caseId, code, number, kind },
    ...(late === undefined ? {} : { late }),
    ...(offReason === undefined ? {} : { takenOff: true }),
    ...(decision === undefined ? {} : { decision: minutedDecision(decision, around) }),
    answered: answered.map(seat => seatName(programme, seat)),
    disqualified: disqualifiedIn(meeting, heard, around),
    tasks: heard.actions
      .filter(({ createdAt }) => isDuring(meeting, createdAt))
      .map(({ title, agency, due }) => ({ title, agency: agencyName(programme, agency), due })),
  };
};

/** The minutes as they compose themselves from what was recorded, in the order of the agenda. */
export const minutesOf = (meeting: HeldMeeting, heard: readonly Heard[], around: Around): Minutes => {
  const { id, on, startedAt, place, chair, attendance } = meeting;
  const { programme, people } = around;
  return {
    ...{ meetingId: id, on, startedAt, place },
    ...(meeting.state === 'ended' ? { endedAt: meeting.endedAt } : {}),
    chair: personName(people, chair),
    confidentialityReadBy: personName(people, attendance.confidentialityReadBy),
    seats: programme.seats.map(({ id: seat, name }) => ({ name, presence: presenceOf(meeting, seat) })),
    items: [...heard]
      .sort((one, other) => one.item.number - other.item.number)
      .map(one => minutedItem(meeting, one, around)),
  };
};
