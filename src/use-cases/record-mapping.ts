import { type Case } from '../domain/case';
import { hasLapsed } from '../domain/consent-status';
import { type Content, type Revealed } from '../domain/content';
import { type Holding, sameHolding } from '../domain/groups';
import { type CaseId } from '../domain/ids';
import { changedIn, MAPPING_GROUPS, type MappingRecord, mergedIn, type Said } from '../domain/mapping';
import { checkMapping, type MappingProblem, type MappingValues } from '../domain/mapping-form';
import { CHANGED_MEANWHILE, type Refusal, TRY_AGAIN, WRONG_STATE } from '../domain/refusal';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type CasePlan, changeCase } from './change-case';
import { mayBeTold } from './may-be-told';
import { mappingMark, ownContent } from './own-mapping';
import { type CaseFile } from './ports/cases';
import { type World } from './world';

type Recording = Asked & {
  readonly caseId: CaseId;
  readonly values: MappingValues;
  /** The mark of what the agency had mapped when the form was drawn; see `mappingMark`. */
  readonly seen?: string;
};
export type RecordedMapping = { readonly kase: Case } | { readonly problems: readonly MappingProblem[] };

const withHoldings = (kase: Case, added: readonly Holding[]): readonly Holding[] => [
  ...kase.holdings,
  ...added.filter(one => !kase.holdings.some(holding => sameHolding(holding, one))),
];

/** Only the sections in which something is said anew are sealed anew; the rest of each stays as it was. */
const sectionsAfter = (
  world: World,
  asked: Recording,
  { own, said }: { readonly own: Content; readonly said: Said },
): Content =>
  Object.fromEntries(
    MAPPING_GROUPS.flatMap(group => {
      const part = own[group] ?? {};
      const before: MappingRecord = part.mapping ?? {};
      if (changedIn(before, said, group).length === 0) return [];
      const by = { on: todayOf(world, asked), by: asked.by.person.id };
      return [[group, { ...part, mapping: mergedIn(before, said, { group, ...by }) }]];
    }),
  );

const planned = async (
  world: World,
  asked: Recording,
  { file, said }: { readonly file: CaseFile; readonly said: Said },
): Promise<Result<CasePlan, Refusal>> => {
  const { kase } = file;
  const origin = asked.by.person.agency;
  if (hasLapsed(kase, todayOf(world, asked))) return err(WRONG_STATE);
  if (asked.seen !== undefined && asked.seen !== mappingMark(world, file, origin))
    return err(CHANGED_MEANWHILE);
  const own = await ownContent(world, { file, origin }, asked.within);
  const sections = sectionsAfter(world, asked, { own, said });
  const added = MAPPING_GROUPS.filter(group => sections[group] !== undefined).map((section): Holding => ({
    origin,
    section,
  }));
  const content: Revealed = added.length === 0 ? [] : [{ origin, content: sections }];
  return ok({ kase: { ...kase, holdings: withHoldings(kase, added) }, content });
};

/**
 * What the presser's own agency says of the eleven domains, sealed where that agency's part of each group lies: of what
 * other agencies have said nothing is opened, and nothing is lost (domain.md §8).
 */
export const recordMapping =
  (world: World) =>
  async (asked: Recording): Promise<Result<RecordedMapping, Refusal>> => {
    const checked = checkMapping(asked.values);
    if (!checked.ok && (await mayBeTold(world, asked, 'record-mapping')))
      return ok({ problems: checked.error });
    const done = await changeCase(world, asked, {
      operation: 'record-mapping',
      caseId: asked.caseId,
      decide: file => (checked.ok ? planned(world, asked, { file, said: checked.value }) : err(TRY_AGAIN)),
    });
    return done.ok ? ok({ kase: done.value }) : done;
  };
