import { type Case } from '../domain/case';
import {
  INCIDENT_KINDS,
  type IncidentBrief,
  type IncidentField,
  type IncidentProblem,
  type IncidentValues,
  REPORTINGS,
} from '../domain/incident';
import { button } from './button';
import { type Drawing } from './drawing';
import { choicesOf, date, pick, radio } from './fields';
import { headed, note, privately } from './parts';
import { type Card, type Data, fill } from './template';

type IncidentForm = {
  readonly kase: Case;
  /** Just as it was given, when the form comes back. */
  readonly values?: IncidentValues;
  readonly problems?: readonly IncidentProblem[];
};

const errorFor = ({ t }: Drawing, { field, problem }: IncidentProblem): string =>
  problem === 'missing' ? t.incident.unanswered[field] : t.incident.problems[problem];

const kept = (d: Drawing, { values = {}, problems = [] }: Omit<IncidentForm, 'kase'>, id: IncidentField) => {
  const found = problems.find(({ field }) => field === id);
  return {
    id,
    value: values[id],
    error: found === undefined ? undefined : errorFor(d, found),
    must: d.t.incident.unanswered[id],
  };
};

const headOf = (d: Drawing, { code }: Case, lead: string): Data =>
  headed(d.t, {
    eyebrow: privately(d.t, d.t.common.caseOf(code)),
    title: d.t.incident.title,
    lead,
  });

/** A serious incident (ux 20): three answers and no words. Whoever is in danger now is told first whom to ring. */
export const incidentForm = (d: Drawing, { kase, ...filled }: IncidentForm): Card => {
  const { t, nonce } = d;
  const { incident } = t;
  const kinds = choicesOf(INCIDENT_KINDS, incident.kinds);
  const reportings = choicesOf(REPORTINGS, incident.reportings);
  const caseId = kase.id;
  return fill('incident-form', {
    ...headOf(d, kase, incident.lead),
    danger: [note({ style: 'warning', text: t.common.danger })],
    dates: [date({ ...kept(d, filled, 'when'), label: incident.when })],
    choices: [
      pick(t, { ...kept(d, filled, 'kind'), label: incident.kind, choices: kinds }),
      radio({ ...kept(d, filled, 'reported'), label: incident.isReported, choices: reportings }),
    ],
    becomesTask: incident.becomesTask,
    actions: [
      button(incident.save, { verb: 'record-incident', caseId, nonce }, { primary: true }),
      button(t.common.cancel, { verb: 'open-case', caseId, nonce }, { leavesInputs: true }),
    ],
  });
};

type Settling = { readonly kase: Case; readonly incident: IncidentBrief };

/** A new answer to whether it is reported, for the agency where it happened. */
export const settlingForm = (d: Drawing, { kase, incident: { id, reporting } }: Settling): Card => {
  const { t, nonce } = d;
  const choices = choicesOf(REPORTINGS, t.incident.reportings);
  const carried = { caseId: kase.id, nonce };
  const must = t.incident.unanswered.reported;
  return fill('incident-form', {
    ...headOf(d, kase, t.incident.lead),
    danger: [],
    dates: [],
    choices: [radio({ id: 'reported', label: t.incident.isReported, value: reporting, choices, must })],
    becomesTask: t.incident.becomesTask,
    actions: [
      button(t.incident.settle, { verb: 'settle-incident', incidentId: id, ...carried }, { primary: true }),
      button(t.common.cancel, { verb: 'open-incidents', ...carried }, { leavesInputs: true }),
    ],
  });
};
