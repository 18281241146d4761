import { checkClearing, type GapProblem, type GapValues, type HoldsPerson } from '../domain/check-gap';
import { clear, type Gap, keepBack } from '../domain/gap';
import { type GapId } from '../domain/ids';
import { type Refusal, TRY_AGAIN } from '../domain/refusal';
import { judge, type Ruling } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { changeGap } from './change-gap';
import { type World } from './world';

export type ClearedOrNot =
  { readonly gap: Gap } | { readonly gap: Gap; readonly problems: readonly GapProblem[] };
type OfGap = Asked & { readonly gapId: GapId };
type Clearing = OfGap & { readonly values: GapValues; readonly holdsPerson: HoldsPerson };

const ruling = ({ by: { person } }: Asked, gap: Gap): Ruling =>
  judge(person, { about: 'gap', ask: 'clear-gap', gap });

/** What is wrong with the text; told only to someone who may clear it, while it is new. */
const problemsIn = async (world: World, asked: Clearing): Promise<ClearedOrNot | undefined> => {
  const checked = checkClearing(asked.values, asked.holdsPerson);
  if (checked.ok) return undefined;
  const file = await world.gaps.load(asked.gapId, asked.within);
  return file !== undefined && ruling(asked, file.gap).allowed
    ? { gap: file.gap, problems: checked.error }
    : undefined;
};

/** The coordinator lets the steering group read it, in words that point at nobody (domain.md §10). */
export const clearGap =
  (world: World) =>
  async (asked: Clearing): Promise<Result<ClearedOrNot, Refusal>> => {
    const wrong = await problemsIn(world, asked);
    if (wrong !== undefined) return ok(wrong);
    const done = await changeGap(world, asked, {
      operation: 'clear-gap',
      gapId: asked.gapId,
      judge: gap => ruling(asked, gap),
      decide: gap => {
        const given = checkClearing(asked.values, asked.holdsPerson);
        if (!given.ok) return err(TRY_AGAIN);
        return clear(gap, { ...given.value, by: asked.by.person.id, at: asked.at });
      },
    });
    return done.ok ? ok({ gap: done.value }) : done;
  };

/** The other answer to the same question: the steering group does not read it. */
export const hideGap =
  (world: World) =>
  (asked: OfGap): Promise<Result<Gap, Refusal>> =>
    changeGap(world, asked, {
      operation: 'hide-gap',
      gapId: asked.gapId,
      judge: gap => ruling(asked, gap),
      decide: gap => keepBack(gap, { by: asked.by.person.id, at: asked.at }),
    });
