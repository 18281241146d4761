import { type Case } from '../domain/case';
import { checkReferral } from '../domain/check-referral';
import { type Content, keepingMapping, sectionsOf, splitReferral } from '../domain/content';
import { type FieldProblem, type FormValues } from '../domain/draft';
import { type Holding, sameHolding } from '../domain/groups';
import { type CaseId } from '../domain/ids';
import { type Referral } from '../domain/referral';
import { addInformation as withInformation } from '../domain/referral-steps';
import { type Refusal, TRY_AGAIN } from '../domain/refusal';
import { err, ok, type Result } from '../result';
import { type Asked, momentOf, todayOf } from './asked';
import { changeCase } from './change-case';
import { mayBeTold } from './may-be-told';
import { ownContent } from './own-mapping';
import { type CaseFile } from './ports/cases';
import { noticesToCoordinators } from './recipients';
import { type World } from './world';

const withHoldings = (kase: Case, content: Content): readonly Holding[] => {
  const sealed = sectionsOf(content).map(section => ({ origin: kase.origin, section }));
  return [...kase.holdings, ...sealed.filter(one => !kase.holdings.some(other => sameHolding(one, other)))];
};

const amended = (kase: Case, referral: Referral, content: Content): Case => ({
  ...kase,
  informed: referral.answers.informed,
  contactConsent: referral.answers['contact-consent'],
  urgent: kase.urgent || referral.urgent !== undefined,
  holdings: withHoldings(kase, content),
});

/** What was mapped while the person took part stays, when they have come back and are referred anew. */
const contentFor = async (
  world: World,
  { within }: Asked,
  { file, referral }: { readonly file: CaseFile; readonly referral: Referral },
): Promise<Content> => {
  const { past, origin } = file.kase;
  const wasMapped = past.some(({ state }) => state === 'mapping' || state === 'active');
  const before = wasMapped ? await ownContent(world, { file, origin }, within) : {};
  return keepingMapping(splitReferral(referral), before);
};

export type AddedInformation = { readonly kase: Case } | { readonly problems: readonly FieldProblem[] };

/** The referrer corrects and adds to what was sent; a case that lacked it goes back to the coordinator. */
export const addInformation =
  (world: World) =>
  async (
    asked: Asked & { readonly caseId: CaseId; readonly values: FormValues },
  ): Promise<Result<AddedInformation, Refusal>> => {
    const checked = checkReferral(asked.values, todayOf(world, asked));
    if (!checked.ok && (await mayBeTold(world, asked, 'add-information')))
      return ok({ problems: checked.error });
    const done = await changeCase(world, asked, {
      operation: 'add-information',
      caseId: asked.caseId,
      decide: async file => {
        const { kase } = file;
        if (!checked.ok) return err(TRY_AGAIN);
        const content = await contentFor(world, asked, { file, referral: checked.value });
        const next = withInformation(kase, checked.value, momentOf(world, asked));
        if (!next.ok) return next;
        const errands = noticesToCoordinators(asked, { kase, about: { kind: 'new-information' } });
        const sealed = [{ origin: kase.origin, content }];
        return ok({
          kase: { ...amended(next.value, checked.value, content), informedAt: asked.at },
          content: sealed,
          errands,
        });
      },
    });
    return done.ok ? ok({ kase: done.value }) : done;
  };
