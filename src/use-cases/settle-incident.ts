import { complete, isPending, withAction } from '../domain/action';
import { type Case } from '../domain/case';
import { type CaseId, type IncidentId } from '../domain/ids';
import {
  type IncidentBrief,
  incidentIn,
  isUnresolved,
  type Reporting,
  withIncident,
} from '../domain/incident';
import { type Refusal, WRONG_STATE } from '../domain/refusal';
import { judge, type Ruling } from '../policy/may';
import { isOwnIncident } from '../policy/visible-incidents';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { type CasePlan, changeCaseBeside } from './change-case';
import { editsFor } from './digest-edits';
import { followUp } from './follow-up-incident';
import { REFUSED } from './perform';
import { type ActionChange, type ActionFile } from './ports/cases';
import { type World } from './world';

type Settling = Asked & {
  readonly caseId: CaseId;
  readonly incidentId: IncidentId;
  readonly reporting: Reporting;
};
type Found = { readonly kase: Case; readonly incident: IncidentBrief };

/** Another agency's incident and one that is none are refused alike. */
const ruling = ({ by: { person }, incidentId }: Settling, kase: Case): Ruling => {
  const incident = incidentIn(kase, incidentId);
  return incident !== undefined && isOwnIncident(person, incident)
    ? judge(person, { about: 'case', ask: 'settle-incident', kase })
    : REFUSED;
};

const taskOf = async (
  world: World,
  { within }: Settling,
  { kase, incident }: Found,
): Promise<ActionFile | undefined> => {
  const file = incident.action && (await world.cases.action(kase.id, incident.action, within));
  return file !== undefined && isPending(file.action) ? file : undefined;
};

/** The agency has made up its mind: its task is done. */
const completed = (asked: Settling, file: ActionFile): Result<ActionChange, Refusal> => {
  const done = complete(file.action, { outcome: 'carried-out' }, asked.at);
  if (!done.ok) return done;
  const { version, detail } = file;
  return ok({ action: done.value, version, ...(detail === undefined ? {} : { keep: detail }) });
};

const withTask = ({ kase, incident }: Found, action: ActionChange): CasePlan => ({
  kase: withAction(withIncident(kase, incident), action.action),
  action,
});

const planned = async (world: World, asked: Settling, found: Found): Promise<Result<CasePlan, Refusal>> => {
  const task = await taskOf(world, asked, found);
  const incident: IncidentBrief = { ...found.incident, reporting: asked.reporting };
  const settled: Found = { kase: found.kase, incident };
  if (isUnresolved(incident) && task === undefined) {
    const action = await followUp(world, asked, found.kase);
    return ok(withTask({ ...settled, incident: { ...incident, action: action.action.id } }, action));
  }
  if (isUnresolved(incident) || task === undefined) return ok({ kase: withIncident(found.kase, incident) });
  const done = completed(asked, task);
  if (!done.ok) return done;
  const errands = editsFor(world, asked, { caseId: found.kase.id, task: task.action, asksOn: false });
  return ok({ ...withTask(settled, done.value), errands });
};

/**
 * A new answer to whether an incident is reported, by the agency where it happened. The task that waited for it is done
 * in the same batch; one that is considered anew gets a task again.
 */
export const settleIncident =
  (world: World) =>
  (asked: Settling): Promise<Result<Case, Refusal>> =>
    changeCaseBeside<undefined>(world, asked, {
      operation: 'settle-incident',
      caseId: asked.caseId,
      beside: () => Promise.resolve(undefined),
      judge: ({ kase }) => ruling(asked, kase),
      decide: ({ kase }) => {
        const incident = incidentIn(kase, asked.incidentId);
        return incident === undefined ? err(WRONG_STATE) : planned(world, asked, { kase, incident });
      },
    });
