import { underConsent } from '../audit/under-consent';
import { type Action } from '../domain/action';
import { type Case } from '../domain/case';
import { type Holding, sameHolding } from '../domain/groups';
import { type CaseId } from '../domain/ids';
import { type PlanBrief, type PlanWords } from '../domain/plan';
import { PLAN_HOLDING } from '../domain/plan-holding';
import { type Service } from '../domain/referral';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { judge } from '../policy/may';
import { mayReadDetail } from '../policy/visible';
import { withoutUnseen } from '../policy/visible-incidents';
import { mayReadPlan } from '../policy/visible-plan';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { looked } from './lookup';
import { refuse } from './perform';
import { type ActionFile, type CaseFile } from './ports/cases';
import { type PlanFile } from './ports/plans';
import { type World } from './world';

/** One measure of the plan; `tried` where the reader may know which service was tried before it. */
type Measure = { readonly action: Action; readonly tried?: Service };
export type OpenedPlan = {
  readonly kase: Case;
  /** Process: that there is one, and who the contact person is. Undefined when there is none. */
  readonly plan?: PlanBrief;
  readonly words?: PlanWords;
  readonly measures: readonly Measure[];
};
type Opening = Asked & {
  readonly caseId: CaseId;
  /** An earlier one; the newest when it is left out. */
  readonly version?: number;
};

const heldTried = ({ tried }: ActionFile): readonly Holding[] =>
  tried === undefined ? [] : [{ origin: tried.origin, section: tried.section }];

/** The version asked for, for a reader; whoever may read none knows of the newest only. */
const planFile = async (world: World, asked: Opening, { kase }: CaseFile): Promise<PlanFile | undefined> => {
  const { version = kase.plan?.version, within } = asked;
  if (version === undefined || !mayReadPlan(asked.by.person, kase, todayOf(world, asked))) return undefined;
  return world.cases.plan(kase.id, version, within);
};

const actionFiles = async (
  world: World,
  { within }: Asked,
  { id, actions }: Pick<Case, 'id' | 'actions'>,
): Promise<readonly ActionFile[]> => {
  const files = await Promise.all(actions.map(action => world.cases.action(id, action.id, within)));
  return files.flatMap(file => file ?? []);
};

type ByFile = { readonly file: CaseFile; readonly found: ActionFile };

const mayReadTried = (world: World, asked: Asked, { file, found }: ByFile): boolean =>
  heldTried(found).some(detail =>
    mayReadDetail(asked.by.person, file.kase, { detail, today: todayOf(world, asked) }),
  );

type Shown = { readonly plan: PlanFile; readonly actions: readonly ActionFile[] };

const measureOf = async (world: World, asked: Asked, by: ByFile): Promise<Measure> => {
  const { action } = by.found;
  const tried = mayReadTried(world, asked, by)
    ? await world.cases.triedOf(by.found, asked.within)
    : undefined;
  return { action, ...(tried === undefined ? {} : { tried }) };
};

const opened = async (
  world: World,
  asked: Asked,
  { file, shown: { plan, actions } }: { readonly file: CaseFile; readonly shown: Shown },
): Promise<OpenedPlan> => {
  const words = await world.cases.planWordsOf(plan, asked.within);
  const chosen = (words?.measures ?? []).flatMap(id => actions.find(({ action }) => action.id === id) ?? []);
  const measures = await Promise.all(chosen.map(found => measureOf(world, asked, { file, found })));
  return { kase: file.kase, plan: plan.plan, measures, ...(words === undefined ? {} : { words }) };
};

/** Which tasks are in the plan is not known before it is opened: what may be shown of any of them is told. */
const disclosedBy = (
  world: World,
  asked: Asked,
  { file, shown }: { readonly file: CaseFile; readonly shown: Shown },
): readonly Holding[] => {
  const tried = shown.actions.filter(found => mayReadTried(world, asked, { file, found })).flatMap(heldTried);
  return [PLAN_HOLDING, ...tried].filter(
    (one, place, all) => all.findIndex(other => sameHolding(other, one)) === place,
  );
};

const shownTo = async (world: World, asked: Opening, file: CaseFile): Promise<Shown | undefined> => {
  const plan = await planFile(world, asked, file);
  if (plan === undefined) return undefined;
  const kase = withoutUnseen(asked.by.person, file.kase, todayOf(world, asked));
  return { plan, actions: await actionFiles(world, asked, kase) };
};

const processOnly = ({ kase }: CaseFile): OpenedPlan => ({
  kase,
  ...(kase.plan === undefined ? {} : { plan: kase.plan }),
  measures: [],
});

/** The plan for progress; what it says for whoever may read it, after the event of showing it is stored. */
export const openPlan =
  (world: World) =>
  async (asked: Opening): Promise<Result<OpenedPlan, Refusal>> => {
    const { caseId, by, within } = asked;
    const what = { operation: 'open-plan', subject: caseId, caseId };
    const file = await world.cases.load(caseId, within);
    const ruling = file && judge(by.person, { about: 'case', ask: 'open-plan', kase: file.kase });
    if (file === undefined || ruling?.allowed !== true) {
      await refuse(world, asked, what);
      return err(NOT_AVAILABLE);
    }
    const shown = await shownTo(world, asked, file);
    const disclosed = shown === undefined ? [] : disclosedBy(world, asked, { file, shown });
    await looked(world, asked, { ...what, ...underConsent(file.kase), disclosed, rule: ruling.rule });
    return ok(shown === undefined ? processOnly(file) : await opened(world, asked, { file, shown }));
  };
