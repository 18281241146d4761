import { underConsent } from '../audit/under-consent';
import { type Case } from '../domain/case';
import { type CaseCode } from '../domain/code';
import { type Revealed } from '../domain/content';
import { type Holding } from '../domain/groups';
import { type ActionId, type CaseId } from '../domain/ids';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { judge } from '../policy/may';
import { visible } from '../policy/visible';
import { withoutUnseen } from '../policy/visible-incidents';
import { mayReadLink } from '../policy/visible-process';
import { err, ok, type Result } from '../result';
import { type AroundCase, aroundCase } from './around-case';
import { type Asked, momentOf, todayOf } from './asked';
import { looked } from './lookup';
import { ownDetails, type OwnDetail } from './own-details';
import { refuse } from './perform';
import { type CaseFile } from './ports/cases';
import { type World } from './world';

/** A case as this reader may see it now. */
export type OpenedCase = AroundCase & {
  readonly kase: Case;
  readonly seen: Revealed;
  /** An earlier case of the same person in the same agency; told to the coordinator only. */
  readonly linked?: CaseCode;
  /** What the reader's own tasks are about, as far as they may read it. */
  readonly details: ReadonlyMap<ActionId, string>;
};

const linkOf = async (
  world: World,
  { by, within }: Asked,
  kase: Case,
): Promise<{ readonly linked?: CaseCode }> => {
  const { linkedTo } = kase;
  if (linkedTo === undefined || !mayReadLink(by.person, kase)) return {};
  const other = await world.cases.load(linkedTo, within);
  return other === undefined ? {} : { linked: other.kase.code };
};

type Showing = { readonly holdings: readonly Holding[]; readonly own: readonly OwnDetail[] };

const opened = async (world: World, asked: Asked, { file, holdings, own }: Showing & { file: CaseFile }) => {
  const details = own.map(
    async ({ id, file: action }) => [id, await world.cases.detailOf(action, asked.within)] as const,
  );
  const read = (await Promise.all(details)).flatMap(([id, text]) =>
    text === undefined ? [] : [[id, text] as const],
  );
  return {
    kase: withoutUnseen(asked.by.person, file.kase, todayOf(world, asked)),
    seen: await world.cases.reveal(file, holdings, asked.within),
    details: new Map(read),
    ...(await aroundCase(world, asked, file.kase)),
    ...(await linkOf(world, asked, file.kase)),
  };
};

/** `typed`: the code it was asked by; where it is refused, that is all that may be told of it. */
type Opening = Asked & { readonly caseId: CaseId; readonly typed?: string };

/** Shows what `visible` gives, after the event of showing it is stored; the same refusal for none and for not yours. */
export const openCase =
  (world: World) =>
  async (asked: Opening): Promise<Result<OpenedCase, Refusal>> => {
    const { caseId, typed, by, within } = asked;
    const what = { operation: 'open-case', subject: caseId, caseId };
    const file = await world.cases.load(caseId, within);
    const ruling = file && judge(by.person, { about: 'case', ask: 'open-case', kase: file.kase });
    if (file === undefined || ruling?.allowed !== true) {
      await refuse(world, asked, { ...what, subject: typed ?? caseId });
      return err(NOT_AVAILABLE);
    }
    const holdings = visible(by.person, file.kase, momentOf(world, asked));
    const own = await ownDetails(world, asked, file.kase);
    const disclosed = [...holdings, ...own.map(({ holding }) => holding)];
    await looked(world, asked, { ...what, ...underConsent(file.kase), disclosed, rule: ruling.rule });
    return ok(await opened(world, asked, { file, holdings, own }));
  };
