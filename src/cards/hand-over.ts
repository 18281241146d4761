import { type Action } from '../domain/action';
import { type Case } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { type Notice } from '../domain/notice';
import { type Words } from '../i18n/words';
import { button } from './button';
import { type Drawing } from './drawing';
import { headed, privately } from './parts';
import { type Setting } from './shared-drawing';
import { type Card, fill } from './template';

/** To whom a task is offered (ux 12e): its neutral title and its date, and no more until it is theirs. */
export const handOverRequest = (
  d: Drawing,
  { kase, action }: { readonly kase: Case; readonly action: Action },
): Card => {
  const { t, today, nonce } = d;
  const { request } = t.task;
  const on = { caseId: kase.id, actionId: action.id, nonce };
  return fill('notice', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: request.title,
      lead: request.what(t.action.titles[action.title], t.day(action.due, today)),
    }),
    actions: [
      button(request.accept, { verb: 'accept-hand-over', ...on }, { primary: true }),
      button(request.decline, { verb: 'decline-hand-over', ...on }),
    ],
  });
};

/** Whoever said no may see nothing of the case. */
export const handOverDeclined = ({ t, nonce }: Drawing): Card =>
  fill('notice', {
    ...headed(t, { title: t.task.request.answered, lead: t.task.request.answeredLead }),
    actions: [button(t.common.close, { verb: 'close-view', nonce }, { leavesInputs: true })],
  });

export type TaskBell = keyof Words['task']['doorbells'];
type Kinds = { readonly [K in Notice['kind']]: Extract<Notice, { readonly kind: K }> };
type Ring = Setting & { readonly caseId: CaseId };

/** To whoever has, or had, the task: their own tasks are what they may look at. */
const toList =
  (kind: TaskBell) =>
  ({ t }: Ring) => ({
    ...t.task.doorbells[kind],
    press: { title: t.notice.myActions, verb: 'list-my-actions' },
  });

/** What a chat may say of who has a task: nothing of the task itself. */
export const TASK_DOORBELLS = {
  'hand-over-asked': ({ t, caseId }: Ring, { actionId }: Kinds['hand-over-asked']) => ({
    ...t.task.doorbells['hand-over-asked'],
    press: { title: t.task.answer, verb: 'open-hand-over', caseId, actionId },
  }),
  'hand-over-accepted': toList('hand-over-accepted'),
  'hand-over-declined': toList('hand-over-declined'),
  'action-moved': toList('action-moved'),
  'action-cancelled': toList('action-cancelled'),
};
