import { type ActionBrief } from '../domain/action-brief';
import { type Case, isBeforeConsent, isEnded } from '../domain/case';
import { hasStopped } from '../domain/consent-ends';
import { isDisqualified } from '../domain/disqualification';
import { type ActionId } from '../domain/ids';
import { type Notice } from '../domain/notice';
import { isActive, type Person } from '../domain/people';
import { type LocalDate } from '../domain/time';
import { isReminded } from '../use-cases/digest-lines';
import { isUninformed } from '../domain/informed-clock';
import { mayHear } from '../use-cases/may-hear';
import { type SharingNotice } from '../use-cases/may-hear-of-sharing';

/** Whom a notice is for and what it is about, as both are now. */
export type Told = { readonly person: Person; readonly kase: Case; readonly today: LocalDate };

const taskIn = ({ kase }: Told, id: ActionId): ActionBrief | undefined =>
  kase.actions.find(task => task.id === id);
const pendingTask = (told: Told, id: ActionId): ActionBrief | undefined => {
  const task = taskIn(told, id);
  return task?.state === 'open' || task?.state === 'blocked' ? task : undefined;
};
const isTheirs = ({ person }: Told, task: ActionBrief | undefined): boolean =>
  task?.owner === person.id || task?.standIn === person.id;

/** An end is never named in a chat, nor a state that tells of a consent (domain.md §13). */
const isStill = ({ kase }: Told, state: Case['state']): boolean =>
  kase.state === state && isBeforeConsent(kase);

/** What is told of a sharing has a rule of its own (may-hear-of-sharing.ts). */
export type NotOfSharing = Exclude<Notice, SharingNotice>;
type TaskNotice = Extract<Notice, { readonly actionId: ActionId }>;
type OfTask = { readonly told: Told; readonly task: ActionBrief | undefined };

const isTheirTask = ({ told, task }: OfTask): boolean => isTheirs(told, task);
const isOthers = ({ told, task }: OfTask): boolean => task !== undefined && !isTheirs(told, task);

/**
 * That somebody need not do a task any more: it asks nothing of them, and holds whether there is a consent or not, and
 * whatever became of the task. Where work on the case has stopped, that is told instead.
 */
const RELIEVING = {
  'action-cancelled': ({ task }: OfTask) => task?.state === 'cancelled',
  'hand-over-accepted': isOthers,
  'action-moved': isOthers,
} as const;
type Relieving = keyof typeof RELIEVING;
const relieves = (kind: TaskNotice['kind']): kind is Relieving => kind in RELIEVING;

/** What somebody is to do something about, as long as it is to be done. */
const ASKING: Readonly<Record<Exclude<TaskNotice['kind'], Relieving>, (of: OfTask) => boolean>> = {
  'new-action': isTheirTask,
  'new-date-granted': isTheirTask,
  'new-date-asked': ({ task }) => task?.newDateAsked === true,
  'hand-over-asked': ({ told, task }) => task?.proposed === told.person.id,
  'hand-over-declined': isTheirTask,
};

const taskHolds = ({ kind, actionId }: TaskNotice, told: Told): boolean =>
  relieves(kind)
    ? RELIEVING[kind]({ told, task: taskIn(told, actionId) })
    : ASKING[kind]({ told, task: pendingTask(told, actionId) });

/** While there is no consent nobody is asked to do anything; it is told when there is one again. */
const isHeldBack = (notice: NotOfSharing, told: Told): boolean => {
  if (!('actionId' in notice) || relieves(notice.kind)) return false;
  const task = taskIn(told, notice.actionId);
  return task !== undefined && !isReminded(told.kase, task, told.today);
};

/** Whoever these go to may see nothing of the case by then, or not yet. */
const TO_OUTSIDERS: readonly Notice['kind'][] = [
  'stopped',
  'hand-over-asked',
  'hand-over-accepted',
  'action-moved',
  'action-cancelled',
];

type CaseNotice = Exclude<NotOfSharing['kind'], 'state' | TaskNotice['kind']>;
const HOLDS: Readonly<Record<CaseNotice, (kase: Case) => boolean>> = {
  'new-referral': kase => kase.state === 'submitted',
  'answer-needed': kase => kase.state === 'needs-info',
  'new-information': kase => !isEnded(kase),
  'informed-unanswered': isUninformed,
  form: () => true,
  stopped: hasStopped,
};

const holds = (notice: NotOfSharing, told: Told): boolean => {
  if ('actionId' in notice) return !isEnded(told.kase) && taskHolds(notice, told);
  return notice.kind === 'state' ? isStill(told, notice.state) : HOLDS[notice.kind](told.kase);
};

const concerns = (notice: NotOfSharing, told: Told): boolean =>
  isActive(told.person) &&
  !isDisqualified(told.kase, told.person.id) &&
  (TO_OUTSIDERS.includes(notice.kind) || mayHear(told.person, told.kase)) &&
  holds(notice, told);

/** Whether a notice is still true, asked at the moment of sending, and whether it still concerns its receiver. */
export const isStillTrue = (notice: NotOfSharing, told: Told): boolean =>
  concerns(notice, told) && !isHeldBack(notice, told);

/** Whether it would be, were there a consent: it is asked again the next working day. */
export const isToWait = (notice: NotOfSharing, told: Told): boolean =>
  concerns(notice, told) && isHeldBack(notice, told);
