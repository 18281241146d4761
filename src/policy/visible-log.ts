import { type Case } from '../domain/case';
import { isOfLogs, type Look } from '../domain/look';
import { type Agency, isActive, type Person } from '../domain/people';
import { type LocalDate } from '../domain/time';
import { standingOnCase } from './standing';
import { visibleIncidents } from './visible-incidents';

type Looking = { readonly reader: Person; readonly agencies: readonly Agency[] };

/** By the agency they had when they looked; of an agency that is not in the programme nobody is the privacy officer. */
const isOwnPartners = ({ reader, agencies }: Looking, { agency }: Look): boolean =>
  agencies.some(({ id, partner }) => id === agency && partner === reader.partner);

/**
 * Which rows of a case's access log this reader sees (domain.md §2, §15): the coordinator whoever was shown something
 * of the case, and no refusal, for a try says something of who tried; a privacy officer what people of the own
 * partner were shown and were refused, and nobody else's.
 */
export const visibleLooks = (
  reader: Person,
  kase: Case,
  agencies: readonly Agency[],
): ((look: Look) => boolean) => {
  const has = isActive(reader) ? standingOnCase(reader, kase) : [];
  const looking = { reader, agencies };
  return look =>
    (has.includes('coordinator') && look.allowed && !isOfLogs(look)) ||
    (has.includes('privacy-officer') && isOwnPartners(looking, look) && !(look.allowed && isOfLogs(look)));
};

type Showing = { readonly agencies: readonly Agency[]; readonly today: LocalDate };

/**
 * A row as this reader gets it. That somebody was shown an incident says that there is one, and at which agency: to
 * whoever does not know of it, the look reads as it would had there been none. A privacy officer checks the whole of
 * what the own partner's people were shown.
 */
export const lookAsSeen = (
  reader: Person,
  kase: Case,
  { agencies, today }: Showing,
): ((look: Look) => Look) => {
  const known = visibleIncidents(reader, kase, today).map(({ agency }) => agency);
  const oversees = isActive(reader) && standingOnCase(reader, kase).includes('privacy-officer');
  return look =>
    look.operation !== 'open-incidents' || (oversees && isOwnPartners({ reader, agencies }, look))
      ? look
      : { ...look, disclosed: look.disclosed.filter(({ origin }) => known.includes(origin)) };
};
