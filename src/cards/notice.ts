import { type CaseState } from '../domain/case';
import { type CaseId, type MeetingId } from '../domain/ids';
import { type Errand } from '../domain/outbox';
import { type FormKind, type Notice } from '../domain/notice';
import { type Words } from '../i18n/words';
import { button, type Carried } from './button';
import { type Drawing } from './drawing';
import { TASK_DOORBELLS } from './hand-over';
import { headed } from './parts';
import { type Setting } from './shared-drawing';
import { SHARING_DOORBELLS } from './sharing-notices';
import { type Card, fill } from './template';

type NoticeErrand = Extract<Errand, { readonly kind: 'notice' }>;
/** What is told, and the one thing to press. */
type Doorbell = {
  readonly title: string;
  readonly lead: string;
  readonly press: { readonly title: string; readonly verb: string } & Carried;
};

/** Named in a chat only before consent is answered (ux.md, Notifications). */
const NAMED: readonly CaseState[] = [
  'submitted',
  'needs-info',
  'ready-for-review',
  'deferred',
  'awaiting-consent',
];
/** Neither before consent nor an end: that something is new, and no more. */
const GOES_ON: readonly CaseState[] = ['mapping', 'active'];

/** How a chat may speak of a state: its name, that something is new, or that the work has stopped. */
export const spokenState = (state: CaseState): 'named' | 'progressed' | 'stopped' => {
  if (NAMED.includes(state)) return 'named';
  return GOES_ON.includes(state) ? 'progressed' : 'stopped';
};

const stateWords = (t: Words, state: CaseState): Pick<Doorbell, 'title' | 'lead'> =>
  ({
    named: { title: t.common.states[state], lead: t.notice.inState },
    progressed: { title: t.notice.progressed, lead: t.notice.openToSee },
    stopped: { title: t.notice.stopped, lead: t.notice.stoppedLead },
  })[spokenState(state)];

type Ring = Setting & { readonly caseId: CaseId };
type Kinds = { readonly [K in Notice['kind']]: Extract<Notice, { readonly kind: K }> };

const opens = ({ t, caseId }: Ring): Doorbell['press'] => ({
  title: t.common.openCase,
  verb: 'open-case',
  caseId,
});
const lists = ({ t }: Ring): Doorbell['press'] => ({ title: t.notice.myActions, verb: 'list-my-actions' });

const FORM_VERBS = {
  'record-decision': 'start-decision',
  'create-action': 'start-action',
  contribute: 'open-contributions',
  'record-gap': 'start-gap',
} as const satisfies Readonly<Record<FormKind, string>>;
const meetingOf = (meetingId: MeetingId | undefined): Carried =>
  meetingId === undefined ? {} : { meetingId };

const DOORBELLS: { readonly [K in Notice['kind']]: (ring: Ring, notice: Kinds[K]) => Doorbell } = {
  'new-referral': ring => ({
    title: ring.t.notice.newReferral,
    lead: ring.t.notice.checkReferral,
    press: opens(ring),
  }),
  state: (ring, { state }) => ({ ...stateWords(ring.t, state), press: opens(ring) }),
  'answer-needed': (ring, { by }) => ({
    title: ring.t.notice.answerNeeded,
    lead: ring.t.notice.answerBy(ring.t.day(by, ring.today)),
    press: opens(ring),
  }),
  'new-information': ring => ({
    title: ring.t.notice.newInformation,
    lead: ring.t.notice.readThem,
    press: opens(ring),
  }),
  'informed-unanswered': ({ t, today, caseId }, { eraseOn }) => ({
    title: t.notice.informed,
    lead: t.notice.eraseOn(t.day(eraseOn, today)),
    press: { title: t.notice.answer, verb: 'start-informed', caseId },
  }),
  'new-action': ring => ({
    title: ring.t.notice.newAction,
    lead: ring.t.notice.seeActions,
    press: lists(ring),
  }),
  'new-date-asked': ({ t, caseId }, { actionId }) => ({
    title: t.notice.newDateAsked,
    lead: t.notice.decideDate,
    press: { title: t.notice.answer, verb: 'start-new-date', caseId, actionId },
  }),
  'new-date-granted': ring => ({
    title: ring.t.notice.newDateGranted,
    lead: ring.t.notice.seeActions,
    press: lists(ring),
  }),
  form: ({ t, caseId }, { form, meetingId }) => ({
    title: t.notice.form[form],
    lead: t.notice.fromChannel,
    press: { title: t.notice.openForm, verb: FORM_VERBS[form], caseId, ...meetingOf(meetingId) },
  }),
  stopped: ring => ({
    title: ring.t.notice.stopped,
    lead: ring.t.notice.stoppedLead,
    press: opens(ring),
  }),
  ...TASK_DOORBELLS,
  ...SHARING_DOORBELLS,
};

const doorbellFor = <K extends Notice['kind']>(
  ring: Ring,
  notice: Kinds[K] & { readonly kind: K },
): Doorbell => DOORBELLS[notice.kind](ring, notice);

/** The chat is a doorbell (domain.md §13): a code, a state or a neutral title, a day, and one button. */
export const noticeCard = (d: Drawing, { caseId, code, notice }: NoticeErrand): Card => {
  const { t, nonce } = d;
  const { title, lead, press } = doorbellFor({ ...d, caseId }, notice);
  const { title: label, ...carried } = press;
  return fill('notice', {
    ...headed(t, { eyebrow: t.common.caseOf(code), title, lead }),
    actions: [button(label, { ...carried, nonce }, { primary: true })],
  });
};

/** In the channel, to the one who pressed for a form: it waits in their own chat (ux 08g). */
export const formIsInChatCard = (
  { t, nonce }: Drawing,
  where: { readonly caseId: CaseId; readonly meetingId: MeetingId },
): Card =>
  fill('notice', {
    ...headed(t, { eyebrow: t.common.onlyYou, title: t.notice.inChat, lead: t.notice.inChatLead }),
    actions: [button(t.common.close, { verb: 'close-item', ...where, nonce }, { leavesInputs: true })],
  });
