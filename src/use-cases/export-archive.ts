import { underConsent } from '../audit/under-consent';
import { exported } from '../domain/archive';
import { type Case } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { CHANGED_MEANWHILE, NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { plusMs } from '../domain/time';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { archivableIn, type CaseArchive, holdingsOf, openedFrom, readableBy } from './archive-of-case';
import { type Asked, todayOf } from './asked';
import { changeCase } from './change-case';
import { type FileOffer } from './export-access-log';
import { lookAtCase, looked } from './lookup';
import { refuse } from './perform';
import { type CaseFile } from './ports/cases';
import { type World } from './world';

type OfCase = Asked & { readonly caseId: CaseId };

const FIVE_MINUTES_MS = 5 * 60_000;

/** What is there to be archived, by number; process only. */
export type ArchiveStep = {
  readonly kase: Case;
  readonly decisions: number;
  readonly consents: number;
};

export const startArchive =
  (world: World) =>
  (asked: OfCase): Promise<Result<ArchiveStep, Refusal>> =>
    lookAtCase(world, asked, {
      operation: 'start-record-archive-ref',
      caseId: asked.caseId,
      question: ({ kase }) => ({ about: 'case', ask: 'record-archive-ref', kase }),
      shows: () => [],
      answer: async ({ kase }) => {
        const { decided, consents } = await archivableIn(world, kase, asked.within);
        return { kase, decisions: decided.length, consents: consents.length };
      },
    });

/** A link that fetches the file once, within five minutes. */
export const exportArchive =
  (world: World) =>
  (asked: OfCase): Promise<Result<FileOffer, Refusal>> => {
    const { by, account, at, caseId, commandId } = asked;
    return lookAtCase(world, asked, {
      operation: 'export-archive',
      caseId,
      question: ({ kase }) => ({ about: 'case', ask: 'export-archive', kase }),
      shows: () => [],
      answer: ({ kase }) =>
        Promise.resolve({
          caseId,
          code: kase.code,
          token: world.tickets.seal({
            person: by.person.id,
            account,
            what: { kind: 'case-archive', caseId },
            expiresAt: plusMs(at, FIVE_MINUTES_MS),
            nonce: world.derive(commandId, 'ticket'),
          }),
        }),
    });
  };

/** What is in the file is what the case was when it was marked as exported: otherwise it is to be fetched again. */
const markExported = (
  world: World,
  asked: OfCase,
  { version }: Pick<CaseFile, 'version'>,
): Promise<Result<Case, Refusal>> =>
  changeCase(world, asked, {
    operation: 'export-archive',
    caseId: asked.caseId,
    decide: file => {
      const next = exported(file.kase, asked.at);
      if (!next.ok) return next;
      return file.version === version ? ok({ kase: next.value }) : err(CHANGED_MEANWHILE);
    },
  });

/** Everything the coordinator may read of what is archived: told in the audit, then read, then marked as exported. */
export const downloadArchive =
  (world: World) =>
  async (asked: OfCase): Promise<Result<CaseArchive, Refusal>> => {
    const { by, caseId, within } = asked;
    const what = { operation: 'download-archive', subject: caseId, caseId };
    const file = await world.cases.load(caseId, within);
    const ruling = file && judge(by.person, { about: 'case', ask: 'export-archive', kase: file.kase });
    if (file === undefined || ruling?.allowed !== true) {
      await refuse(world, asked, what);
      return err(NOT_AVAILABLE);
    }
    const all = await archivableIn(world, file.kase, within);
    const found = readableBy(by.person, file.kase, { found: all, today: todayOf(world, asked) });
    const shown = { ...what, ...underConsent(file.kase), disclosed: holdingsOf(found) };
    await looked(world, asked, { ...shown, rule: ruling.rule });
    const archive = await openedFrom(world, file, { found, within });
    const marked = await markExported(world, asked, file);
    return marked.ok ? ok({ ...archive, kase: marked.value }) : marked;
  };
