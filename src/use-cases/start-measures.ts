import { type Case } from '../domain/case';
import { hasLapsed } from '../domain/consent-status';
import { type CaseId } from '../domain/ids';
import { startMeasures as started } from '../domain/mapping';
import { type Refusal, WRONG_STATE } from '../domain/refusal';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changeCase } from './change-case';
import { type World } from './world';

/** From mapping to measures; not on a consent that has run out, whether or not the clock has said so. */
export const startMeasures =
  (world: World) =>
  (asked: Asked & { readonly caseId: CaseId }): Promise<Result<Case, Refusal>> =>
    changeCase(world, asked, {
      operation: 'start-measures',
      caseId: asked.caseId,
      decide: ({ kase }) => {
        if (hasLapsed(kase, todayOf(world, asked))) return err(WRONG_STATE);
        const next = started(kase, asked.at);
        return next.ok ? ok({ kase: next.value }) : next;
      },
    });
