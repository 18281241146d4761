import {
  LONGEST_LINK,
  MEETING_FIELDS,
  type Bounds,
  type MeetingField,
  type MeetingProblem,
  type MeetingValues,
} from '../domain/meeting-form';
import { CANCEL_REASONS, type PlannedMeeting } from '../domain/meeting';
import { type Person } from '../domain/people';
import { may } from '../policy/may';
import { button, unfolding } from './button';
import { type Drawing } from './drawing';
import { choicesOf, date, line, optional, pick, search } from './fields';
import { headed, note, offered, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { unfolded } from './unfolded';
import { clockOf, peopleChoices } from './wording';

type MeetingForm = {
  readonly meeting: PlannedMeeting;
  readonly bounds: Bounds;
  readonly people: readonly Person[];
  /** What was typed; the meeting as it is when nothing was. */
  readonly values?: MeetingValues;
  readonly problems?: readonly MeetingProblem[];
  /** Somebody else changed it while it was filled in. */
  readonly isStale?: boolean;
};

const LONGEST_NUMBER = 3;
const LONGEST_PLACE = 200;

const valuesOf = ({ calendar }: Drawing, { meeting, values }: MeetingForm): MeetingValues => ({
  day: meeting.on,
  time: clockOf(calendar, meeting.startsAt),
  place: meeting.place,
  link: meeting.link ?? '',
  length: String(meeting.lengthMinutes),
  chair: meeting.chair,
  ...values,
});

/** The fields as their parts in the layout ask for them. Whoever chairs may have left the group, and is still named. */
const fieldsOf = (d: Drawing, form: MeetingForm): Readonly<Record<MeetingField, Data>> => {
  const { t, nameOf } = d;
  const { meeting, people, problems = [] } = form;
  const values = valuesOf(d, form);
  const ask = (id: MeetingField, label: string) => {
    const found = problems.find(({ field }) => field === id);
    return { id, label, value: values[id], error: found && t.series.problems[found.problem] };
  };
  const isThere = people.some(({ id }) => id === meeting.chair);
  const chairs = isThere ? people : [{ id: meeting.chair, name: nameOf(meeting.chair) }, ...people];
  const { placeExample, linkExample } = t.series;
  return {
    day: date(ask('day', t.series.day)),
    time: date(ask('time', t.series.time)),
    length: line({ ...ask('length', t.series.length), longest: LONGEST_NUMBER }),
    place: line({
      ...ask('place', optional(t, t.series.place)),
      placeholder: placeExample,
      longest: LONGEST_PLACE,
    }),
    link: line({
      ...ask('link', optional(t, t.series.link)),
      placeholder: linkExample,
      longest: LONGEST_LINK,
    }),
    chair: search(t, { ...ask('chair', t.series.chair), choices: peopleChoices(chairs) }),
  };
};

const notesOf = ({ t }: Drawing, { problems = [], isStale }: MeetingForm): readonly Data[] => {
  const inOrder = MEETING_FIELDS.flatMap(field => problems.filter(found => found.field === field));
  const stale = { style: 'accent', title: t.series.changedMeanwhile, text: t.series.asItStands } as const;
  const wrong = {
    style: 'attention',
    title: t.series.correct(inOrder.length),
    text: inOrder.map(({ problem }) => `- ${t.series.problems[problem]}`).join('\r'),
  } as const;
  return [...(isStale === true ? [note(stale)] : []), ...(inOrder.length > 0 ? [note(wrong)] : [])];
};

const betweenIn = ({ t, today }: Drawing, { bounds: { after, before } }: MeetingForm): string =>
  after === undefined
    ? t.series.until(t.day(before, today))
    : t.series.between(t.day(after, today), t.day(before, today));

/** It cannot be undone: the consequence is read first. */
const cancelling = ({ t, nonce }: Drawing, { id: meetingId }: PlannedMeeting): Card =>
  unfolding(
    t.series.cancel,
    unfolded(
      {
        lines: [t.series.cancelConsequence],
        choices: [
          pick(t, {
            id: 'reason',
            label: t.series.cancelReason,
            choices: choicesOf(CANCEL_REASONS, t.series.reasons),
            must: t.common.chooseOne,
          }),
        ],
      },
      button(t.series.reallyCancel, { verb: 'cancel-meeting', meetingId, nonce }, { danger: true }),
    ),
  );

/** When, where, for how long and led by whom; and the way to cancel it. */
export const meetingForm = (d: Drawing, form: MeetingForm): Card => {
  const { t, today, nonce, reader } = d;
  const { meeting } = form;
  const { id: meetingId, revision } = meeting;
  return fill('meeting-form', {
    ...headed(t, {
      eyebrow: privately(t, t.series.eyebrow(t.day(meeting.on, today))),
      title: t.series.change,
      lead: t.series.lead,
    }),
    notes: notesOf(d, form),
    between: betweenIn(d, form),
    f: fieldsOf(d, form),
    actions: offered([
      [true, button(t.common.save, { verb: 'plan-meeting', meetingId, revision, nonce }, { primary: true })],
      [true, button(t.common.cancel, { verb: 'close-agenda', meetingId, nonce }, { leavesInputs: true })],
      [may(reader, { about: 'meeting', ask: 'cancel-meeting', meeting }), cancelling(d, meeting)],
    ]),
  });
};
