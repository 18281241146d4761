import { z } from 'zod';
import { incidentForm, settlingForm } from '../../cards/incident-form';
import { incidentDone, incidentsCard } from '../../cards/incidents';
import { refusalCard } from '../../cards/refusals';
import { type Card } from '../../cards/template';
import { type CaseId } from '../../domain/ids';
import {
  INCIDENT_FIELDS,
  incidentIn,
  type IncidentProblem,
  type IncidentValues,
  REPORTINGS,
} from '../../domain/incident';
import { NOT_AVAILABLE } from '../../domain/refusal';
import { IncidentId } from '../../ids';
import { may } from '../../policy/may';
import { isOwnIncident } from '../../policy/visible-incidents';
import { type Deps } from '../deps';
import { changes, type Handler, reads, type Turn } from '../handler';
import { refusedOr } from '../refused';
import { given, OfCase, texts } from '../submissions';

const OfIncident = OfCase.extend({ incidentId: IncidentId });

export const onOpenIncidents = ({ does }: Deps): Handler =>
  reads(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.openIncidents({ ...asked, caseId }), opened => incidentsCard(d, opened)),
  );

type Filled = { readonly values?: IncidentValues; readonly problems?: readonly IncidentProblem[] };

const formFor = async (
  { does }: Deps,
  { asked, d }: Turn,
  { caseId, ...filled }: Filled & { readonly caseId: CaseId },
): Promise<Card> =>
  refusedOr(d, await does.startIncident({ ...asked, caseId }), ({ kase }) =>
    incidentForm(d, { kase, ...filled }),
  );

export const onStartIncident = (deps: Deps): Handler =>
  reads(OfCase, (turn, { caseId }) => formFor(deps, turn, { caseId }));

export const onRecordIncident = (deps: Deps): Handler =>
  changes(OfCase.extend(texts(INCIDENT_FIELDS)), async (turn, { caseId, ...inputs }) => {
    const { asked, d } = turn;
    const values = given(inputs);
    const recorded = await deps.does.recordIncident({ ...asked, caseId, values });
    if (!recorded.ok) return refusalCard(d, recorded.error, caseId);
    return 'problems' in recorded.value
      ? formFor(deps, turn, { caseId, values, problems: recorded.value.problems })
      : incidentDone(d, { ...recorded.value, what: 'saved' });
  });

/** The form opens for whoever may settle it; another agency's incident, and none, are refused alike. */
export const onStartSettleIncident = ({ does }: Deps): Handler =>
  reads(OfIncident, async ({ asked, d }, { caseId, incidentId }) =>
    refusedOr(d, await does.openIncidents({ ...asked, caseId }), ({ kase, incidents }) => {
      const found = incidents.find(({ incident }) => incident.id === incidentId)?.incident;
      const settles = may(d.reader, { about: 'case', ask: 'settle-incident', kase });
      return found !== undefined && settles && isOwnIncident(d.reader, found)
        ? settlingForm(d, { kase, incident: found })
        : refusalCard(d, NOT_AVAILABLE);
    }),
  );

const Settled = OfIncident.extend({ reported: z.enum(REPORTINGS) });

export const onSettleIncident = ({ does }: Deps): Handler =>
  changes(Settled, async ({ asked, d }, { reported: reporting, ...key }) =>
    refusedOr(d, await does.settleIncident({ ...asked, ...key, reporting }), kase => {
      const incident = incidentIn(kase, key.incidentId);
      return incident === undefined ? {} : incidentDone(d, { kase, incident, what: 'settled' });
    }),
  );
