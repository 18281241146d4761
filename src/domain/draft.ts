import { type AgencyId, type CaseId, type PersonId } from './ids';
import { type CandidateIdentity, type Question } from './referral';
import { type Instant } from './time';

/** Every input of the form, as text, just as it was typed: nothing is lost because it is wrong. */
export const REFERRAL_FIELDS = [
  'scene',
  'violence',
  'substance',
  'mental',
  'history',
  'effect',
  'asked',
  'informed',
  'contact-consent',
  'children',
  'anonymous',
  'contact',
  'shut-out',
  'plan',
  'contact-role',
  'words',
  'opening',
  'opening-date',
  'urgent',
  'urgent-reason',
  'my-contact',
] as const;
export type ReferralField = (typeof REFERRAL_FIELDS)[number];
export type FormValues = Readonly<Partial<Record<ReferralField, string>>>;

/** Belongs to its author alone, and is not yet a case (domain.md §3). It lies where its case will lie. */
export type Draft = {
  readonly id: CaseId;
  readonly author: PersonId;
  readonly origin: AgencyId;
  readonly values: FormValues;
  readonly identity?: CandidateIdentity;
  readonly createdAt: Instant;
  readonly savedAt: Instant;
};

/** Nobody reads an older draft: it goes by itself (domain.md §12). */
export const DRAFT_DAYS = 30;
/** Texts are short (domain.md §1). */
export const LONGEST_TEXT = 200;

export type FieldProblem =
  | { readonly field: Question; readonly problem: 'unanswered' }
  | { readonly field: ReferralField; readonly problem: 'too-long' | 'holds-number' | 'not-a-choice' }
  | { readonly field: 'opening-date'; readonly problem: 'not-a-date' | 'past' }
  | { readonly field: 'urgent-reason'; readonly problem: 'missing' };
