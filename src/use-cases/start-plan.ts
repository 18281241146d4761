import { type PlanValues, formOfPlan } from '../domain/check-plan';
import { type Case } from '../domain/case';
import { type Revealed } from '../domain/content';
import { type Holding } from '../domain/groups';
import { type CaseId } from '../domain/ids';
import { type Person } from '../domain/people';
import { planMark } from '../domain/plan';
import { PLAN_HOLDING } from '../domain/plan-holding';
import { type Refusal } from '../domain/refusal';
import { visible } from '../policy/visible';
import { mayReadPlan } from '../policy/visible-plan';
import { type Result } from '../result';
import { type Asked, momentOf, todayOf } from './asked';
import { lookAtCase } from './lookup';
import { type CaseFile } from './ports/cases';
import { type World } from './world';

export type StartedPlan = {
  readonly kase: Case;
  readonly people: readonly Person[];
  /** As the newest version has it; empty before there is one. */
  readonly values: PlanValues;
  readonly seen: string;
  /** Before the first plan: the role of the contact person that the referral names, where the reader may see it. */
  readonly contactRole?: string;
};

const newest = async (world: World, { within }: Asked, { id, plan }: Case): Promise<PlanValues> => {
  if (plan === undefined) return {};
  const file = await world.cases.plan(id, plan.version, within);
  const words = file && (await world.cases.planWordsOf(file, within));
  return words === undefined ? { contact: plan.contact } : formOfPlan(plan.contact, words);
};

/** A first plan may replace somebody the participant knows already: what the referral says of that is shown. */
const roleIn = (seen: Revealed): Pick<StartedPlan, 'contactRole'> => {
  const contactRole = seen.map(({ content }) => content.C?.contactRole ?? '').find(role => role !== '');
  return contactRole === undefined ? {} : { contactRole };
};

const shownTo = (world: World, asked: Asked, kase: Case): readonly Holding[] => {
  const { person } = asked.by;
  if (kase.plan !== undefined) return mayReadPlan(person, kase, todayOf(world, asked)) ? [PLAN_HOLDING] : [];
  return visible(person, kase, momentOf(world, asked)).filter(
    ({ origin, section }) => origin === kase.origin && section === 'C',
  );
};

const begun = async (
  world: World,
  asked: Asked,
  { file, shows }: { readonly file: CaseFile; readonly shows: readonly Holding[] },
): Promise<Pick<StartedPlan, 'values' | 'contactRole'>> => {
  if (shows.length === 0) return { values: {} };
  if (file.kase.plan !== undefined) return { values: await newest(world, asked, file.kase) };
  return { values: {}, ...roleIn(await world.cases.reveal(file, shows, asked.within)) };
};

/** The form for a new version begins with the newest. */
export const startPlan =
  (world: World) =>
  (asked: Asked & { readonly caseId: CaseId }): Promise<Result<StartedPlan, Refusal>> =>
    lookAtCase(world, asked, {
      operation: 'start-write-plan',
      caseId: asked.caseId,
      question: ({ kase }) => ({ about: 'case', ask: 'write-plan', kase }),
      shows: ({ kase }) => shownTo(world, asked, kase),
      answer: async (file, shows) => ({
        kase: file.kase,
        people: await world.people.all(asked.within),
        seen: planMark(file.kase),
        ...(await begun(world, asked, { file, shows })),
      }),
    });
