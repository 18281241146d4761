import { type AgendaItem } from '../domain/agenda';
import { type PersonId } from '../domain/ids';
import { type HeldMeeting } from '../domain/meeting';
import { type Partner } from '../domain/people';
import { may } from '../policy/may';
import { button } from './button';
import { type Drawing } from './drawing';
import { endingButton } from './end-meeting';
import { placeOf } from './meeting-changed';
import { minutesButton } from './minutes-button';
import { facts, headed, note, offered, only } from './parts';
import { nowNote, takingUp } from './take-up';
import { type Card, type Data, fill } from './template';
import { partnersInWords } from './wording';

type Held = {
  readonly meeting: HeldMeeting;
  /** The partners nobody is present from. */
  readonly missing: readonly Partner[];
  /** Those the reader may take up, in their order. */
  readonly items?: readonly AgendaItem[];
  /** Those present whose yearly declaration is missing or too old. */
  readonly undeclared?: readonly PersonId[];
};

const headOf = ({ t, today }: Drawing, { meeting, missing }: Held): Data => {
  const eyebrow = t.meeting.eyebrow(t.day(meeting.on, today));
  if (meeting.state === 'ended')
    return headed(t, { eyebrow, title: t.meeting.ended, lead: t.meeting.endedLead });
  const lead = missing.length === 0 ? t.meeting.quorate : '';
  return headed(t, { eyebrow, title: t.meeting.running, lead });
};

const notQuorate = (d: Drawing, { missing }: Held): Data =>
  note({
    style: 'warning',
    title: d.t.meeting.notQuorate,
    text: d.t.meeting.missing(partnersInWords(d, missing)),
  });

/** Told, and never in the way: who leads asks them to sign. */
export const undeclaredNote = ({ t, nameOf }: Drawing, people: readonly PersonId[]): readonly Data[] =>
  only(people.length > 0, () =>
    note({
      style: 'warning',
      title: t.meeting.undeclared(people.length),
      text: t.list(people.map(id => nameOf(id))),
    }),
  );

const notesOf = (d: Drawing, held: Held): readonly Data[] => {
  const { meeting, missing, items = [], undeclared = [] } = held;
  if (meeting.state === 'ended') return [];
  return [
    ...nowNote(d, { meeting, items }),
    ...only(missing.length > 0, () => notQuorate(d, held)),
    ...undeclaredNote(d, undeclared),
  ];
};

const actionsOf = (d: Drawing, { meeting, items = [] }: Held): readonly Card[] => {
  const { t, nonce, reader } = d;
  const meetingId = meeting.id;
  const taking = takingUp(d, { meeting, items });
  const isRunning = meeting.state === 'running';
  return [
    ...taking,
    ...minutesButton(d, meeting),
    ...offered([
      [
        may(reader, { about: 'role', ask: 'open-agenda' }),
        button(
          t.meeting.agenda,
          { verb: 'open-agenda', nonce },
          { primary: isRunning && taking.length === 0 },
        ),
      ],
      [
        may(reader, { about: 'meeting', ask: 'start-meeting', meeting }),
        button(
          t.meeting.changeAttendance,
          { verb: 'start-attendance', meetingId, nonce },
          { rare: taking.length > 0 },
        ),
      ],
      [may(reader, { about: 'meeting', ask: 'end-meeting', meeting }), endingButton(d, meetingId)],
    ]),
  ];
};

const presentFact = ({ t, programme }: Drawing, { meeting }: Held): string => {
  const { present, standIns } = meeting.attendance;
  const seats = t.meeting.seatsPresent(present.length, programme.seats.length);
  return standIns.length === 0 ? seats : t.meeting.withStandIns(seats, standIns.length);
};

/** A meeting that runs or has ended: what is up, who is there, and whether the group can decide on intake. */
export const meetingCard = (d: Drawing, held: Held): Card => {
  const { t, nameOf } = d;
  const { meeting } = held;
  return fill('meeting', {
    ...headOf(d, held),
    notes: notesOf(d, held),
    ...facts([
      [t.meeting.present, presentFact(d, held)],
      [t.meeting.chair, nameOf(meeting.chair)],
      [t.meeting.place, placeOf(d, meeting)],
    ]),
    actions: actionsOf(d, held),
  });
};
