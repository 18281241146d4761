import { type Attendance, type Holder, markOfAttendance } from '../domain/attendance';
import { type PersonId, type SeatId } from '../domain/ids';
import { isHeld, type Meeting } from '../domain/meeting';
import { type Partner, PARTNERS } from '../domain/people';
import { button } from './button';
import { type Drawing } from './drawing';
import { type Choice, many, toggle } from './fields';
import { headed, note, only, privately } from './parts';
import { undeclaredNote } from './meeting';
import { type Card, type Data, fill } from './template';
import { plainName } from './text';

type Attending = {
  readonly meeting: Meeting;
  /** What was ticked, when that was not saved; otherwise the attendance as it is. */
  readonly typed?: Pick<Attendance, 'present' | 'standIns'>;
  readonly holders?: readonly Holder[];
  /** Of who is present already, those whose yearly declaration is missing or too old. */
  readonly undeclared?: readonly PersonId[];
};

const attendanceIn = ({ meeting }: Attending): Attendance | undefined =>
  isHeld(meeting) ? meeting.attendance : undefined;
const shownIn = (attending: Attending) => attending.typed ?? attendanceIn(attending);

const ticked = (choices: readonly Choice[], seats: readonly SeatId[] = []): string =>
  choices
    .map(({ value }) => value)
    .filter(value => seats.some(seat => seat === value))
    .join(',');

/** The ids of the form's inputs: the seats present, a field to a partner, joined by commas. */
const seatsField = (d: Drawing, partner: Partner, attending: Attending): Data => {
  const { agencies, seats } = d.programme;
  const own = agencies.filter(agency => agency.partner === partner).map(({ id }) => id);
  const choices = seats
    .filter(({ agency }) => own.includes(agency))
    .map(({ id, name }) => ({ title: name, value: id }));
  const value = ticked(choices, shownIn(attending)?.present);
  return many({ id: partner, label: d.t.common.partners[partner], choices, value });
};

const hasSeats = ({ programme: { agencies, seats } }: Drawing, partner: Partner): boolean =>
  seats.some(seat => agencies.some(({ id, partner: of }) => id === seat.agency && of === partner));

/** Only seats with a stand-in in the directory: nobody else may sit there (domain.md §2). */
const standInChoices = ({ t, programme }: Drawing, { holders = [] }: Attending): readonly Choice[] =>
  programme.seats.flatMap(({ id, name }) => {
    const standIn = holders.find(({ seat }) => seat === id)?.standIn;
    return standIn === undefined
      ? []
      : [{ title: t.meeting.standInAt(name, plainName(standIn.name)), value: id }];
  });

const standInsField = (d: Drawing, attending: Attending): readonly Data[] => {
  const choices = standInChoices(d, attending);
  const value = ticked(choices, shownIn(attending)?.standIns);
  return only(choices.length > 0, () =>
    many({ id: 'stand-ins', label: d.t.meeting.whoStandsIn, choices, value }),
  );
};

/** Somebody else was first: what they registered, beside what was ticked here. */
const changedNote = (d: Drawing, attending: Attending): readonly Data[] => {
  const { t, programme } = d;
  const there = attendanceIn(attending)?.present ?? [];
  const seats = programme.seats.filter(({ id }) => there.includes(id)).map(({ name }) => plainName(name));
  const text = seats.length === 0 ? t.minutes.nobody : t.list(seats);
  return only(attending.typed !== undefined, () =>
    note({
      style: 'warning',
      title: t.meeting.changedMeanwhile,
      text: `${t.meeting.notSaved} ${t.meeting.registered(text)}`,
    }),
  );
};

/** Begins the meeting, or corrects the attendance that is shown to be there now. */
const saveButton = ({ t, nonce }: Drawing, attending: Attending): Card => {
  const attendance = attendanceIn(attending);
  const press = { verb: 'start-meeting', meetingId: attending.meeting.id, nonce };
  return attendance === undefined
    ? button(t.meeting.start, press, { primary: true })
    : button(
        t.meeting.saveAttendance,
        { ...press, corrects: markOfAttendance(attendance) },
        { primary: true },
      );
};

/** Who is present, by seat, who stands in, and that the confidentiality text was read (ux 08f). */
export const attendanceForm = (d: Drawing, attending: Attending): Card => {
  const { t, today, nonce } = d;
  const { meeting, undeclared = [] } = attending;
  const meetingId = meeting.id;
  const confidential = toggle({
    id: 'confidential',
    label: t.meeting.confidential,
    must: t.meeting.mustReadOut,
    value: attendanceIn(attending) === undefined ? '' : 'yes',
  });
  const partners = PARTNERS.filter(partner => hasSeats(d, partner));
  return fill('attendance', {
    ...headed(t, {
      eyebrow: privately(t, t.meeting.eyebrow(t.day(meeting.on, today))),
      title: t.meeting.whoIsPresent,
      lead: t.meeting.forAll,
    }),
    notes: [...changedNote(d, attending), ...undeclaredNote(d, undeclared)],
    seats: partners.map(partner => seatsField(d, partner, attending)),
    standIns: standInsField(d, attending),
    confidential: [confidential],
    actions: [
      saveButton(d, attending),
      button(t.common.cancel, { verb: 'close-agenda', meetingId, nonce }, { leavesInputs: true }),
    ],
  });
};
