import { type HeldMeeting } from '../domain/meeting';
import { isApproved } from '../domain/minutes-steps';
import { type Person } from '../domain/people';
import { may } from '../policy/may';
import { button } from './button';
import { type Drawing } from './drawing';
import { search } from './fields';
import { headed, only, privately } from './parts';
import { type Card, fill } from './template';
import { peopleChoices } from './wording';

/** The way to the form, until the minutes are approved. */
export const chairButton = ({ t, nonce, reader }: Drawing, meeting: HeldMeeting): readonly Card[] =>
  only(!isApproved(meeting) && may(reader, { about: 'meeting', ask: 'name-chair', meeting }), () =>
    button(
      t.meeting.otherChair.change,
      { verb: 'start-name-chair', meetingId: meeting.id, nonce },
      { leavesInputs: true, rare: true },
    ),
  );

type Choosing = { readonly meeting: HeldMeeting; readonly people: readonly Person[] };

/** Who leads the meeting from now on, and approves its minutes. */
export const chairForm = (d: Drawing, { meeting, people }: Choosing): Card => {
  const { t, today, nonce } = d;
  const where = { meetingId: meeting.id, nonce };
  const words = t.meeting.otherChair;
  return fill('choices', {
    ...headed(t, {
      eyebrow: privately(t, t.meeting.eyebrow(t.day(meeting.on, today))),
      title: words.change,
      lead: words.lead,
    }),
    choices: [
      search(t, { id: 'chair', label: t.meeting.chair, choices: peopleChoices(people), must: words.choose }),
    ],
    actions: [
      button(t.common.save, { verb: 'name-chair', ...where }, { primary: true }),
      button(t.common.cancel, { verb: 'open-minutes', ...where }, { leavesInputs: true }),
    ],
  });
};
