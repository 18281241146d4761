import { type Case, CASE_STATES } from '../domain/case';
import { beginsCode, type CaseCode } from '../domain/code';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { isAllowedByRole, judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { looked } from './lookup';
import { mayHear } from './may-hear';
import { refuse } from './perform';
import { type World } from './world';

type Finding = Asked & {
  /** Any text at all: it is compared with the codes of one's own cases, and goes nowhere else. */
  readonly typed: string;
};

/** Ten rows to a list (design.md §3). */
const MOST = 10;

/** What they sent in, and where they have a task. */
const ofPart = async ({ cases }: World, { by, within }: Asked): Promise<readonly Case[]> => {
  const { id } = by.person;
  const [sent, actions] = await Promise.all([cases.byAuthor(id, within), cases.pendingActionsOf(id, within)]);
  const ids = new Set(actions.map(({ caseId }) => caseId));
  const files = await Promise.all([...ids].map(caseId => cases.load(caseId, within)));
  const worked = files.flatMap(file => (file === undefined ? [] : [file.kase]));
  return [...new Map([...sent, ...worked].map(kase => [kase.id, kase])).values()];
};

/** Where to look is a matter of who asks alone: what was typed, and what there is to find, change no request. */
const inReach = (world: World, asked: Asked): Promise<readonly Case[]> =>
  isAllowedByRole(asked.by.person, 'open-case')
    ? world.cases.inStates(CASE_STATES, asked.within)
    : ofPart(world, asked);

const newestFirst = (one: Case, other: Case): number => other.submittedAt.localeCompare(one.submittedAt);

/**
 * The codes of the cases that one may open, of those that begin as typed: the newest ten. A code that is another's and
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
