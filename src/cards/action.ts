import { type Action, isPending } from '../domain/action';
import { type ActionBrief } from '../domain/action-brief';
import { type Case } from '../domain/case';
import { type DueProblem } from '../domain/due-date';
import { may } from '../policy/may';
import { owns } from '../policy/standing';
import { actionRow, isLate, MOST_ACTIONS } from './action-row';
import { button } from './button';
import { type Drawing } from './drawing';
import { date } from './fields';
import { ownSettings } from './own-settings';
import { facts, headed, offered, only, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { capital } from './wording';

type OfAction = { readonly kase: Case; readonly action: Action };
type Listed = { readonly actions: readonly Action[]; readonly more: number };
/** `others`: where those begin that are not the reader's own. */
type Rows = Listed & { readonly list?: 'digest'; readonly others?: number };

const listed = (d: Drawing, { actions, more, others = 0, ...list }: Rows, buttons: readonly Card[]) => {
  const shown = actions.slice(0, MOST_ACTIONS);
  const left = actions.length - shown.length + more;
  return {
    rows: shown.map((action, place) => ({
      ...actionRow(d, action, { place, ...list }),
      heading: only(place > 0 && place === others, () => d.t.reminders.others),
    })),
    more: only(left > 0, () => d.t.action.more(left)),
    actions: buttons,
  };
};

const digestWords = (d: Drawing, actions: readonly Action[]) => {
  const { t, today } = d;
  const pending = actions.filter(isPending);
  const late = pending.filter(action => isLate(action, d)).length;
  if (late > 0) return { title: t.action.overdue(late), lead: t.action.sayIfStuck };
  const title = pending.length === 0 ? t.action.doneForNow : t.action.dueSoon(pending.length);
  return { title, lead: capital(t.day(today, today)) };
};

/** To whom only others' tasks are told of. */
const othersWords = (d: Drawing, others: readonly Action[]) => {
  const { t, today } = d;
  const late = others.filter(action => isLate(action, d)).length;
  return {
    title: late > 0 ? t.reminders.othersOverdue(late) : t.reminders.othersDue(others.length),
    lead: capital(t.day(today, today)),
  };
};

/** The day's doorbell to an owner (ux 12a, 12b): codes, neutral titles and dates; at most four tasks are drawn, the own before others'. */
export const digestCard = (d: Drawing, { actions }: { readonly actions: readonly Action[] }): Card => {
  const { t, nonce, reader } = d;
  const own = actions.filter(action => owns(reader, action));
  const others = actions.filter(action => !owns(reader, action));
  const head =
    own.length === 0 && others.length > 0
      ? { eyebrow: t.reminders.hours.eyebrow, ...othersWords(d, others) }
      : { eyebrow: t.action.mine, ...digestWords(d, own) };
  const rows = { actions: [...own, ...others], more: 0, list: 'digest', others: own.length } as const;
  const all = button(t.action.all, { verb: 'list-my-actions', nonce }, { leavesInputs: true });
  return fill('actions', {
    ...headed(t, head),
    ...listed(d, rows, [all]),
  });
};

/** What became of a row of a digest: nothing is read for it. The newest digest is edited to what is left soon after. */
export const rowAnswered = (
  d: Drawing,
  { kase: { code }, task }: { readonly kase: Pick<Case, 'code'>; readonly task: ActionBrief },
): Card => {
  const { t, nonce } = d;
  const moved = task.newDateAsked ? 'asked' : 'moved';
  return fill('plain-view', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(code)),
      title: t.action.answered[task.state === 'done' ? 'done' : moved],
      lead: '',
    }),
    ...facts([[t.action.grant.task, t.action.titles[task.title]]]),
    actions: [button(t.action.all, { verb: 'list-my-actions', nonce })],
  });
};

/** `mine oppgaver`: what one owns and stands in for, the most urgent first; `more` are not among `actions`. */
export const myActionsCard = (d: Drawing, { actions, more }: Listed): Card => {
  const { t } = d;
  const open = actions.filter(isPending).length + more;
  return fill('actions', {
    ...headed(t, {
      eyebrow: privately(t, t.action.mine),
      title: open === 0 ? t.action.noneOpen : t.action.open(open),
      lead: open > 1 ? t.action.soonestFirst : '',
    }),
    ...listed(d, { actions, more }, ownSettings(d, { crowded: actions.length > 0 })),
  });
};

/** The task is saved and its owner is told (content-free). */
export const actionCreated = (d: Drawing, { kase, action }: OfAction): Card => {
  const { t, today, nonce, nameOf, reader } = d;
  const caseId = kase.id;
  return fill('plain-view', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.action.created,
      lead: t.action.ownerIsTold(nameOf(action.owner)),
    }),
    ...facts([
      [t.action.grant.task, t.action.titles[action.title]],
      [t.action.ownerName, nameOf(action.owner)],
      [t.action.due, t.day(action.due, today)],
    ]),
    actions: offered([
      [
        may(reader, { about: 'case', ask: 'create-action', kase }),
        button(t.action.another, { verb: 'start-action', caseId, nonce }),
      ],
      [true, button(t.common.close, { verb: 'close-view', caseId, nonce })],
    ]),
  });
};

const askedWords = ({ t, today, nameOf }: Drawing, { owner, asked }: Action): string =>
  asked === undefined ? '' : t.action.grant.asks(nameOf(owner), t.day(asked.due, today));

const dateFacts = ({ t, today }: Drawing, { title, due, asked }: Action): Data =>
  facts([
    [t.action.grant.task, t.action.titles[title]],
    [t.action.grant.now, t.day(due, today)],
    ...(asked === undefined ? [] : [[t.action.grant.reason, t.action.reasons[asked.reason]] as const]),
  ]);

/** What was chosen last, and why that cannot be. */
type Refused = { readonly wrong?: { readonly due: string; readonly problem: DueProblem } };

/** The coordinator's answer to an owner who asks for a new date: the one asked for, or another. */
export const newDateCard = (d: Drawing, { kase, action, wrong }: OfAction & Refused): Card => {
  const { t, nonce, reader } = d;
  const grant = { verb: 'grant-new-date', caseId: kase.id, actionId: action.id, nonce };
  const value = wrong?.due ?? action.asked?.due ?? '';
  const error = wrong && t.action.problems[wrong.problem];
  return fill('new-date', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(action.code)),
      title: t.action.grant.question,
      lead: askedWords(d, action),
    }),
    ...dateFacts(d, action),
    fields: [date({ id: 'due', label: t.action.newDate, value, error, must: t.action.futureDate })],
    actions: offered([
      [
        may(reader, { about: 'action', ask: 'grant-new-date', kase, action }),
        button(t.action.grant.save, grant, { primary: true }),
      ],
      [true, button(t.common.cancel, { verb: 'open-inbox', nonce }, { leavesInputs: true })],
    ]),
  });
};
