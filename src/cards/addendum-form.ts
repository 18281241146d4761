import { type Meeting } from '../domain/meeting';
import { type AddendumProblem } from '../domain/minutes-steps';
import { button } from './button';
import { type Drawing } from './drawing';
import { area } from './fields';
import { headed, privately } from './parts';
import { type Card, fill } from './template';

type Adding = {
  readonly meeting: Meeting;
  /** What was typed, when it must be typed anew. */
  readonly text?: string;
  readonly problem?: AddendumProblem;
};

/** A correction of minutes that are locked; its one input is called `text`. */
export const addendumForm = (d: Drawing, { meeting, text, problem }: Adding): Card => {
  const { t, today, nonce } = d;
  const { form, eyebrow } = t.minutes;
  const meetingId = meeting.id;
  const field = area({
    id: 'text',
    label: form.text,
    placeholder: form.example,
    value: text,
    error: problem && form.problems[problem],
    must: form.missing,
  });
  return fill('addendum-form', {
    ...headed(t, {
      eyebrow: privately(t, `${eyebrow} · ${t.meeting.eyebrow(t.day(meeting.on, today))}`),
      title: form.title,
      lead: form.lead,
    }),
    fields: [field],
    keepItShort: t.common.keepItShort,
    actions: [
      button(form.save, { verb: 'add-addendum', meetingId, nonce }, { primary: true }),
      button(t.common.cancel, { verb: 'open-minutes', meetingId, nonce }, { leavesInputs: true }),
    ],
  });
};
