import { err, ok, type Result } from '../result';
import { type Active, type Case } from './case';
import { leaving } from './case-facts';
import { type PersonId } from './ids';
import { type Refusal, WRONG_STATE } from './refusal';
import { type Instant, type LocalDate } from './time';

/** BrukerPlan's eight, and ours beside them (domain.md §8), in the order they are asked. */
export const DOMAINS = [
  'housing',
  'activity',
  'economy',
  'social-functioning',
  'network',
  'children',
  'physical',
  'mental',
  'substance',
  'legal',
  'safety',
] as const;
export type MappingDomain = (typeof DOMAINS)[number];

export const MAPPING_GROUPS = ['C', 'D', 'E', 'F'] as const;
export type MappingGroup = (typeof MAPPING_GROUPS)[number];

export const GROUP_OF_DOMAIN: Readonly<Record<MappingDomain, MappingGroup>> = {
  housing: 'C',
  activity: 'C',
  economy: 'C',
  'social-functioning': 'C',
  network: 'C',
  children: 'C',
  physical: 'D',
  mental: 'D',
  substance: 'D',
  legal: 'E',
  safety: 'F',
};
export const domainsIn = (group: MappingGroup): readonly MappingDomain[] =>
  DOMAINS.filter(domain => GROUP_OF_DOMAIN[domain] === group);

export const isMappingGroup = (section: string): section is MappingGroup =>
  MAPPING_GROUPS.some(group => group === section);

export const LEVELS = ['green', 'yellow', 'red', 'unknown'] as const;
export type Level = (typeof LEVELS)[number];

/** What one agency has said of one domain; its origin is whose section it lies in. */
export type MappingPiece = {
  readonly level: Level;
  /** Empty when there is no more to say. */
  readonly text: string;
  readonly on: LocalDate;
  readonly by: PersonId;
};
export type MappingRecord = Readonly<Partial<Record<MappingDomain, MappingPiece>>>;

/** What somebody says now, before it is known who and when. */
export type Said = Readonly<Partial<Record<MappingDomain, Pick<MappingPiece, 'level' | 'text'>>>>;

const isSame = (one: MappingPiece | undefined, said: Pick<MappingPiece, 'level' | 'text'>): boolean =>
  one?.level === said.level && one.text === said.text;

/** The domains of this group that are said otherwise than they lie. */
export const changedIn = (before: MappingRecord, said: Said, group: MappingGroup): readonly MappingDomain[] =>
  domainsIn(group).filter(domain => {
    const now = said[domain];
    return now !== undefined && !isSame(before[domain], now);
  });

/** What was said of this group, laid over what lay there; what is said again as it was keeps its day and its name. */
export const mergedIn = (
  before: MappingRecord,
  said: Said,
  { group, ...by }: { readonly group: MappingGroup } & Pick<MappingPiece, 'on' | 'by'>,
): MappingRecord => ({
  ...before,
  ...Object.fromEntries(changedIn(before, said, group).map(domain => [domain, { ...said[domain], ...by }])),
});

/** The mapping is enough to begin on: from now on the group follows what comes of it. */
export const startMeasures = (kase: Case, at: Instant): Result<Active, Refusal> => {
  if (kase.state !== 'mapping') return err(WRONG_STATE);
  const { consent, decision } = kase;
  return ok({ ...leaving(kase, at), consent, decision, state: 'active' });
};
