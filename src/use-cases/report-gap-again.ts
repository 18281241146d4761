import { reportAgain, type Gap } from '../domain/gap';
import { type GapId } from '../domain/ids';
import { type Refusal } from '../domain/refusal';
import { judge, may } from '../policy/may';
import { ok, type Result } from '../result';
import { type Asked } from './asked';
import { changeGap } from './change-gap';
import { REFUSED } from './perform';
import { type World } from './world';

/** The same gap was met once more: it is counted, not written again. Only who reads the register finds it there. */
export const reportGapAgain =
  (world: World) =>
  (asked: Asked & { readonly gapId: GapId }): Promise<Result<Gap, Refusal>> => {
    const { person } = asked.by;
    const reads = may(person, { about: 'role', ask: 'open-gaps' });
    const ruling = reads ? judge(person, { about: 'role', ask: 'record-own-gap' }) : REFUSED;
    return changeGap(world, asked, {
      operation: 'report-gap-again',
      gapId: asked.gapId,
      judge: () => ruling,
      decide: gap => ok(reportAgain(gap)),
    });
  };
