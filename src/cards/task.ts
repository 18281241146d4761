import { type Action, isPending } from '../domain/action';
import { type Case } from '../domain/case';
import { muteOf } from '../domain/mute';
import { may } from '../policy/may';
import { type ActionOperation } from '../policy/operations';
import { owns } from '../policy/standing';
import { isLate } from './action-row';
import { button } from './button';
import { type CaseSubject } from './case-subject';
import { type Drawing } from './drawing';
import { backToActions } from './own-settings';
import { facts, headed, offered, only, privately, row } from './parts';
import { type Page, pageOf } from './page';
import { type Card, type Data, fill } from './template';
import { shown } from './text';
import { ownerName } from './wording';

type Opened = { readonly kase: Case; readonly action: Action; readonly detail?: string };

const stateOf = ({ t }: Drawing, action: Action): string => {
  if (action.state === 'open') return t.task.open;
  return action.state === 'blocked' ? t.action.blocked : t.action.settled[action.state];
};

/** The reader's own; whoever does not do the task sees whether its owner hears of it. */
const quietIn = ({ reader, today }: Drawing, action: Action) =>
  muteOf(action, { by: owns(reader, action) ? reader.id : action.owner, today });

/** What is known of it besides whose it is and when it is due: why, who was asked, and who does not hear of it. */
const linesOf = (d: Drawing, { action, detail }: Opened): readonly string[] => {
  const { t, today, nameOf } = d;
  const { reassigned, proposed } = action;
  const muted = quietIn(d, action);
  return [
    ...(detail === undefined ? [] : [shown(detail)]),
    ...(reassigned === undefined ? [] : [t.task.reassignedWhy(t.task.reassignReasons[reassigned])]),
    ...(proposed === undefined ? [] : [t.task.isAsked(nameOf(proposed))]),
    ...(muted === undefined
      ? []
      : [t.task.mutedWhy(t.day(muted.until, today), t.task.muteReasons[muted.reason])]),
  ];
};

const buttonsOf = (d: Drawing, { kase, action }: Opened): readonly Card[] => {
  const { t, nonce, reader } = d;
  const on = { caseId: kase.id, actionId: action.id, nonce };
  const asks = (ask: ActionOperation): boolean => may(reader, { about: 'action', ask, kase, action });
  const muted = quietIn(d, action) !== undefined;
  const isOwn = owns(reader, action);
  return offered([
    [asks('propose-hand-over'), button(t.task.handOver, { verb: 'start-hand-over', ...on })],
    [asks('mute-action') && muted, button(t.task.unmute, { verb: 'mute-action', off: 'yes', ...on })],
    [asks('mute-action') && !muted, button(t.task.mute, { verb: 'start-mute-action', ...on })],
    [
      asks('reassign-action'),
      button(
        t.task.reassign,
        { verb: 'start-reassign-action', ...on },
        isOwn ? { rare: true } : { primary: true },
      ),
    ],
    [asks('grant-new-date'), button(t.task.moveDate, { verb: 'start-new-date', ...on }, { rare: true })],
    [asks('cancel-action'), button(t.task.cancel, { verb: 'start-cancel-action', ...on }, { rare: true })],
    [
      may(reader, { about: 'case', ask: 'open-case', kase }),
      button(t.common.openCase, { verb: 'open-case', caseId: kase.id, nonce }, { leavesInputs: true }),
    ],
    [isOwn, backToActions(d, t.notice.myActions)],
  ]);
};

/** One task, with its detail for whoever may read that, and what its owner or the coordinator may do with it. */
export const taskCard = (d: Drawing, opened: Opened): Card => {
  const { t, today } = d;
  const { kase, action } = opened;
  return fill('archive-step', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.action.titles[action.title],
    }),
    ...facts([
      [t.task.owner, ownerName(d, action.owner)],
      [t.task.due, t.day(action.due, today)],
      [t.task.state, stateOf(d, action)],
    ]),
    lines: linesOf(d, opened),
    fields: [],
    elsewhere: '',
    actions: buttonsOf(d, opened),
  });
};

type Tasks = {
  readonly kase: Case;
  readonly actions: readonly Action[];
  /** The last one of the rows before these; the first ones when it is not there any more. */
  readonly after?: string;
};

/** So that the card stays under 20 KB. */
const MOST_TASKS = 12;

const pageIn = ({ actions, after }: Tasks): Page<Action> =>
  pageOf(actions.filter(isPending), { after, keyOf: ({ id }) => id, most: MOST_TASKS });

const taskRow = (d: Drawing, action: Action): Data => {
  const { t, nonce } = d;
  const title = t.action.titles[action.title];
  const press = { verb: 'open-action', caseId: action.caseId, actionId: action.id, nonce };
  const look = {
    title,
    lines: [ownerName(d, action.owner), ...only(action.state === 'blocked', () => t.action.blocked)],
    right: t.shortDay(action.due),
    urgent: isLate(action, d),
  };
  return row(look, press, t.task.rowName(title, action.code));
};

const pageWords = ({ t }: Drawing, { rows, start, all }: Page<Action>) => {
  if (all === 0) return { title: t.task.none, lead: '' };
  const isWhole = rows.length === all;
  const lead = isWhole ? t.task.pressOne : t.task.range(start + 1, start + rows.length, all);
  return { title: t.task.count(all), lead };
};

/** The tasks of a case that its reader may open, the soonest first, each behind its own row. */
export const caseTasksCard = (d: Drawing, tasks: Tasks): Card => {
  const { t, nonce } = d;
  const { id: caseId, code } = tasks.kase;
  const page = pageIn(tasks);
  const { next } = page;
  const list = { verb: 'list-case-actions', caseId, nonce };
  return fill('my-referrals', {
    ...headed(t, { eyebrow: privately(t, t.common.caseOf(code)), ...pageWords(d, page) }),
    rows: page.rows.map(action => taskRow(d, action)),
    more: [],
    actions: [
      ...(next === undefined ? [] : [button(t.inbox.next, { ...list, after: next }, { primary: true })]),
      ...(page.start === 0 ? [] : [button(t.task.all, list)]),
      button(t.common.openCase, { verb: 'open-case', caseId, nonce }, { leavesInputs: true }),
    ],
  });
};

/** Behind "…" in the case view: the coordinator's way to one task. */
export const tasksButton = (d: Drawing, { kase }: CaseSubject): readonly Card[] => {
  const { t, reader, nonce } = d;
  const isPendingIn = kase.actions.some(({ state }) => state === 'open' || state === 'blocked');
  return offered([
    [
      isPendingIn && may(reader, { about: 'case', ask: 'list-case-actions', kase }),
      button(t.task.all, { verb: 'list-case-actions', caseId: kase.id, nonce }, { rare: true }),
    ],
  ]);
};
