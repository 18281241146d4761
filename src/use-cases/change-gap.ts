import { type Gap } from '../domain/gap';
import { type GapId } from '../domain/ids';
import { type Refusal } from '../domain/refusal';
import { type Ruling } from '../policy/may';
import { visibleGaps } from '../policy/visible-gaps';
import { ok, type Result } from '../result';
import { type Asked } from './asked';
import { perform } from './perform';
import { type GapFile } from './ports/gaps';
import { type World } from './world';

type Verb = {
  readonly operation: string;
  readonly gapId: GapId;
  readonly judge: (gap: Gap) => Ruling;
  readonly decide: (gap: Gap) => Result<Gap, Refusal>;
};

/** A change of one gap, chained with the gap itself; answers with it as it then is. */
export const changeGap = async (world: World, asked: Asked, verb: Verb): Promise<Result<Gap, Refusal>> => {
  const { operation, gapId } = verb;
  const done = await perform<GapFile, Gap>(world, asked, {
    operation,
    subject: gapId,
    load: () => world.gaps.load(gapId, asked.within),
    known: () => world.gaps.known(gapId, asked.commandId, asked.within),
    judge: ({ gap }) => verb.judge(gap),
    sees: ({ gap }) => visibleGaps(asked.by.person, [gap]).length > 0,
    decide: ({ gap }) => Promise.resolve(verb.decide(gap)),
    commit: (file, gap, fact) => world.gaps.commit({ gap, file, fact, outbox: [] }, asked.within),
  });
  return done.ok ? ok(done.value.plan ?? done.value.file.gap) : done;
};
