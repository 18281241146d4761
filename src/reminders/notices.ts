import { type ActionBrief } from '../domain/action-brief';
import { type Case, isBeforeConsent, isEnded } from '../domain/case';
import { hasStopped } from '../domain/consent-ends';
import { isDisqualified } from '../domain/disqualification';
import { type ActionId } from '../domain/ids';
import { type Notice } from '../domain/outbox';
import { isActive, type Person } from '../domain/people';
import { type LocalDate } from '../domain/time';
import { isReminded } from '../use-cases/digest-lines';
import { isUninformed } from '../domain/informed-clock';
import { mayHear } from '../use-cases/may-hear';
import { type SharingNotice } from '../use-cases/may-hear-of-sharing';

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

/** What is told of a sharing has a rule of its own (may-hear-of-sharing.ts). */
export type NotOfSharing = Exclude<Notice, SharingNotice>;
type TaskNotice = Extract<Notice, { readonly actionId: ActionId }>;
const taskHolds = (notice: TaskNotice, told: Told): boolean => {
  const task = pendingTask(told, notice.actionId);
  return notice.kind === 'new-date-asked' ? task?.newDateAsked === true : isTheirs(told, task);
};

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
  if ('actionId' in notice) return taskHolds(notice, told);
  return notice.kind === 'state' ? isStill(told, notice.state) : HOLDS[notice.kind](told.kase);
};

/**
 * Whether a notice is still true, asked at the moment of sending. It must concern its receiver, except for the one
 * that says the work has stopped: whoever it goes to may by then see nothing more of the case.
 */
export const isStillTrue = (notice: NotOfSharing, told: Told): boolean =>
  isActive(told.person) &&
  !isDisqualified(told.kase, told.person.id) &&
  (notice.kind === 'stopped' || mayHear(told.person, told.kase)) &&
  holds(notice, told);
