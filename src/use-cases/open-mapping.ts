import { type Case } from '../domain/case';
import { agenciesOn } from '../domain/consent-parties';
import { type Content, type Revealed } from '../domain/content';
import { type Holding } from '../domain/groups';
import { type AgencyId, type CaseId } from '../domain/ids';
import {
  GROUP_OF_DOMAIN,
  isMappingGroup,
  type MappingDomain,
  type MappingPiece,
  type MappingRecord,
} from '../domain/mapping';
import { type Refusal } from '../domain/refusal';
import { visible } from '../policy/visible';
import { type Result } from '../result';
import { type Asked, momentOf } from './asked';
import { lookAtCase } from './lookup';
import { mappingIn, mappingMark } from './own-mapping';
import { type CaseFile } from './ports/cases';
import { type World } from './world';

/** One agency's word on one domain. */
type SeenPiece = MappingPiece & { readonly origin: AgencyId };
export type OpenedMapping = {
  readonly kase: Case;
  /**
   * What this reader may see, the newest first. A domain with none is missing to this reader, whether nobody has said
   * anything or it is not theirs to see.
   */
  readonly pieces: Readonly<Record<MappingDomain, readonly SeenPiece[]>>;
  /** Who is on the case, and could say something; the same whoever asks. */
  readonly agencies: readonly AgencyId[];
};
type Opening = Asked & {
  readonly caseId: CaseId;
  /** Only this one, with all that was written. */
  readonly domain?: MappingDomain;
};

const newestFirst = (one: SeenPiece, other: SeenPiece): number =>
  other.on.localeCompare(one.on) || one.origin.localeCompare(other.origin);

const piecesOf = (seen: Revealed, domain: MappingDomain): readonly SeenPiece[] =>
  seen
    .flatMap(({ origin, content }) => {
      const piece = content[GROUP_OF_DOMAIN[domain]]?.mapping?.[domain];
      return piece === undefined ? [] : [{ ...piece, origin }];
    })
    .sort(newestFirst);

const shownTo = (world: World, asked: Opening, { kase }: CaseFile): readonly Holding[] => {
  const { domain } = asked;
  const wanted = ({ section }: Holding): boolean =>
    domain === undefined ? isMappingGroup(section) : section === GROUP_OF_DOMAIN[domain];
  return visible(asked.by.person, kase, momentOf(world, asked)).filter(wanted);
};

const byDomain = (seen: Revealed): OpenedMapping['pieces'] => {
  const of = (domain: MappingDomain): readonly SeenPiece[] => piecesOf(seen, domain);
  return {
    housing: of('housing'),
    activity: of('activity'),
    economy: of('economy'),
    'social-functioning': of('social-functioning'),
    network: of('network'),
    children: of('children'),
    physical: of('physical'),
    mental: of('mental'),
    substance: of('substance'),
    legal: of('legal'),
    safety: of('safety'),
  };
};

/** The mapping at a glance: what each agency has said of each domain, as far as this reader may see (domain.md §8). */
export const openMapping =
  (world: World) =>
  (asked: Opening): Promise<Result<OpenedMapping, Refusal>> =>
    lookAtCase(world, asked, {
      operation: 'open-mapping',
      caseId: asked.caseId,
      question: ({ kase }) => ({ about: 'case', ask: 'open-mapping', kase }),
      shows: file => shownTo(world, asked, file),
      answer: async (file, shows) => ({
        kase: file.kase,
        pieces: byDomain(await world.cases.reveal(file, shows, asked.within)),
        agencies: agenciesOn(file.kase, world.programme).map(({ id }) => id),
      }),
    });

export type StartedMapping = {
  readonly kase: Case;
  /** What the reader's own agency has said before. */
  readonly own: MappingRecord;
  readonly seen: string;
};

const ownIn = (seen: Revealed): Content => seen.at(0)?.content ?? {};

/** The form, with what the presser's own agency has said before. */
export const startMapping =
  (world: World) =>
  (asked: Asked & { readonly caseId: CaseId }): Promise<Result<StartedMapping, Refusal>> => {
    const { person } = asked.by;
    return lookAtCase(world, asked, {
      operation: 'start-record-mapping',
      caseId: asked.caseId,
      question: ({ kase }) => ({ about: 'case', ask: 'record-mapping', kase }),
      shows: ({ kase }) =>
        visible(person, kase, momentOf(world, asked)).filter(
          ({ origin, section }) => origin === person.agency && isMappingGroup(section),
        ),
      answer: async (file, shows) => ({
        kase: file.kase,
        own: mappingIn(ownIn(await world.cases.reveal(file, shows, asked.within))),
        seen: mappingMark(world, file, person.agency),
      }),
    });
  };
