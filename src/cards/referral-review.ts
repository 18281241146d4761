import { type CaseId } from '../domain/ids';
import { type CandidateIdentity, QUESTIONS, type Referral } from '../domain/referral';
import { button } from './button';
import { type Drawing } from './drawing';
import { facts, headed, note } from './parts';
import { addedFacts, answerFact, ownWords } from './read-referral';
import { type Card, type Data, fill } from './template';

type Review = {
  readonly draftId: CaseId;
  readonly referral: Referral;
  readonly identity?: CandidateIdentity;
};

const whoSees = ({ t }: Drawing, { recognisable }: Referral): Data =>
  recognisable
    ? note({ style: 'warning', title: t.sending.consentFirst, text: t.sending.consentFirstMeans })
    : note({ style: 'accent', title: t.sending.whoSees, text: t.sending.whoSeesMeans });

const actions = ({ t, nonce }: Drawing, { draftId, identity }: Review): readonly Card[] => {
  const name = identity === undefined ? t.sending.giveName : t.sending.changeName;
  return [
    button(t.sending.send, { verb: 'submit-referral', draftId, nonce }, { primary: true }),
    button(name, { verb: 'start-identity', draftId, nonce }),
    button(t.sending.change, { verb: 'edit-draft', draftId, nonce }),
  ];
};

/** Everything that will be sent, before it is (ux 02d, 02g); of the identity only that it is given. */
export const reviewCard = (d: Drawing, review: Review): Card => {
  const { t } = d;
  const { referral, identity } = review;
  const name = identity === undefined ? t.sending.unnamed : t.sending.named;
  return fill('referral-review', {
    ...headed(t, { eyebrow: t.sending.eyebrow, title: t.sending.reviewTitle }),
    answers: facts([
      ...QUESTIONS.flatMap(question => answerFact(d, question, referral)),
      [t.sending.name, name],
    ]),
    addedTitle: t.sending.alsoWritten,
    added: facts([...addedFacts(d, referral), ownWords(d, referral)]),
    who: whoSees(d, referral),
    actions: actions(d, review),
  });
};
