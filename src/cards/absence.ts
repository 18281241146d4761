import {
  ABSENCE_FIELDS,
  type AbsenceField,
  absenceOf,
  type AbsenceProblem,
  type AbsenceValues,
} from '../domain/absence';
import { type Absence, type Person } from '../domain/people';
import { button } from './button';
import { type Drawing } from './drawing';
import { date, optional, search } from './fields';
import { backToActions } from './own-settings';
import { facts, headed, note, only, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { peopleChoices } from './wording';

type AbsenceForm = {
  /** Colleagues who can stand in. */
  readonly people: readonly Person[];
  /** What was typed; the absence as it is when nothing was. */
  readonly values?: AbsenceValues;
  readonly problems?: readonly AbsenceProblem[];
};

const valuesOf = (absence: Absence | undefined): AbsenceValues =>
  absence === undefined
    ? {}
    : { from: absence.from, to: absence.to, ...(absence.standIn && { 'stand-in': absence.standIn }) };

const fieldsOf = (d: Drawing, form: AbsenceForm): Readonly<Record<string, Data>> => {
  const { t, reader, today } = d;
  const words = t.reminders.absence;
  const values = { ...valuesOf(absenceOf(reader, today)), ...form.values };
  const ask = (id: AbsenceField, label: string) => {
    const found = form.problems?.find(({ field }) => field === id);
    return { id, label, value: values[id], error: found && words.problems[found.problem] };
  };
  return {
    from: date({ ...ask('from', words.from), must: words.chooseDay }),
    to: date({ ...ask('to', words.to), must: words.chooseDay }),
    standIn: search(t, {
      ...ask('stand-in', optional(t, words.standIn)),
      choices: [{ title: words.noStandIn, value: '' }, ...peopleChoices(form.people)],
    }),
  };
};

const notesOf = ({ t }: Drawing, { problems = [] }: AbsenceForm): readonly Data[] => {
  const words = t.reminders.absence;
  const inOrder = ABSENCE_FIELDS.flatMap(field => problems.filter(found => found.field === field));
  return only(inOrder.length > 0, () =>
    note({
      style: 'attention',
      title: words.correct(inOrder.length),
      text: inOrder.map(({ problem }) => `- ${words.problems[problem]}`).join('\r'),
    }),
  );
};

/** Ends what goes on, or takes back what was to come. */
const ending = ({ t, nonce, today }: Drawing, { from, to }: Absence): Card =>
  button(
    from <= today ? t.reminders.absence.back : t.reminders.absence.drop,
    { verb: 'end-absence', to, nonce },
    { leavesInputs: true },
  );

/** The days somebody is away, and who stands in. */
export const absenceForm = (d: Drawing, form: AbsenceForm): Card => {
  const { t, nonce, reader, today } = d;
  const words = t.reminders.absence;
  const absence = absenceOf(reader, today);
  return fill('absence-form', {
    ...headed(t, { eyebrow: privately(t, words.eyebrow), title: words.title, lead: words.lead }),
    notes: notesOf(d, form),
    f: fieldsOf(d, form),
    hint: words.hint,
    actions: [
      button(t.common.save, { verb: 'set-absence', nonce }, { primary: true }),
      ...(absence === undefined ? [] : [ending(d, absence)]),
      backToActions(d, t.common.cancel),
    ],
  });
};

export const absenceSaved = (d: Drawing, absence: Absence): Card => {
  const { t, today, nameOf } = d;
  const words = t.reminders.absence;
  const { from, to, standIn } = absence;
  return fill('plain-view', {
    ...headed(t, {
      eyebrow: privately(t, words.eyebrow),
      title: from <= today ? words.awayUntil(t.day(to, today)) : words.saved,
      lead: standIn === undefined ? words.coordinatorIsTold : words.whoIsTold,
    }),
    ...facts([
      [words.from, t.day(from, today)],
      [words.to, t.day(to, today)],
      [words.standIn, standIn === undefined ? words.noStandIn : nameOf(standIn)],
    ]),
    actions: [ending(d, absence), backToActions(d)],
  });
};

export const absenceEnded = (d: Drawing): Card => {
  const { t } = d;
  const words = t.reminders.absence;
  return fill('plain-view', {
    ...headed(t, { eyebrow: privately(t, words.eyebrow), title: words.ended, lead: words.endedLead }),
    facts: [],
    actions: [backToActions(d)],
  });
};
