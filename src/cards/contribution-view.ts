import { type Case } from '../domain/case';
import { type Answer } from '../domain/contribution';
import { type Group } from '../domain/groups';
import { type PersonId, type SeatId } from '../domain/ids';
import { type LocalDate } from '../domain/time';
import { may } from '../policy/may';
import { standingForSeat } from '../policy/standing';
import { button } from './button';
import { carriedBy } from './case-asking';
import { type Asks, type CaseSubject } from './case-subject';
import { closing, privateHead } from './consent';
import { type Drawing } from './drawing';
import { facts, offered, only } from './parts';
import { type Card, type Data, fill } from './template';
import { shown } from './text';

/** One seat's innspill as this reader may see it; opened, and its read event stored, by whoever gives it. */
export type SeenInnspill = {
  readonly seat: SeatId;
  readonly by: PersonId;
  readonly onBehalf: boolean;
  /** Absent where only that the seat has answered is told. */
  readonly answer?: Answer;
  readonly text?: string;
  readonly group?: Group;
  /** The day of the meeting it was given to, when the case does not stand on that one now. */
  readonly on?: LocalDate;
};
type Innspill = { readonly kase: Case; readonly seen: readonly SeenInnspill[] };

const seatName = ({ programme }: Drawing, id: SeatId): string =>
  programme.seats.find(seat => seat.id === id)?.name ?? id;

const wordsIn = ({ t }: Drawing, { text, group }: SeenInnspill): readonly string[] =>
  text === undefined
    ? []
    : [t.contribution.view.quoted(shown(text)), ...(group === undefined ? [] : [t.common.groups[group]])];

const meetingIn = ({ t, today }: Drawing, { on }: SeenInnspill): readonly string[] =>
  on === undefined ? [] : [t.contribution.meeting(t.day(on, today))];

const rowOf = (d: Drawing, seen: SeenInnspill): Data => {
  const { t, nameOf } = d;
  const { view, answers } = t.contribution;
  return {
    title: seatName(d, seen.seat),
    lines: [
      seen.answer === undefined ? view.hasAnswered : answers[seen.answer],
      ...meetingIn(d, seen),
      ...only(seen.onBehalf, () => view.by(nameOf(seen.by))),
      ...wordsIn(d, seen),
    ],
    right: '',
  };
};

/** In the order of the seats, which says nothing of who was first. */
const inOrder = ({ programme }: Drawing, seen: readonly SeenInnspill[]): readonly SeenInnspill[] => {
  const place = ({ seat }: SeenInnspill): number => programme.seats.findIndex(({ id }) => id === seat);
  return [...seen].sort((one, other) => place(one) - place(other));
};

/** What the seats have answered about a case (ux 09a, the fold of its own). */
export const innspillCard = (d: Drawing, { kase, seen }: Innspill): Card => {
  const { t, programme } = d;
  const { view } = t.contribution;
  const count = seen.length === 0 ? view.none : t.agenda.item.seats(seen.length, programme.seats.length);
  return fill('innspill', {
    ...privateHead(d, kase, { title: view.title, lead: view.lead }),
    ...facts([[view.seats, count]]),
    rows: inOrder(d, seen).map(one => rowOf(d, one)),
    hints: [],
    actions: [closing(d, { kase })],
  });
};

/** A view of its own, behind "…", once the group has had the case before it. */
export const innspillButtons = (d: Drawing, subject: CaseSubject, asks: Asks): readonly Card[] =>
  offered([
    [
      subject.kase.presented && asks('open-innspill'),
      button(d.t.contribution.view.open, { verb: 'open-innspill', ...carriedBy(d, subject) }, { rare: true }),
    ],
  ]);

/** Whether the reader holds a seat that can answer before the meeting: then it is what they came to do. */
export const mayContribute = (d: Drawing, { kase, item, meeting }: CaseSubject): boolean => {
  const { reader, programme, today } = d;
  const seat = programme.seats.find(({ id }) => id === reader.seat);
  if (seat === undefined || kase.meetingId === undefined) return false;
  if (item !== undefined && meeting !== undefined)
    return (
      meeting.state === 'planned' &&
      may(reader, { about: 'item', ask: 'contribute', kase, item, meeting, seat })
    );
  return standingForSeat(reader, kase, seat).includes('asked-seat') && today <= kase.meetingId.slice(2);
};

export const contributing = (d: Drawing, subject: CaseSubject): Card => {
  const meetingId = subject.kase.meetingId;
  return button(
    d.t.contribution.give,
    {
      verb: 'open-contributions',
      ...carriedBy(d, subject),
      ...(meetingId === undefined ? {} : { meetingId }),
    },
    { primary: true },
  );
};
