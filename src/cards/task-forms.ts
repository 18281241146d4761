import { type Action } from '../domain/action';
import {
  CANCEL_TASK_REASONS,
  MUTE_REASONS,
  NEW_DATE_REASONS,
  REASSIGN_REASONS,
} from '../domain/action-choices';
import { type Case } from '../domain/case';
import { type DueProblem } from '../domain/due-date';
import { type Person } from '../domain/people';
import { type Words } from '../i18n/words';
import { button } from './button';
import { type Drawing } from './drawing';
import { choicesOf, date, pick, search } from './fields';
import { facts, headed, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { peopleChoices } from './wording';

type OfTask = { readonly kase: Case; readonly action: Action };
type Form = {
  readonly words: { readonly title: string; readonly lead: string; readonly save: string };
  readonly verb: string;
  readonly owners?: readonly Data[];
  readonly dates?: readonly Data[];
  readonly reasons?: readonly Data[];
  readonly danger?: true;
};

const formFor = (d: Drawing, { kase, action }: OfTask, form: Form): Card => {
  const { t, today, nonce } = d;
  const { words, verb, owners = [], dates = [], reasons = [], danger } = form;
  const on = { caseId: kase.id, actionId: action.id, nonce };
  return fill('task-form', {
    ...headed(t, { eyebrow: privately(t, t.common.caseOf(kase.code)), title: words.title, lead: words.lead }),
    ...facts([
      [t.action.grant.task, t.action.titles[action.title]],
      [t.task.due, t.day(action.due, today)],
    ]),
    ...{ owners, dates, reasons },
    actions: [
      button(words.save, { verb, ...on }, danger === true ? { danger } : { primary: true }),
      button(t.common.cancel, { verb: 'open-action', ...on }, { leavesInputs: true }),
    ],
  });
};

export type ChosenOwner = {
  readonly people: readonly Person[];
  readonly owner?: string;
  readonly problem?: keyof Words['task']['problems'];
};

const ownerField = ({ t }: Drawing, { people, owner, problem }: ChosenOwner): Data => ({
  ...search(t, {
    id: 'owner',
    label: t.task.newOwner,
    choices: peopleChoices(people),
    value: owner,
    error: problem === undefined ? undefined : t.task.problems[problem],
    must: t.task.ownerMissing,
  }),
  placeholder: t.task.ownerExample,
});

/** Until the other has said yes, the owner is responsible (ux 12c). */
export const handOverForm = (d: Drawing, of: OfTask & ChosenOwner): Card =>
  formFor(d, of, {
    words: d.t.task.handOverForm,
    verb: 'propose-hand-over',
    owners: [ownerField(d, of)],
  });

/** The coordinator's: nobody is asked, and it is told why. */
export const reassignForm = (
  d: Drawing,
  of: OfTask & ChosenOwner & { readonly reason?: string | undefined },
): Card => {
  const { t } = d;
  const choices = choicesOf(REASSIGN_REASONS, t.task.reassignReasons);
  const reason = { id: 'reason', label: t.task.why, value: of.reason, must: t.task.whyMissing };
  return formFor(d, of, {
    ...{ words: t.task.reassignForm, verb: 'reassign-action' },
    owners: [ownerField(d, of)],
    reasons: [pick(t, { ...reason, choices })],
  });
};

type WrongDate = { readonly due: string; readonly reason: string; readonly problem: DueProblem };

/** A date that cannot be asked for, with what is wrong and what was chosen; a list of tasks would have lost it. */
export const newDateForm = (d: Drawing, of: OfTask & WrongDate): Card => {
  const { t } = d;
  const { due, reason, problem } = of;
  const day = { id: 'due', label: t.action.newDate, value: due, must: t.action.futureDate };
  const why = { id: 'reason', label: t.action.why, value: reason, must: t.action.chooseReason };
  return formFor(d, of, {
    ...{ words: t.task.newDateForm, verb: 'ask-new-date' },
    dates: [date({ ...day, error: t.action.problems[problem] })],
    reasons: [pick(t, { ...why, choices: choicesOf(NEW_DATE_REASONS, t.action.reasons) })],
  });
};

export const cancelTaskForm = (d: Drawing, of: OfTask): Card => {
  const { t } = d;
  const choices = choicesOf(CANCEL_TASK_REASONS, t.task.cancelReasons);
  const reason = pick(t, { id: 'reason', label: t.task.why, choices, must: t.task.whyMissing });
  return formFor(d, of, {
    words: t.task.cancelForm,
    verb: 'cancel-action',
    reasons: [reason],
    danger: true,
  });
};

type Typed = { readonly until?: string; readonly reason?: string; readonly wrong?: 'date' | 'reason' };

/** From when they want to hear of it again, and why (domain.md §9). */
export const muteForm = (d: Drawing, of: OfTask & Typed): Card => {
  const { t } = d;
  const { until, reason, wrong } = of;
  const words = t.task.muteForm;
  const day = {
    ...{ id: 'until', label: words.from, value: until, must: words.chooseDate },
    error: wrong === 'date' ? words.chooseDate : undefined,
  };
  const why = {
    ...{ id: 'reason', label: t.task.why, value: reason, must: t.task.whyMissing },
    error: wrong === 'reason' ? t.task.whyMissing : undefined,
  };
  const choices = choicesOf(MUTE_REASONS, t.task.muteReasons);
  return formFor(d, of, {
    words,
    verb: 'mute-action',
    dates: [date(day)],
    reasons: [pick(t, { ...why, choices })],
  });
};
