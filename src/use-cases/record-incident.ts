import { withAction } from '../domain/action';
import { type Case } from '../domain/case';
import { type CaseId, newIncidentId } from '../domain/ids';
import {
  checkIncident,
  type IncidentBrief,
  type IncidentGiven,
  incidentIn,
  type IncidentProblem,
  type IncidentValues,
  isUnresolved,
  withIncident,
} from '../domain/incident';
import { type Refusal, TRY_AGAIN } from '../domain/refusal';
import { may } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type CasePlan, changeCase } from './change-case';
import { followUp } from './follow-up-incident';
import { type World } from './world';

export type RecordedIncident =
  | { readonly kase: Case; readonly incident: IncidentBrief }
  | { readonly problems: readonly IncidentProblem[] };
type Recording = Asked & { readonly caseId: CaseId; readonly values: IncidentValues };

const planned = async (
  world: World,
  asked: Recording,
  { kase, given }: { readonly kase: Case; readonly given: IncidentGiven },
): Promise<CasePlan> => {
  const id = newIncidentId(world.derive, asked.commandId);
  const incident: IncidentBrief = { id, agency: asked.by.person.agency, reporting: given.reporting };
  const { what } = given;
  if (!isUnresolved(incident)) return { kase: withIncident(kase, incident), incident: { incident, what } };
  const action = await followUp(world, asked, kase);
  const followed = { ...incident, action: action.action.id };
  return {
    kase: withAction(withIncident(kase, followed), action.action),
    incident: { incident: followed, what },
    action,
  };
};

/** What is wrong with the form; told only to someone who may record here, and not when it was recorded before. */
const problemsOf = async (world: World, asked: Recording): Promise<readonly IncidentProblem[]> => {
  const { caseId, commandId, values, within, by } = asked;
  const checked = checkIncident(values, todayOf(world, asked));
  if (checked.ok) return [];
  const file = await world.cases.load(caseId, within);
  const mayRecord =
    file !== undefined && may(by.person, { about: 'case', ask: 'record-incident', kase: file.kase });
  return !mayRecord || (await world.cases.known(caseId, commandId, within)) ? [] : checked.error;
};

/**
 * Something serious happened where the person who records it works (domain.md §10). Its day and kind are sealed under
 * that agency; while it is unresolved, the agency has a task of its own, in the same batch.
 */
export const recordIncident =
  (world: World) =>
  async (asked: Recording): Promise<Result<RecordedIncident, Refusal>> => {
    const problems = await problemsOf(world, asked);
    if (problems.length > 0) return ok({ problems });
    const done = await changeCase(world, asked, {
      operation: 'record-incident',
      caseId: asked.caseId,
      decide: async ({ kase }) => {
        const given = checkIncident(asked.values, todayOf(world, asked));
        return given.ok ? ok(await planned(world, asked, { kase, given: given.value })) : err(TRY_AGAIN);
      },
    });
    if (!done.ok) return done;
    const incident = incidentIn(done.value, newIncidentId(world.derive, asked.commandId));
    return incident === undefined ? err(TRY_AGAIN) : ok({ kase: done.value, incident });
  };
