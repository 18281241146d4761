import { type CaseCode } from '../domain/code';
import { type CaseId } from '../domain/ids';
import { type Look } from '../domain/look';
import { type Refusal } from '../domain/refusal';
import { plusMs } from '../domain/time';
import { type Result } from '../result';
import { type Asked } from './asked';
import { lookAtCase } from './lookup';
import { logFor } from './open-access-log';
import { allOf } from './read-log';
import { type World } from './world';

type OfCase = Asked & { readonly caseId: CaseId };

/** A link that fetches the file once, within five minutes. */
export type FileOffer = { readonly caseId: CaseId; readonly code: CaseCode; readonly token: string };
export type AccessLogFile = { readonly code: CaseCode; readonly rows: readonly Look[] };

const FIVE_MINUTES_MS = 5 * 60_000;

export const exportAccessLog =
  (world: World) =>
  (asked: OfCase): Promise<Result<FileOffer, Refusal>> => {
    const { by, account, at, caseId, commandId } = asked;
    return lookAtCase(world, asked, {
      operation: 'export-access-log',
      caseId,
      question: ({ kase }) => ({ about: 'case', ask: 'export-access-log', kase }),
      shows: () => [],
      answer: ({ kase }) => {
        const token = world.tickets.seal({
          person: by.person.id,
          account,
          what: { kind: 'access-log', caseId },
          expiresAt: plusMs(at, FIVE_MINUTES_MS),
          nonce: world.derive(commandId, 'ticket'),
        });
        return Promise.resolve({ caseId, code: kase.code, token });
      },
    });
  };

/** Every row this reader may see: for the participant's right of access (domain.md §12). */
export const downloadAccessLog =
  (world: World) =>
  (asked: OfCase): Promise<Result<AccessLogFile, Refusal>> =>
    lookAtCase(world, asked, {
      operation: 'download-access-log',
      caseId: asked.caseId,
      question: ({ kase }) => ({ about: 'case', ask: 'export-access-log', kase }),
      shows: () => [],
      answer: async file => ({ code: file.kase.code, rows: await allOf(logFor(world, asked, file)) }),
    });
