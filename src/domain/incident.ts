import { type ActionTitle } from './action-brief';
import { type ActionId, type AgencyId, type IncidentId } from './ids';
import { isLocalDate, type LocalDate, plusMonths } from './time';
import { err, ok, type Result } from '../result';

export const REPORTINGS = ['reported', 'considered', 'not-reported', 'prevented', 'not-criminal'] as const;
/** Whether a serious incident is reported to the police, or why not (domain.md §10). */
export type Reporting = (typeof REPORTINGS)[number];

export const INCIDENT_KINDS = ['threat', 'violence', 'damage', 'other'] as const;
type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** That something happened, at which agency, and whether it is reported; what and when lies sealed with that agency. */
export type IncidentBrief = {
  readonly id: IncidentId;
  readonly agency: AgencyId;
  readonly reporting: Reporting;
  /** The agency's own task that follows it up: as private as the incident (policy/visible-incidents.ts). */
  readonly action?: ActionId;
};
/** What lies sealed: never in words, for a story belongs in the agency's own record system. */
export type IncidentWhat = { readonly on: LocalDate; readonly kind: IncidentKind };

/** Its agency has not made up its mind yet, and so has something to do. */
export const isUnresolved = ({ reporting }: Pick<IncidentBrief, 'reporting'>): boolean =>
  reporting === 'considered';

/** How long an agency has to make up its mind (ours). */
export const FOLLOW_UP_DAYS = 14;

type Remembering = { readonly incidents?: readonly IncidentBrief[] };

export const incidentIn = ({ incidents = [] }: Remembering, id: IncidentId): IncidentBrief | undefined =>
  incidents.find(incident => incident.id === id);

/** The case with this incident in the place it had, or last when it is new. */
export const withIncident = <K extends Remembering>(kase: K, incident: IncidentBrief): K => {
  const { incidents = [] } = kase;
  const known = incidentIn(kase, incident.id) !== undefined;
  return {
    ...kase,
    incidents: known
      ? incidents.map(old => (old.id === incident.id ? incident : old))
      : [...incidents, incident],
  };
};

type Task = { readonly id: ActionId; readonly title: ActionTitle };
export const incidentBehind = (
  { incidents = [] }: Remembering,
  task: Pick<Task, 'id'>,
): IncidentBrief | undefined => incidents.find(({ action }) => action === task.id);

/**
 * Its title alone tells of an incident, also when that one is followed by another task since, or is erased. So it is its
 * title that makes it private.
 */
export const isFollowUp = ({ title }: Pick<Task, 'title'>): boolean => title === 'follow-up-incident';

/** The tasks that everyone in the group may know of: those that follow up an incident are their agency's own. */
export const sharedTasks = <T extends Task>(
  kase: Remembering & { readonly actions: readonly T[] },
): readonly T[] => kase.actions.filter(task => !isFollowUp(task));

export const INCIDENT_FIELDS = ['when', 'kind', 'reported'] as const;
export type IncidentField = (typeof INCIDENT_FIELDS)[number];
/** Every input of the form, as text, just as it was given. */
export type IncidentValues = Readonly<Partial<Record<IncidentField, string>>>;
export type IncidentProblem = {
  readonly field: IncidentField;
  readonly problem: 'missing' | 'future' | 'too-old';
};
export type IncidentGiven = { readonly what: IncidentWhat; readonly reporting: Reporting };

/** What happened longer ago is history, and belongs in the agency's own records (ours). */
const MONTHS_BACK = 12;

const dayProblem = (typed: string, today: LocalDate): readonly IncidentProblem[] => {
  if (!isLocalDate(typed)) return [{ field: 'when', problem: 'missing' }];
  if (typed > today) return [{ field: 'when', problem: 'future' }];
  return typed < plusMonths(today, -MONTHS_BACK) ? [{ field: 'when', problem: 'too-old' }] : [];
};

/** What the form says, or every problem in the order of its fields. */
export const checkIncident = (
  { when = '', ...values }: IncidentValues,
  today: LocalDate,
): Result<IncidentGiven, readonly IncidentProblem[]> => {
  const kind = INCIDENT_KINDS.find(one => one === values.kind);
  const reporting = REPORTINGS.find(one => one === values.reported);
  const days = dayProblem(when, today);
  if (kind !== undefined && reporting !== undefined && isLocalDate(when) && days.length === 0)
    return ok({ what: { on: when, kind }, reporting });
  return err([
    ...days,
    ...(kind === undefined ? ([{ field: 'kind', problem: 'missing' }] as const) : []),
    ...(reporting === undefined ? ([{ field: 'reported', problem: 'missing' }] as const) : []),
  ]);
};
