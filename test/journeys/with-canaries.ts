import { type Element } from '../../src/local/demo/element';
import { type Sent } from './company';
import { MEETING, onAction, onCase, onDraft, onMeeting, type Verb } from './every-verb';

/** Stands in every field that takes a text; whoever finds it has found what somebody wrote. */
export const CANARY = 'Kanari-logg-4b8d';
/** The same, of a person: made up, and of no one. */
export const NUMBER = '01818490301';

/** What is an id or a choice stays right, so that the press comes as far as it can; every text is the canary. */
const KEPT =
  /^(caseId|draftId|actionId|meetingId|personId|row|outcome.*|due.*|gap.*|reason-\d|scene|version)$/;

export const withCanaries = (data: Element): Element => ({
  ...Object.fromEntries(Object.entries(data).map(([key, value]) => [key, KEPT.test(key) ? value : CANARY])),
  ...{ words: CANARY, 'my-contact': NUMBER, rationale: CANARY, detail: CANARY, name: CANARY, nin: NUMBER },
  ...{ reason: CANARY, [CANARY]: CANARY },
});

export const everyVerbOn = (sent: Pick<Sent, 'caseId' | 'code'>, draftId: string): readonly Verb[] => [
  ...onCase(sent.caseId),
  ...onAction(sent.caseId, 'a'.repeat(32)),
  ...onDraft(draftId),
  ...onMeeting(MEETING),
  ['save-person', { personId: 'medlem-politi', name: CANARY, roles: CANARY, agency: CANARY }],
  ['edit-person', { personId: 'medlem-politi' }],
  ['open-by-code', { code: sent.code }],
  ['choose-language', { language: CANARY }],
  [CANARY, { caseId: sent.caseId }],
];
