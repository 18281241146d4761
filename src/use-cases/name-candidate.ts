import { type Case } from '../domain/case';
import { type Holding, sameHolding } from '../domain/groups';
import { type CaseId } from '../domain/ids';
import { mayBeNamed } from '../domain/informed-clock';
import { type CandidateIdentity } from '../domain/referral';
import { type Refusal } from '../domain/refusal';
import { may } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changeCase } from './change-case';
import { linkedCase } from './submit-referral';
import { type World } from './world';

type Naming = Asked & { readonly caseId: CaseId; readonly identity: CandidateIdentity };

const heldBy = ({ origin }: Case): Holding => ({ origin, section: 'B' });

/** The number that stands there before, for whoever may change it. */
const formerNumber = async (world: World, { by, caseId, within }: Naming): Promise<string | undefined> => {
  const file = await world.cases.load(caseId, within);
  if (file?.kase.named !== true) return undefined;
  if (!may(by.person, { about: 'case', ask: 'name-candidate', kase: file.kase })) return undefined;
  const [own] = await world.cases.reveal(file, [heldBy(file.kase)], within);
  return own?.content.B?.number;
};

/** A number that was wrong must not link this case to somebody else's. */
const forget = async (
  world: World,
  { identity, within }: Naming,
  { kase, former }: { kase: Case; former?: string },
) => {
  if (former === undefined || former === identity.number) return;
  await world.pointers.releaseNumber({ agency: kase.origin, number: former, caseId: kase.id }, within);
};

/** The name, given or put right after the referral was sent. It lies in B, with the agency that gave it. */
export const nameCandidate =
  (world: World) =>
  async (asked: Naming): Promise<Result<Case, Refusal>> => {
    const former = await formerNumber(world, asked);
    const named = await changeCase(world, asked, {
      operation: 'name-candidate',
      caseId: asked.caseId,
      decide: async ({ kase }) => {
        const { identity } = asked;
        if (!mayBeNamed(kase, todayOf(world, asked), world.calendar)) return err({ kind: 'tell-first' });
        const { linkedTo: _, ...unlinked } = kase;
        const others = kase.holdings.filter(holding => !sameHolding(holding, heldBy(kase)));
        const link = await linkedCase(world, asked, { id: kase.id, origin: kase.origin, identity });
        return ok({
          kase: { ...unlinked, ...link, named: true, holdings: [...others, heldBy(kase)] },
          content: [{ origin: kase.origin, content: { B: identity } }],
        });
      },
    });
    if (named.ok)
      await forget(world, asked, { kase: named.value, ...(former === undefined ? {} : { former }) });
    return named;
  };
