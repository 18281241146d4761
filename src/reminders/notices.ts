import { type ActionBrief } from '../domain/action-brief';
import { type Case, isBeforeConsent, isEnded } from '../domain/case';
import { type ActionId } from '../domain/ids';
import { type Notice } from '../domain/outbox';
import { isActive, type Person } from '../domain/people';
import { type LocalDate } from '../domain/time';
import { isReminded } from '../use-cases/digest-lines';
import { isUninformed } from '../domain/informed-clock';
import { mayHear } from '../use-cases/may-hear';

/** Whom a notice is for and what it is about, as both are now. */
export type Told = { readonly person: Person; readonly kase: Case; readonly today: LocalDate };

const pendingTask = ({ kase, today }: Told, id: ActionId): ActionBrief | undefined =>
  kase.actions.find(
    task =>
      task.id === id && (task.state === 'open' || task.state === 'blocked') && isReminded(kase, task, today),
  );
const isTheirs = ({ person }: Told, task: ActionBrief | undefined): boolean =>
  task?.owner === person.id || task?.standIn === person.id;

/** An end is never named in a chat, nor a state that tells of a consent (domain.md §13). */
const isStill = ({ kase }: Told, state: Case['state']): boolean =>
  kase.state === state && isBeforeConsent(kase);

type TaskNotice = Extract<Notice, { readonly actionId: ActionId }>;
const taskHolds = (notice: TaskNotice, told: Told): boolean => {
  const task = pendingTask(told, notice.actionId);
  return notice.kind === 'new-date-asked' ? task?.newDateAsked === true : isTheirs(told, task);
};

type CaseNotice = Exclude<Notice['kind'], 'state' | TaskNotice['kind']>;
const HOLDS: Readonly<Record<CaseNotice, (kase: Case) => boolean>> = {
  'new-referral': kase => kase.state === 'submitted',
  'answer-needed': kase => kase.state === 'needs-info',
  'new-information': kase => !isEnded(kase),
  'informed-unanswered': isUninformed,
  form: () => true,
  // The work stands still: the case has ended, or what it rested on ran out.
  stopped: kase => isEnded(kase) || kase.state === 'consent-expired',
};

const holds = (notice: Notice, told: Told): boolean => {
  if ('actionId' in notice) return taskHolds(notice, told);
  return notice.kind === 'state' ? isStill(told, notice.state) : HOLDS[notice.kind](told.kase);
};

/**
 * Whether a notice is still true, asked at the moment of sending. It must concern its receiver, except for the one
 * that says the work has stopped: whoever it goes to may by then see nothing more of the case.
 */
export const isStillTrue = (notice: Notice, told: Told): boolean =>
  isActive(told.person) &&
  (notice.kind === 'stopped' || mayHear(told.person, told.kase)) &&
  holds(notice, told);
