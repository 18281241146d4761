import { type ActionBrief } from '../domain/action-brief';
import { type Case, isEnded } from '../domain/case';
import { type Holding } from '../domain/groups';
import { type IncidentBrief, incidentBehind, isFollowUp } from '../domain/incident';
import { isActive, type Person } from '../domain/people';
import { type LocalDate } from '../domain/time';
import { owns, standingOnCase, worksOn } from './standing';
import { isConsented } from './visible-conditions';

/**
 * What is sealed of an incident: police and justice, under the agency where it happened. It is no holding of the case:
 * that list is process, and the agency's name beside "E" would tell everybody that something happened. A consent speaks
 * of what an agency knows, now or later, so it covers the incident all the same.
 */
export const holdingOf = ({ agency }: IncidentBrief): Holding => ({ origin: agency, section: 'E' });

type Reading = { readonly incident: IncidentBrief; readonly today: LocalDate };

/**
 * Whether this reader learns of an incident at all (domain.md §10): whoever works on the case in the agency where it
 * happened; the others who work on it only when it is reported, while the case is open, or when the consent in force
 * opens E to their agency. To everybody else it does not exist.
 */
export const mayReadIncident = (reader: Person, kase: Case, { incident, today }: Reading): boolean => {
  if (!isActive(reader) || !worksOn(standingOnCase(reader, kase))) return false;
  if (incident.agency === reader.agency) return true;
  if (incident.reporting === 'reported' && !isEnded(kase)) return true;
  return isConsented(kase, holdingOf(incident), { to: reader.agency, today });
};

export const visibleIncidents = (reader: Person, kase: Case, today: LocalDate): readonly IncidentBrief[] =>
  (kase.incidents ?? []).filter(incident => mayReadIncident(reader, kase, { incident, today }));

/** Who settles it: whoever could record it, of the agency where it happened; the table says in which states. */
export const isOwnIncident = (reader: Person, incident: IncidentBrief): boolean =>
  incident.agency === reader.agency;

type OfTask = {
  readonly task: Pick<ActionBrief, 'id' | 'title' | 'owner' | 'standIn'>;
  readonly today: LocalDate;
};

/**
 * "Følge opp hendelse" is a neutral title, but in a case of somebody else's agency it says that there was an incident.
 * So the task is as private as the incident it follows up: its owner and stand-in see it, and whoever sees the
 * incident; where no incident is behind it any more, they alone. The coordinator, too, sees it only so, and it is in no
 * list and no number that the group shares.
 */
export const mayReadTask = (reader: Person, kase: Case, { task, today }: OfTask): boolean => {
  if (!isFollowUp(task) || owns(reader, task)) return true;
  const incident = incidentBehind(kase, task);
  return incident !== undefined && mayReadIncident(reader, kase, { incident, today });
};

/** The case without the incidents, and the tasks about them, that this reader is not to know of: what a view is drawn from. */
export const withoutUnseen = <K extends Case>(reader: Person, kase: K, today: LocalDate): K => {
  const actions = kase.actions.filter(task => mayReadTask(reader, kase, { task, today }));
  if (kase.incidents !== undefined)
    return { ...kase, actions, incidents: visibleIncidents(reader, kase, today) };
  return actions.length === kase.actions.length ? kase : { ...kase, actions };
};
