import { type Case } from '../domain/case';
import { type Holding, sameHolding } from '../domain/groups';
import { type CaseId } from '../domain/ids';
import { type IncidentBrief, type IncidentWhat } from '../domain/incident';
import { type Refusal } from '../domain/refusal';
import { holdingOf, visibleIncidents, withoutUnseen } from '../policy/visible-incidents';
import { type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { lookAtCase } from './lookup';
import { type World } from './world';

/** An incident as far as it is still there. */
export type SeenIncident = { readonly incident: IncidentBrief; readonly what?: IncidentWhat };
export type OpenedIncidents = { readonly kase: Case; readonly incidents: readonly SeenIncident[] };

const holdingsOf = (incidents: readonly IncidentBrief[]): readonly Holding[] =>
  incidents
    .map(holdingOf)
    .filter((one, place, all) => all.findIndex(other => sameHolding(one, other)) === place);

const whatOf = async (
  world: World,
  { within }: Asked,
  { kase, incident }: { readonly kase: Case; readonly incident: IncidentBrief },
): Promise<SeenIncident> => {
  const file = await world.cases.incident({ caseId: kase.id, incidentId: incident.id }, within);
  const what = file && (await world.cases.incidentOf(file, within));
  return { incident, ...(what === undefined ? {} : { what }) };
};

/**
 * The serious incidents this reader may know of, after the event of showing them is stored. Whoever may open the case
 * may look; where there is none for them it reads the same whether there is one.
 */
export const openIncidents =
  (world: World) =>
  (asked: Asked & { readonly caseId: CaseId }): Promise<Result<OpenedIncidents, Refusal>> => {
    const { person } = asked.by;
    const today = todayOf(world, asked);
    return lookAtCase(world, asked, {
      operation: 'open-incidents',
      caseId: asked.caseId,
      question: ({ kase }) => ({ about: 'case', ask: 'open-incidents', kase }),
      shows: ({ kase }) => holdingsOf(visibleIncidents(person, kase, today)),
      answer: async ({ kase }) => ({
        kase: withoutUnseen(person, kase, today),
        incidents: await Promise.all(
          visibleIncidents(person, kase, today).map(incident => whatOf(world, asked, { kase, incident })),
        ),
      }),
    });
  };
