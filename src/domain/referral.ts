import { type LocalDate } from './time';

/** The values of domain.md §4, in the order they are asked. */
export const CHOICES = {
  scene: ['yes', 'unsure'],
  violence: ['exposed', 'exposes', 'both', 'neither', 'unknown'],
  substance: ['yes', 'no', 'unsure'],
  mental: ['yes', 'no', 'unsure'],
  history: ['yes', 'no', 'unsure'],
  effect: ['yes', 'no', 'unsure'],
  asked: ['housing', 'responsibility', 'coordination', 'treatment', 'safety', 'other'],
  informed: ['today', 'week', 'earlier', 'no-contact', 'not-able', 'unsafe'],
  'contact-consent': ['yes', 'no', 'not-asked'],
  children: ['yes', 'no', 'unknown'],
} as const;

export const SERVICES = [
  'mo',
  'social',
  'strax',
  'lar',
  'dps',
  'addiction',
  'police',
  'prison',
  'other',
] as const;
export const PLANS = ['individual-plan', 'care-team', 'crisis-plan'] as const;
export const OPENINGS = ['sentence', 'admission', 'wish', 'other'] as const;

type Choices = typeof CHOICES;
export type Question = keyof Choices;
export const QUESTIONS = Object.keys(CHOICES) as readonly Question[];
export type Service = (typeof SERVICES)[number];
type Plan = (typeof PLANS)[number];
type Opening = (typeof OPENINGS)[number];
export type Answer<Q extends Question> = Choices[Q][number];

export type Answers = { readonly [Q in Question]: Answer<Q> };
export type Informed = Answer<'informed'>;
export type ContactConsent = Answer<'contact-consent'>;
export type Asked = Answer<'asked'>;

/** Ticks, not stories: a referral whose questions are answered and whose texts are short. */
export type Referral = {
  readonly answers: Answers;
  /** Answer 8, "Ingen i gruppen bør kunne kjenne igjen personen", left unticked. */
  readonly recognisable: boolean;
  readonly contact: readonly Service[];
  readonly shutOut: readonly Service[];
  readonly plans: readonly Plan[];
  readonly contactRole: string;
  readonly opening?: { readonly kind: Opening; readonly on?: LocalDate };
  /** The reason; undefined when the case is not urgent. */
  readonly urgent?: string;
  /** Empty means "ikke spurt", and is shown so. */
  readonly words: string;
  /** How to reach the referrer: their own details, never the candidate's. */
  readonly reach: string;
};

/** Who the candidate is, when someone chose to say so. */
export type CandidateIdentity = {
  readonly name?: string;
  readonly number?: string;
  readonly birthYear?: number;
};

export const isInformed = (informed: Informed): boolean =>
  informed === 'today' || informed === 'week' || informed === 'earlier';
