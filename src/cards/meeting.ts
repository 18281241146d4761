import { type Attendance } from '../domain/attendance';
import { type EndedMeeting, type Meeting, type RunningMeeting } from '../domain/meeting';
import { type Partner, PARTNERS } from '../domain/people';
import { may } from '../policy/may';
import { button } from './button';
import { type Drawing } from './drawing';
import { endingButton } from './end-meeting';
import { many, toggle } from './fields';
import { facts, headed, note, offered, only, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { partnersInWords } from './wording';

type Attending = { readonly meeting: Meeting; readonly attendance?: Attendance };
type Held = { readonly meeting: RunningMeeting | EndedMeeting; readonly missing: readonly Partner[] };

/** The ids of the form's inputs: the seats present, a field to a partner, joined by commas. */
const seatsField = (d: Drawing, partner: Partner, { attendance }: Attending): Data => {
  const { agencies, seats } = d.programme;
  const own = agencies.filter(agency => agency.partner === partner).map(({ id }) => id);
  const choices = seats.filter(({ agency }) => own.includes(agency));
  return many({
    id: partner,
    label: d.t.common.partners[partner],
    choices: choices.map(({ id, name }) => ({ title: name, value: id })),
    value: choices
      .map(({ id }) => id)
      .filter(id => attendance?.present.includes(id) === true)
      .join(','),
  });
};
const hasSeats = ({ programme: { agencies, seats } }: Drawing, partner: Partner): boolean =>
  seats.some(seat => agencies.some(({ id, partner: of }) => id === seat.agency && of === partner));

/** Who is present, by seat, and that the confidentiality text was read (ux 08f). */
export const attendanceForm = (d: Drawing, attending: Attending): Card => {
  const { t, today, nonce } = d;
  const { meeting, attendance } = attending;
  const meetingId = meeting.id;
  const save = attendance === undefined ? t.meeting.start : t.meeting.saveAttendance;
  const confidential = toggle({
    id: 'confidential',
    label: t.meeting.confidential,
    must: t.meeting.mustReadOut,
    value: attendance === undefined ? '' : 'yes',
  });
  return fill('attendance', {
    ...headed(t, {
      eyebrow: privately(t, t.meeting.eyebrow(t.day(meeting.on, today))),
      title: t.meeting.whoIsPresent,
      lead: t.meeting.forAll,
    }),
    seats: PARTNERS.filter(partner => hasSeats(d, partner)).map(partner => seatsField(d, partner, attending)),
    confidential: [confidential],
    actions: [
      button(save, { verb: 'start-meeting', meetingId, nonce }, { primary: true }),
      button(t.common.cancel, { verb: 'close-agenda', meetingId, nonce }, { leavesInputs: true }),
    ],
  });
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

const actionsOf = (d: Drawing, { meeting }: Held): readonly Card[] => {
  const { t, nonce, reader } = d;
  const meetingId = meeting.id;
  return offered([
    [
      may(reader, { about: 'role', ask: 'open-agenda' }),
      button(t.meeting.agenda, { verb: 'open-agenda', nonce }, { primary: meeting.state === 'running' }),
    ],
    [
      may(reader, { about: 'meeting', ask: 'start-meeting', meeting }),
      button(t.meeting.changeAttendance, { verb: 'start-attendance', meetingId, nonce }),
    ],
    [may(reader, { about: 'meeting', ask: 'end-meeting', meeting }), endingButton(d, meetingId)],
  ]);
};

/** A meeting that runs or has ended: who is there, and whether the group can decide on intake. */
export const meetingCard = (d: Drawing, held: Held): Card => {
  const { t, programme, nameOf } = d;
  const { meeting, missing } = held;
  return fill('meeting', {
    ...headOf(d, held),
    notes: only(meeting.state === 'running' && missing.length > 0, () => notQuorate(d, held)),
    ...facts([
      [t.meeting.present, t.meeting.seatsPresent(meeting.attendance.present.length, programme.seats.length)],
      [t.meeting.chair, nameOf(meeting.chair)],
      [t.meeting.place, meeting.place],
    ]),
    actions: actionsOf(d, held),
  });
};
