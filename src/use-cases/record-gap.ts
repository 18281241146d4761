import {
  checkGap,
  type GapGiven,
  type GapProblem,
  type GapValues,
  type HoldsPerson,
} from '../domain/check-gap';
import { type Gap, type NewGap } from '../domain/gap';
import { type CaseId, type GapId, newGapId } from '../domain/ids';
import { NOT_AVAILABLE, type Refusal, TRY_AGAIN } from '../domain/refusal';
import { judge, type Ruling } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, factOf } from './asked';
import { refuse } from './perform';
import { type World } from './world';

export type RecordedGap = { readonly gap: Gap } | { readonly problems: readonly GapProblem[] };
type Reporting = Asked & { readonly values: GapValues; readonly holdsPerson: HoldsPerson };
type Report = { readonly operation: string; readonly id: GapId; readonly ruling: Ruling };

const gapFrom = ({ by, at }: Asked, id: GapId, { category, partners, text }: GapGiven): NewGap => ({
  ...{ id, category, partners, text },
  agency: by.person.agency,
  recordedAt: at,
  reports: 1,
  state: 'new',
});

/** Created once: should it lie there already, this very command made it. */
const recorded = async (
  world: World,
  asked: Reporting,
  { operation, id, ruling }: Report,
): Promise<Result<RecordedGap, Refusal>> => {
  const known = await world.gaps.load(id, asked.within);
  if (known !== undefined) return ok({ gap: known.gap });
  const given = checkGap(asked.values, asked.holdsPerson);
  if (!given.ok) return ok({ problems: given.error });
  const gap = gapFrom(asked, id, given.value);
  const fact = factOf(asked, { operation, subject: id }, ruling);
  const saved = await world.gaps.commit({ gap, fact, outbox: [] }, asked.within);
  if (saved === 'done') return ok({ gap });
  const file = await world.gaps.load(id, asked.within);
  return file === undefined ? err(TRY_AGAIN) : ok({ gap: file.gap });
};

/**
 * From a case or a task in it: the case only says who may. Neither the gap nor its event knows which case it was, so
 * that a gap never leads back to a person (domain.md §10); a refusal is an event about the case, as everywhere.
 */
export const recordGap =
  (world: World) =>
  async (asked: Reporting & { readonly caseId: CaseId }): Promise<Result<RecordedGap, Refusal>> => {
    const { caseId, by, within } = asked;
    const file = await world.cases.load(caseId, within);
    const ruling = file && judge(by.person, { about: 'case', ask: 'record-gap', kase: file.kase });
    if (ruling?.allowed !== true) {
      await refuse(world, asked, { operation: 'record-gap', subject: caseId, caseId });
      return err(NOT_AVAILABLE);
    }
    // The message it was pressed in may show the case: it is no part of the event.
    const { where: _, ...apart } = asked;
    const id = newGapId(world.derive, asked.commandId);
    return recorded(world, apart, { operation: 'record-gap', id, ruling });
  };

/** From nobody's case. */
export const recordOwnGap =
  (world: World) =>
  async (asked: Reporting): Promise<Result<RecordedGap, Refusal>> => {
    const id = newGapId(world.derive, asked.commandId);
    const ruling = judge(asked.by.person, { about: 'role', ask: 'record-own-gap' });
    if (ruling.allowed) return recorded(world, asked, { operation: 'record-own-gap', id, ruling });
    await refuse(world, asked, { operation: 'record-own-gap', subject: asked.by.person.id });
    return err(NOT_AVAILABLE);
  };
