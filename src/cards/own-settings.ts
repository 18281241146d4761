import { DIGEST_HOURS, digestHourOf } from '../domain/absence';
import { may } from '../policy/may';
import { button } from './button';
import { type Drawing } from './drawing';
import { pick } from './fields';
import { headed, offered, privately } from './parts';
import { type Card, fill } from './template';

/** The way back to one's own tasks. */
export const backToActions = ({ t, nonce }: Drawing, title = t.common.close): Card =>
  button(title, { verb: 'list-my-actions', nonce }, { leavesInputs: true });

/** The ways to what somebody says of themselves, under their tasks; `crowded` where those have buttons of their own. */
export const ownSettings = (
  { t, nonce, reader }: Drawing,
  { crowded }: { readonly crowded: boolean },
): readonly Card[] =>
  offered([
    [
      may(reader, { about: 'self', ask: 'choose-hours' }),
      button(t.reminders.hours.change, { verb: 'start-hours', nonce }, { leavesInputs: true }),
    ],
    [
      may(reader, { about: 'self', ask: 'set-absence' }),
      button(
        t.reminders.absence.change,
        { verb: 'start-absence', nonce },
        { rare: crowded, leavesInputs: true },
      ),
    ],
  ]);

/** When the day's reminder is to come. */
export const hoursForm = (d: Drawing): Card => {
  const { t, nonce, reader } = d;
  const words = t.reminders.hours;
  return fill('choices', {
    ...headed(t, { eyebrow: privately(t, words.eyebrow), title: words.title, lead: words.lead }),
    choices: [
      pick(t, {
        id: 'hour',
        label: words.hour,
        value: digestHourOf(reader),
        choices: DIGEST_HOURS.map(hour => ({ title: t.time(hour), value: hour })),
        must: words.chooseHour,
      }),
    ],
    actions: [
      button(t.common.save, { verb: 'choose-hours', nonce }, { primary: true }),
      backToActions(d, t.common.cancel),
    ],
  });
};

export const hoursChosen = (d: Drawing): Card => {
  const { t, reader } = d;
  const words = t.reminders.hours;
  return fill('plain-view', {
    ...headed(t, {
      eyebrow: privately(t, words.eyebrow),
      title: words.chosen(t.time(digestHourOf(reader))),
      lead: words.from,
    }),
    facts: [],
    actions: [backToActions(d)],
  });
};
