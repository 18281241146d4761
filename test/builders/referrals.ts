import { type Draft, type FormValues } from '../../src/domain/draft';
import { type Content, splitReferral } from '../../src/domain/content';
import { type Referral } from '../../src/domain/referral';
import { agencyId, caseId, NOON, personId } from './ids';

/** The eight required answers and nothing else, as the form sends them. */
export const SHORTEST_FORM: FormValues = {
  scene: 'yes',
  violence: 'both',
  substance: 'yes',
  mental: 'unsure',
  history: 'yes',
  effect: 'yes',
  asked: 'housing',
  informed: 'week',
  'contact-consent': 'yes',
  children: 'no',
  anonymous: 'yes',
};

export const aReferral = (over: Partial<Referral> = {}): Referral => ({
  answers: {
    scene: 'yes',
    violence: 'both',
    substance: 'yes',
    mental: 'unsure',
    history: 'yes',
    effect: 'yes',
    asked: 'housing',
    informed: 'week',
    'contact-consent': 'yes',
    children: 'no',
  },
  recognisable: false,
  contact: ['mo', 'lar', 'police'],
  shutOut: [],
  plans: [],
  contactRole: '',
  words: '',
  reach: 'Innmelder, MO-senter, 99 99 99 99',
  ...over,
});

/** What the referral holds in each section; with `identity`, who it is about too. */
export const aContent = (over: Partial<Referral> = {}, identity?: Content['B']): Content => ({
  ...splitReferral(aReferral(over)),
  ...(identity === undefined ? {} : { B: identity }),
});

export const aDraft = (over: Partial<Draft> = {}): Draft => ({
  id: caseId(),
  author: personId('innmelder'),
  origin: agencyId('sosiale-tjenester'),
  values: SHORTEST_FORM,
  createdAt: NOON,
  savedAt: NOON,
  ...over,
});
