import { type CaseCode } from '../domain/code';
import { type CaseId } from '../domain/ids';
import { type Look } from '../domain/look';
import { type Refusal } from '../domain/refusal';
import { visibleLooks } from '../policy/visible-log';
import { type Result } from '../result';
import { type Asked } from './asked';
import { lookAtCase } from './lookup';
import { type CaseFile } from './ports/cases';
import { type LogRows, pageOf } from './read-log';
import { type World } from './world';

/** Who has opened a case, without anything of what is in it. */
export type AccessLog = LogRows & { readonly caseId: CaseId; readonly code: CaseCode };

type OfCase = Asked & { readonly caseId: CaseId };
/** `typed`: the code it was asked by. */
type AskedForLog = OfCase & { readonly typed?: string; readonly before?: Look['place'] };

const MOST = 10;

/** The rows of this case's log that this reader may see. */
export const logFor = (world: World, { by, within }: Asked, { kase }: CaseFile) => ({
  read: (page: Parameters<World['auditLog']['byCase']>[1]) => world.auditLog.byCase(kase.id, page, within),
  counts: visibleLooks(by.person, kase, world.programme.agencies),
});

export const openAccessLog =
  (world: World) =>
  (asked: AskedForLog): Promise<Result<AccessLog, Refusal>> => {
    const { caseId, typed, before } = asked;
    return lookAtCase(world, asked, {
      operation: 'open-access-log',
      caseId,
      ...(typed === undefined ? {} : { typed }),
      question: ({ kase }) => ({ about: 'case', ask: 'open-access-log', kase }),
      shows: () => [],
      answer: async file => ({
        caseId,
        code: file.kase.code,
        ...(await pageOf(logFor(world, asked, file), {
          most: MOST,
          ...(before === undefined ? {} : { before }),
        })),
      }),
    });
  };
