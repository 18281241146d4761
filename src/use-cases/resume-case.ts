import { type Case } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { resume } from '../domain/pause';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { type Asked } from './asked';
import { changeCase } from './change-case';
import { type World } from './world';

/** Taken up before its day, or seen to when it has come; the agenda takes it up by its state and the clocks. */
export const resumeCase =
  (world: World) =>
  (asked: Asked & { readonly caseId: CaseId }): Promise<Result<Case, Refusal>> =>
    changeCase(world, asked, {
      operation: 'resume-case',
      caseId: asked.caseId,
      decide: ({ kase }) => {
        const next = resume(kase);
        return next.ok ? ok({ kase: next.value }) : next;
      },
    });
