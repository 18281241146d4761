import { type Case } from '../domain/case';
import { isOfLogs, type Look } from '../domain/look';
import { type Agency, isActive, type Person } from '../domain/people';
import { standingOnCase } from './standing';

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
