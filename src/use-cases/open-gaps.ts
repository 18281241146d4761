import { type CaseId, type GapId, type MeetingId } from '../domain/ids';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { judge } from '../policy/may';
import { type SeenGap, visibleGaps } from '../policy/visible-gaps';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { looked, lookUp } from './lookup';
import { refuse } from './perform';
import { lookAtProcess } from './look-at-process';
import { type World } from './world';

/** The register, newest first, as this reader sees it. */
export const openGaps =
  (world: World) =>
  (asked: Asked): Promise<Result<readonly SeenGap[], Refusal>> =>
    lookUp(world, asked, {
      ask: 'open-gaps',
      answer: async () => visibleGaps(asked.by.person, await world.gaps.all(asked.within)),
    });

/** One gap; the same refusal whether there is none or it is not for this reader. */
export const openGap =
  (world: World) =>
  async (asked: Asked & { readonly gapId: GapId }): Promise<Result<SeenGap, Refusal>> => {
    const { gapId, by, within } = asked;
    const what = { operation: 'open-gap', subject: gapId };
    const ruling = judge(by.person, { about: 'role', ask: 'open-gaps' });
    const file = await world.gaps.load(gapId, within);
    const [gap] = file === undefined || !ruling.allowed ? [] : visibleGaps(by.person, [file.gap]);
    if (gap === undefined) {
      await refuse(world, asked, what);
      return err(NOT_AVAILABLE);
    }
    await looked(world, asked, { ...what, rule: ruling.rule });
    return ok(gap);
  };

/** The form opens for whoever may report: of a case when it is pressed there, otherwise by their role. */
export const startGap =
  (world: World) =>
  async (
    asked: Asked & { readonly caseId?: CaseId; readonly formFor?: MeetingId },
  ): Promise<Result<undefined, Refusal>> => {
    const { caseId } = asked;
    if (caseId !== undefined) {
      const found = await lookAtProcess(world, 'record-gap')({ ...asked, caseId });
      return found.ok ? ok(undefined) : found;
    }
    const ruling = judge(asked.by.person, { about: 'role', ask: 'record-own-gap' });
    const what = { operation: 'start-own-gap', subject: asked.by.person.id };
    if (!ruling.allowed) {
      await refuse(world, asked, what);
      return err(NOT_AVAILABLE);
    }
    await looked(world, asked, { ...what, rule: ruling.rule });
    return ok(undefined);
  };
