import { type Action, isPending } from '../domain/action';
import { type AgendaItem } from '../domain/agenda';
import { type CaseCode } from '../domain/code';
import { type Meeting } from '../domain/meeting';
import { type Errand } from '../domain/outbox';
import { type MeetingNotice, type Notice } from '../domain/notice';
import { type LocalDate } from '../domain/time';
import { type Words } from '../i18n/words';
import { type TaskBell } from './hand-over';
import { spokenState } from './notice';

/** What is about to be sent, with as much of it as a lock screen may hear of. */
export type Announced =
  | { readonly kind: 'notice'; readonly errand: Extract<Errand, { readonly kind: 'notice' }> }
  | {
      readonly kind: 'meeting-notice';
      readonly about: MeetingNotice;
      readonly meeting: Meeting;
      readonly today: LocalDate;
    }
  | { readonly kind: 'digest'; readonly actions: readonly Action[]; readonly today: LocalDate }
  | { readonly kind: 'item'; readonly item: AgendaItem }
  | { readonly kind: 'agenda'; readonly meeting: Meeting; readonly today: LocalDate }
  | { readonly kind: 'gone' | 'door'; readonly code: CaseCode };

type Kinds = { readonly [K in Notice['kind']]: Extract<Notice, { readonly kind: K }> };
type Said = { readonly t: Words; readonly code: CaseCode };

const ofState = ({ t, code }: Said, { state }: Kinds['state']): string => {
  const { summary } = t.notice;
  return {
    named: summary.state(code, t.common.states[state]),
    progressed: summary.progressed(code),
    stopped: summary.stopped(code),
  }[spokenState(state)];
};
/** Without a year: a summary is read when it comes. */
const answerBy = ({ t, code }: Said, day: LocalDate): string =>
  t.notice.summary.answerNeeded(code, t.day(day, day));

const ofTask = ({ t, code }: Said, { kind }: { readonly kind: TaskBell }): string =>
  t.task.summaries[kind](code);

const SUMMARIES: { readonly [K in Notice['kind']]: (said: Said, notice: Kinds[K]) => string } = {
  'new-referral': ({ t, code }) => t.notice.summary.newReferral(code),
  state: ofState,
  'answer-needed': (said, { by }) => answerBy(said, by),
  'new-information': ({ t, code }) => t.notice.summary.newInformation(code),
  'informed-unanswered': (said, { eraseOn }) => answerBy(said, eraseOn),
  'new-action': ({ t, code }) => t.notice.summary.newAction(code),
  'new-date-asked': ({ t, code }) => t.notice.summary.newDateAsked(code),
  'new-date-granted': ({ t, code }) => t.notice.summary.newDateGranted(code),
  'hand-over-asked': ofTask,
  'hand-over-accepted': ofTask,
  'hand-over-declined': ofTask,
  'action-moved': ofTask,
  'action-cancelled': ofTask,
  form: ({ t, code }) => t.notice.summary.form(code),
  stopped: ({ t, code }) => t.notice.summary.stopped(code),
  shared: ({ t, code }) => t.notice.summary.shared(code),
  'sharing-to-review': ({ t, code }) => t.notice.summary.sharingToReview(code),
  'sharing-happened': ({ t, code }) => t.notice.summary.sharingHappened(code),
  'sharing-reviewed': ({ t, code }) => t.notice.summary.sharingReviewed(code),
};

const ofNotice = <K extends Notice['kind']>(said: Said, notice: Kinds[K] & { readonly kind: K }): string =>
  SUMMARIES[notice.kind](said, notice);

const ofDigest = (t: Words, actions: readonly Action[], today: LocalDate): string => {
  const pending = actions.filter(isPending);
  const late = pending.filter(({ due }) => due < today).length;
  if (pending.length === 0) return t.action.doneForNow;
  return late > 0 ? t.notice.summary.overdue(late) : t.notice.summary.due(pending.length);
};

type OfMeeting = Extract<Announced, { readonly kind: 'meeting-notice' }>;
const ofMeeting = (t: Words, { about, meeting, today }: OfMeeting): string =>
  t.notice.summary.meeting[about](t.day(meeting.on, today));

/** The notification text, which lock screens show: fixed but for a code, a day and a state before consent. */
export const summaryOf = (t: Words, announced: Announced): string => {
  switch (announced.kind) {
    case 'notice':
      return ofNotice({ t, code: announced.errand.code }, announced.errand.notice);
    case 'meeting-notice':
      return ofMeeting(t, announced);
    case 'digest':
      return ofDigest(t, announced.actions, announced.today);
    case 'item':
      return t.notice.summary.onAgenda(announced.item.code);
    case 'agenda':
      return t.notice.summary.agenda(t.day(announced.meeting.on, announced.today));
    case 'gone':
      return t.notice.summary.stopped(announced.code);
    case 'door':
      return t.notice.summary.progressed(announced.code);
  }
};
