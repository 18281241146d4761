import { type Action, isMuted, isPending } from '../domain/action';
import { type Case } from '../domain/case';
import { may } from '../policy/may';
import { type ActionOperation } from '../policy/operations';
import { owns } from '../policy/standing';
import { isLate } from './action-row';
import { button } from './button';
import { type CaseSubject } from './case-subject';
import { type Drawing } from './drawing';
import { facts, headed, offered, privately, row } from './parts';
import { type Card, fill } from './template';
import { shown } from './text';
import { ownerName } from './wording';

type Opened = { readonly kase: Case; readonly action: Action; readonly detail?: string };

const stateOf = ({ t }: Drawing, action: Action): string => {
  if (action.state === 'open') return t.task.open;
  return action.state === 'blocked' ? t.action.blocked : t.action.settled[action.state];
};

/** What is known of it besides whose it is and when it is due: who was asked, and whether its owner hears of it. */
const linesOf = (d: Drawing, { action, detail }: Opened): readonly string[] => {
  const { t, today, nameOf } = d;
  const { muted, proposed } = action;
  return [
    ...(detail === undefined ? [] : [shown(detail)]),
    ...(proposed === undefined ? [] : [t.task.isAsked(nameOf(proposed))]),
    ...(muted === undefined || !isMuted(action, today)
      ? []
      : [t.task.mutedWhy(t.day(muted.until, today), t.task.muteReasons[muted.reason])]),
  ];
};

const buttonsOf = (d: Drawing, { kase, action }: Opened): readonly Card[] => {
  const { t, nonce, reader, today } = d;
  const on = { caseId: kase.id, actionId: action.id, nonce };
  const asks = (ask: ActionOperation): boolean => may(reader, { about: 'action', ask, kase, action });
  const muted = isMuted(action, today);
  return offered([
    [
      asks('propose-hand-over'),
      button(t.task.handOver, { verb: 'start-hand-over', ...on }, { primary: true }),
    ],
    [asks('mute-action') && muted, button(t.task.unmute, { verb: 'mute-action', off: 'yes', ...on })],
    [asks('mute-action') && !muted, button(t.task.mute, { verb: 'start-mute-action', ...on })],
    [
      asks('reassign-action'),
      button(t.task.reassign, { verb: 'start-reassign-action', ...on }, { primary: !owns(reader, action) }),
    ],
    [asks('grant-new-date'), button(t.task.moveDate, { verb: 'start-new-date', ...on }, { rare: true })],
    [asks('cancel-action'), button(t.task.cancel, { verb: 'start-cancel-action', ...on }, { rare: true })],
    [
      may(reader, { about: 'case', ask: 'open-case', kase }),
      button(t.common.openCase, { verb: 'open-case', caseId: kase.id, nonce }, { leavesInputs: true }),
    ],
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

type Tasks = { readonly kase: Case; readonly actions: readonly Action[] };

/** So that the card stays under 20 KB; the soonest. */
const MOST_TASKS = 12;

/** The tasks of a case that its reader may open, each behind its own row. */
export const caseTasksCard = (d: Drawing, { kase, actions }: Tasks): Card => {
  const { t, nonce } = d;
  const pending = actions.filter(isPending);
  const rows = pending.slice(0, MOST_TASKS).map(action => {
    const title = t.action.titles[action.title];
    const press = { verb: 'open-action', caseId: kase.id, actionId: action.id, nonce };
    const look = {
      title,
      lines: [ownerName(d, action.owner)],
      right: t.shortDay(action.due),
      urgent: isLate(action, d),
    };
    return row(look, press, t.task.rowName(title, action.code));
  });
  return fill('my-referrals', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: pending.length === 0 ? t.task.none : t.task.count(pending.length),
      lead: pending.length === 0 ? '' : t.task.pressOne,
    }),
    rows,
    more: pending.length > MOST_TASKS ? [t.kase.moreActions(pending.length - MOST_TASKS)] : [],
    actions: [
      button(t.common.openCase, { verb: 'open-case', caseId: kase.id, nonce }, { leavesInputs: true }),
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
