import { archived } from '../domain/archive';
import { type Case } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { archivableIn, recordedIn } from './archive-of-case';
import { type Asked } from './asked';
import { changeCase } from './change-case';
import { type World } from './world';

type Recording = Asked & { readonly caseId: CaseId; readonly ref: string };

/**
 * What the archive calls what it was given (domain.md §7); a wrong one is recorded again, and both stand in the audit.
 * From here the time counts after which the content is erased.
 */
export const recordArchiveRef =
  (world: World) =>
  ({ ref, ...asked }: Recording): Promise<Result<Case, Refusal>> =>
    changeCase(world, asked, {
      operation: 'record-archive-ref',
      caseId: asked.caseId,
      decide: async ({ kase }) => {
        const found = await archivableIn(world, kase, asked.within);
        const given = { ref, at: asked.at, by: asked.by.person.id };
        const next = archived(kase, given, recordedIn(found));
        return next.ok ? ok({ kase: next.value }) : next;
      },
    });
