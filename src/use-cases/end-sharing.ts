import { type Case } from '../domain/case';
import { type Refusal } from '../domain/refusal';
import { endSharing as ended } from '../domain/sharing-steps';
import { ok, type Result } from '../result';
import { type Asked } from './asked';
import { changeCaseBeside } from './change-case';
import { judgeSharing } from './named-sharing';
import { type SharingKey } from './ports/sharings';
import { type World } from './world';

/** Shut before its time, by anybody of the agency that shared who works on the case (domain.md §15). */
export const endSharing =
  (world: World) =>
  (asked: Asked & SharingKey): Promise<Result<Case, Refusal>> =>
    changeCaseBeside<undefined>(world, asked, {
      operation: 'end-sharing',
      caseId: asked.caseId,
      beside: () => Promise.resolve(undefined),
      judge: ({ kase }) =>
        judgeSharing(kase, { ask: 'end-sharing', person: asked.by.person, key: asked, now: asked.at }),
      decide: ({ kase }) => {
        const next = ended(kase, asked.sharingId, asked.at);
        const { caseId, sharingId, at: stoppedAt } = asked;
        const found = { kind: 'find-messages', caseId, stoppedAt, sharingId } as const;
        return next.ok ? ok({ kase: next.value, errands: [found] }) : next;
      },
    });
