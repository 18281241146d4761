import { type Case } from '../domain/case';
import { beginsCode, type CaseCode, codeFrom, readCode } from '../domain/code';
import { noCaseId } from '../domain/ids';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { isAllowedByRole, judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { looked } from './lookup';
import { mayHear } from './may-hear';
import { refuse } from './perform';
import { type World } from './world';

type Finding = Asked & {
  /** Any text at all: it is compared with the codes of one's own cases, and asked for where it is a whole code. */
  readonly typed: string;
};

/** Ten rows to a list (design.md §3). */
const MOST = 10;

const once = (cases: readonly Case[]): readonly Case[] => [
  ...new Map(cases.map(kase => [kase.id, kase])).values(),
];

/** What they sent in, and where they have a task. */
const ofPart = async ({ cases }: World, { by, within }: Asked): Promise<readonly Case[]> => {
  const { id } = by.person;
  const [sent, actions] = await Promise.all([cases.byAuthor(id, within), cases.pendingActionsOf(id, within)]);
  const ids = new Set(actions.map(({ caseId }) => caseId));
  const files = await Promise.all([...ids].map(caseId => cases.load(caseId, within)));
  const worked = files.flatMap(file => (file === undefined ? [] : [file.kase]));
  return once([...sent, ...worked]);
};

/** Spelled as one, so that a look for it costs what a look for any costs. */
const ANY_CODE = codeFrom('0'.repeat(16));

/** The case of a code that was typed to its end; otherwise, and where there is none, nothing at the same cost. */
const ofWhole = async (
  { cases, derive }: World,
  { typed, within }: Pick<Finding, 'typed' | 'within'>,
): Promise<readonly Case[]> => {
  const id = await cases.idOf(readCode(typed) ?? ANY_CODE, within);
  const file = await cases.load(id ?? noCaseId(derive, ANY_CODE), within);
  return file === undefined ? [] : [file.kase];
};

/** What may still ask something of somebody, however much there has been; and whatever was typed to its end. */
const ofAll = async (world: World, asked: Finding): Promise<readonly Case[]> => {
  const all = await Promise.all([world.cases.unfinished(asked.within), ofWhole(world, asked)]);
  return once(all.flat());
};

/** Where to look is a matter of who asks alone: what was typed, and what there is to find, change no request. */
const inReach = (world: World, asked: Finding): Promise<readonly Case[]> =>
  isAllowedByRole(asked.by.person, 'open-case') ? ofAll(world, asked) : ofPart(world, asked);

const newestFirst = (one: Case, other: Case): number => other.submittedAt.localeCompare(one.submittedAt);

/**
 * The codes of the cases that one may open, of those that begin as typed: the newest ten. What is over is found by the
 * whole of its code where somebody may open every case. A code that is another's and
 * one that is nobody's find the same nothing, at the same cost (security.md row 12). A case that one was only sent
 * something of is found through what was sent.
 */
export const findMyCases =
  (world: World) =>
  async (asked: Finding): Promise<Result<readonly CaseCode[], Refusal>> => {
    const { by, typed } = asked;
    const what = { operation: 'find-my-cases', subject: by.person.id };
    const ruling = judge(by.person, { about: 'self', ask: 'find-my-cases' });
    if (!ruling.allowed) {
      await refuse(world, asked, what);
      return err(NOT_AVAILABLE);
    }
    await looked(world, asked, { ...what, rule: ruling.rule });
    const own = (await inReach(world, asked)).filter(kase => mayHear(by.person, kase));
    const found = own.filter(({ code }) => beginsCode(typed, code));
    return ok(
      [...found]
        .sort(newestFirst)
        .slice(0, MOST)
        .map(({ code }) => code),
    );
  };
