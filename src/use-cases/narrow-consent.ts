import { type Case } from '../domain/case';
import { checkNarrowing, type NarrowingValues } from '../domain/check-narrowing';
import { narrowConsent as narrowed } from '../domain/consent-steps';
import { hasConsent, isAsSeen } from '../domain/consent-status';
import { type CaseId } from '../domain/ids';
import { CHANGED_MEANWHILE, type Refusal, TRY_AGAIN, WRONG_STATE } from '../domain/refusal';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type CasePlan, changeCase } from './change-case';
import { aboutConsent } from './consent-notices';
import { type ConsentAnswer } from './keep-consent';
import { mayBeTold } from './may-be-told';
import { type ConsentChange } from './ports/cases';
import { shutOut } from './shut-out';
import { type World } from './world';

type Narrowing = Asked &
  NarrowingValues & {
    readonly caseId: CaseId;
    /** The mark of the consent the matrix was drawn over; see `consentMark`. */
    readonly seen?: string;
  };

const check = (world: World, asked: Narrowing, kase: Case) =>
  hasConsent(kase) && isAsSeen(kase, asked.seen)
    ? checkNarrowing(asked, kase, todayOf(world, asked))
    : undefined;

const problemsOf = async (world: World, asked: Narrowing) => {
  if (!(await mayBeTold(world, asked, 'narrow-consent'))) return undefined;
  const file = await world.cases.load(asked.caseId, asked.within);
  const checked = file && check(world, asked, file.kase);
  return checked === undefined || checked.ok ? undefined : checked.error;
};

/** What it says in words stays as it was said, under the key it lay under. */
const withTerms = async (
  world: World,
  { within }: Asked,
  { before, after }: { readonly before: Case; readonly after: Case },
): Promise<{ readonly consent?: ConsentChange }> => {
  if (!hasConsent(before) || !hasConsent(after)) return {};
  const file = await world.cases.consent(before.id, before.consent.version, within);
  const terms = file && (await world.cases.termsOf(file, within));
  return { consent: { consent: after.consent, ...(terms === undefined ? {} : { terms }) } };
};

const planned = async (world: World, asked: Narrowing, kase: Case): Promise<Result<CasePlan, Refusal>> => {
  const checked = check(world, asked, kase);
  if (checked === undefined) return err(hasConsent(kase) ? CHANGED_MEANWHILE : WRONG_STATE);
  if (!checked.ok) return err(TRY_AGAIN);
  const next = narrowed(kase, checked.value, asked.at);
  if (!next.ok) return next;
  const kept = await withTerms(world, asked, { before: kase, after: next.value });
  return ok({
    kase: next.value,
    ...kept,
    errands: [...aboutConsent(asked, kase), shutOut(asked)],
  });
};

/** The person takes something back: it is locked from the save on (domain.md §6). Nothing is opened by it. */
export const narrowConsent =
  (world: World) =>
  async (asked: Narrowing): Promise<Result<ConsentAnswer, Refusal>> => {
    const problems = await problemsOf(world, asked);
    if (problems !== undefined) return ok({ problems });
    const done = await changeCase(world, asked, {
      operation: 'narrow-consent',
      caseId: asked.caseId,
      decide: ({ kase }) => planned(world, asked, kase),
    });
    return done.ok ? ok({ kase: done.value }) : done;
  };
