import { type Case } from '../domain/case';
import { type ReferralPart } from '../domain/content';
import { QUESTIONS } from '../domain/referral';
import { type LocalDate } from '../domain/time';
import { type Drawing } from './drawing';
import { myReferralActions } from './my-referral-actions';
import { nextSentence } from './next-step';
import { facts, fold, headed, note, privately } from './parts';
import { addedFacts, answerFact, ownWords } from './read-referral';
import { type Card, type Data, fill } from './template';

type MyReferral = {
  readonly kase: Case;
  /** What the reader sent, as far as it is still there. */
  readonly referral: ReferralPart;
  readonly nextMeeting: LocalDate;
};

const process = ({ t }: Drawing, kase: Case): Data => {
  const { informed, 'contact-consent': consents } = t.referral.answers;
  const { topics } = t.referral;
  return facts([
    [topics.informed, informed[kase.informed]],
    [topics['contact-consent'], consents[kase.contactConsent]],
    [t.sending.name, kase.named ? t.sending.named : t.sending.unnamed],
  ]);
};

/** What the coordinator asks for. */
const questionNote = ({ t }: Drawing, kase: Case): readonly Data[] =>
  kase.state === 'needs-info'
    ? [note({ style: 'warning', title: t.mine.missing, text: t.kase.missing[kase.missing] })]
    : [];

const sentFacts = (d: Drawing, referral: ReferralPart): Data =>
  facts([
    ...QUESTIONS.flatMap(question => answerFact(d, question, referral)),
    ...addedFacts(d, referral),
    ...(referral.words === undefined ? [] : [ownWords(d, referral)]),
  ]);

/** An own referral (ux 04b): its state, what happens next, what was sent, and what its author may do now. */
export const myReferralCard = (d: Drawing, { kase, referral, nextMeeting }: MyReferral): Card => {
  const { t, today, calendar } = d;
  const sentOn = t.day(calendar.dayOf(kase.submittedAt), today);
  return fill('my-referral', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.common.states[kase.state],
      lead: nextSentence(d, kase, nextMeeting),
    }),
    notes: questionNote(d, kase),
    process: process(d, kase),
    callFirst: t.common.callFirst,
    sent: fold(t, { id: 'sent', title: t.mine.sent, hint: sentOn }),
    sentFacts: sentFacts(d, referral),
    actions: myReferralActions(d, kase),
  });
};
