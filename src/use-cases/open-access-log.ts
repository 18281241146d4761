import { type CaseCode } from '../domain/code';
import { type CaseId } from '../domain/ids';
import { type Look } from '../domain/look';
import { type Refusal } from '../domain/refusal';
import { lookAsSeen, visibleLooks } from '../policy/visible-log';
import { type Result } from '../result';
import { type Asked, todayOf } from './asked';
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
export const logFor = (world: World, asked: Asked, { kase }: CaseFile) => {
  const { person } = asked.by;
  const { agencies } = world.programme;
  const asSeen = lookAsSeen(person, kase, { agencies, today: todayOf(world, asked) });
  return {
    read: async (page: Parameters<World['auditLog']['byCase']>[1]) =>
      (await world.auditLog.byCase(kase.id, page, asked.within)).map(asSeen),
    counts: visibleLooks(person, kase, agencies),
  };
};

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
