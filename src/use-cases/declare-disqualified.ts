import { type Case } from '../domain/case';
import { disqualify } from '../domain/disqualification';
import { type CaseId } from '../domain/ids';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changeCase } from './change-case';
import { digestEdits } from './digest-edits';
import { shutOut } from './shut-out';
import { type World } from './world';

/** Inhabil, by oneself: nobody is asked why, and from then on every answer about the case is the refusal. */
export const declareDisqualified =
  (world: World) =>
  (asked: Asked & { readonly caseId: CaseId }): Promise<Result<Case, Refusal>> =>
    changeCase(world, asked, {
      operation: 'declare-disqualified',
      caseId: asked.caseId,
      decide: ({ kase }) => {
        const { id } = asked.by.person;
        const declared = { person: id, by: id, at: asked.at };
        return ok({
          kase: disqualify(kase, declared),
          errands: [shutOut(asked), ...digestEdits([id], todayOf(world, asked))],
        });
      },
    });
