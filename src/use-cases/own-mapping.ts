import { type Content, type GroupPart } from '../domain/content';
import { type Holding, sameHolding } from '../domain/groups';
import { type AgencyId } from '../domain/ids';
import { MAPPING_GROUPS, type MappingGroup, type MappingRecord } from '../domain/mapping';
import { type CaseFile } from './ports/cases';
import { type Within } from './ports/common';
import { type World } from './world';

/** What one agency holds in the groups a mapping speaks of. */
const mappingHoldings = ({ kase: { holdings } }: Pick<CaseFile, 'kase'>, origin: AgencyId) =>
  MAPPING_GROUPS.map((section): Holding & { readonly section: MappingGroup } => ({ origin, section })).filter(
    one => holdings.some(holding => sameHolding(holding, one)),
  );

/** Opens that agency's own sections, and no other's. */
export const ownContent = async (
  world: Pick<World, 'cases'>,
  { file, origin }: { readonly file: CaseFile; readonly origin: AgencyId },
  within: Within,
): Promise<Content> => {
  const [own] = await world.cases.reveal(file, mappingHoldings(file, origin), within);
  return own?.content ?? {};
};

const mappingOf = (part: GroupPart = {}): MappingRecord => part.mapping ?? {};
/** All the domains that this content speaks of. */
export const mappingIn = (content: Content): MappingRecord =>
  MAPPING_GROUPS.reduce<MappingRecord>((whole, group) => ({ ...whole, ...mappingOf(content[group]) }), {});
/**
 * A short mark of what one agency has mapped, which says nothing about it: a form carries it, so that nobody writes
 * over what a colleague said meanwhile without having seen it.
 */
export const mappingMark = (
  { derive }: Pick<World, 'derive'>,
  { sealed }: Pick<CaseFile, 'sealed'>,
  origin: AgencyId,
): string => {
  const own = sealed.filter(piece => piece.origin === origin);
  const revisions = MAPPING_GROUPS.map(group => own.find(({ section }) => section === group)?.revision ?? 0);
  return derive('mapping', ...revisions.map(String)).slice(0, 16);
};
