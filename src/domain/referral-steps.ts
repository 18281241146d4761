import { err, ok, type Result } from '../result';
import {
  type BeforeConsent,
  type Case,
  isBeforeConsent,
  type NeedsInfo,
  type ReadyForReview,
  type ReferralWithdrawn,
  type Submitted,
} from './case';
import { type Missing } from './reasons';
import { carried, ended, offAgenda } from './case-facts';
import { type CaseCode } from './code';
import { sectionsOf, type Content } from './content';
import { mayBeDiscussed } from './discussion';
import { type Draft } from './draft';
import { type CaseId } from './ids';
import { type ContactConsent, type Informed, type Referral } from './referral';
import { type Refusal, WRONG_STATE } from './refusal';
import { type Instant, type LocalDate, type Moment } from './time';

type Submission = {
  readonly draft: Draft;
  readonly referral: Referral;
  readonly content: Content;
  readonly code: CaseCode;
  readonly linkedTo?: CaseId;
};

/** A referral becomes a case where its draft lay. */
export const submit = ({ draft, referral, content, code, linkedTo }: Submission, at: Instant): Submitted => ({
  state: 'submitted',
  id: draft.id,
  code,
  origin: draft.origin,
  author: draft.author,
  submittedAt: at,
  since: at,
  informed: referral.answers.informed,
  contactConsent: referral.answers['contact-consent'],
  informedAt: at,
  recognisable: referral.recognisable,
  urgent: referral.urgent !== undefined,
  named: content.B !== undefined,
  presented: false,
  disqualified: [],
  holdings: sectionsOf(content).map(section => ({ origin: draft.origin, section })),
  actions: [],
  consents: 0,
  sharings: [],
  past: [],
  answered: false,
  ...(linkedTo === undefined ? {} : { linkedTo }),
});

type Asking = { readonly missing: Missing; readonly answerBy: LocalDate };

export const requestInformation = (kase: Case, asking: Asking, at: Instant): Result<NeedsInfo, Refusal> =>
  kase.state === 'submitted' || kase.state === 'ready-for-review'
    ? ok({ ...offAgenda(kase, at), state: 'needs-info', ...asking })
    : err(WRONG_STATE);

/** Someone who turns out to be recognisable goes back to the coordinator, off the agenda. */
const mustGoBack = (kase: Case, today: LocalDate): boolean =>
  kase.state === 'ready-for-review' && !mayBeDiscussed(kase, today);

/** An answer brings a case that lacked information back; elsewhere it is only more to know (domain.md §15). */
export const addInformation = (
  before: Case,
  { recognisable }: Pick<Referral, 'recognisable'>,
  { at, today }: Moment,
): Result<BeforeConsent, Refusal> => {
  if (!isBeforeConsent(before)) return err(WRONG_STATE);
  const kase = { ...before, recognisable };
  return ok(
    kase.state === 'needs-info' || mustGoBack(kase, today)
      ? { ...offAgenda(kase, at), state: 'submitted', answered: true }
      : kase,
  );
};

type Told = { readonly informed: Informed; readonly contactConsent: ContactConsent };

/** When this was all the coordinator asked for, the case comes back with the answer. */
export const recordInformed = (kase: Case, told: Told, at: Instant): Result<BeforeConsent, Refusal> => {
  if (!isBeforeConsent(kase)) return err(WRONG_STATE);
  const answered = { ...told, informedAt: at };
  return ok(
    kase.state === 'needs-info' && kase.missing === 'informed'
      ? { ...carried(kase, at), ...answered, state: 'submitted', answered: true }
      : { ...kase, ...answered },
  );
};

/** Set ready for the group. */
export const markReady = (kase: Case, { at, today }: Moment): Result<ReadyForReview, Refusal> => {
  if (kase.state !== 'submitted') return err(WRONG_STATE);
  if (!mayBeDiscussed(kase, today)) return err({ kind: 'recognisable' });
  return ok({ ...carried(kase, at), state: 'ready-for-review' });
};

export const markUrgent = (kase: Case): Result<BeforeConsent, Refusal> =>
  isBeforeConsent(kase) && kase.state !== 'awaiting-consent'
    ? ok({ ...kase, urgent: true })
    : err(WRONG_STATE);

/** A postponed case comes back when someone puts it on an agenda again. */
export const returnToAgenda = (kase: Case, { at, today }: Moment): Result<ReadyForReview, Refusal> => {
  if (kase.state !== 'deferred') return err(WRONG_STATE);
  if (!mayBeDiscussed(kase, today)) return err({ kind: 'recognisable' });
  return ok({ ...carried(kase, at), state: 'ready-for-review' });
};

export const withdrawReferral = (kase: Case, at: Instant): Result<ReferralWithdrawn, Refusal> =>
  isBeforeConsent(kase) ? ok({ ...ended(kase, at), state: 'referral-withdrawn' }) : err(WRONG_STATE);
