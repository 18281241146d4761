import { type CaseId } from '../domain/ids';
import { type Look, typedCode } from '../domain/look';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { plusMs } from '../domain/time';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { looked } from './lookup';
import { refuse } from './perform';
import { pageOf } from './read-log';
import { type World } from './world';

/** One look, and the code of its case as far as it may be told. */
type MyLookup = { readonly look: Look; readonly code?: string };
export type MyLookups = { readonly rows: readonly MyLookup[]; readonly older?: Look['place'] };

const OPERATION = 'list-my-lookups';
const MOST = 10;
const THIRTY_DAYS_MS = 30 * 86_400_000;

/** Seeing what one has seen is not worth a row: there would be one more at every look. */
const counts = ({ operation }: Look): boolean => operation !== OPERATION;

const distinct = (ids: readonly CaseId[]): readonly CaseId[] => [...new Set(ids)];

/** Of cases the person was shown something of; an erased one has none. Process only: nothing is opened. */
const codesOf = async (
  { cases }: World,
  { within }: Asked,
  looks: readonly Look[],
): Promise<ReadonlyMap<CaseId, string>> => {
  const shown = looks.flatMap(({ allowed, caseId }) => (allowed && caseId !== undefined ? [caseId] : []));
  const files = await Promise.all(distinct(shown).map(id => cases.load(id, within)));
  return new Map(
    files.flatMap(file => (file === undefined ? [] : [[file.kase.id, file.kase.code] as const])),
  );
};

const codeFor = (codes: ReadonlyMap<CaseId, string>, look: Look): string | undefined => {
  if (!look.allowed) return typedCode(look);
  return look.caseId === undefined ? undefined : codes.get(look.caseId);
};

const mineOf = async (world: World, asked: Asked, before: Look['place'] | undefined): Promise<MyLookups> => {
  const { by, at, within } = asked;
  const { rows, ...rest } = await pageOf(
    { counts, read: page => world.auditLog.byPerson(by.person.id, page, within) },
    { most: MOST, since: plusMs(at, -THIRTY_DAYS_MS), ...(before === undefined ? {} : { before }) },
  );
  const codes = await codesOf(world, asked, rows);
  return {
    ...rest,
    rows: rows.map(look => {
      const code = codeFor(codes, look);
      return code === undefined ? { look } : { look, code };
    }),
  };
};

/**
 * What one has looked at oneself in the last thirty days, newest first. A refusal tells no more here than it did then:
 * only the code that the person wrote themselves.
 */
export const listMyLookups =
  (world: World) =>
  async (asked: Asked & { readonly before?: Look['place'] }): Promise<Result<MyLookups, Refusal>> => {
    const what = { operation: OPERATION, subject: asked.by.person.id };
    const ruling = judge(asked.by.person, { about: 'self', ask: 'list-my-lookups' });
    if (!ruling.allowed) {
      await refuse(world, asked, what);
      return err(NOT_AVAILABLE);
    }
    await looked(world, asked, { ...what, rule: ruling.rule });
    return ok(await mineOf(world, asked, asked.before));
  };
