import { type Case, isEnded } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { type Holding } from '../domain/groups';
import { type Errand } from '../domain/outbox';
import { type Refusal } from '../domain/refusal';
import { judge, may, type Ruling } from '../policy/may';
import { type CaseOperation } from '../policy/operations';
import { ok, type Result } from '../result';
import { type Asked, entriesFor } from './asked';
import { keptClock } from './kept-clock';
import { perform } from './perform';
import { type CaseChange, type CaseFile } from './ports/cases';
import { type World } from './world';

/** How the case shall be, what else goes into the batch, and what must be sent because of it. */
export type CasePlan = Omit<CaseChange, 'file' | 'fact' | 'outbox' | 'clockAt'> & {
  readonly errands?: readonly Errand[];
  /** What others get to see by it: the event names that. */
  readonly opens?: readonly Holding[];
};

type Decided = Promise<Result<CasePlan, Refusal>> | Result<CasePlan, Refusal>;
type Verb<Operation extends string> = {
  readonly operation: Operation;
  readonly caseId: CaseId;
  readonly decide: (file: CaseFile) => Decided;
};
/** A verb that rests on more than the case: what `beside` finds is read anew at every attempt. */
type VerbBeside<Beside> = {
  readonly operation: string;
  readonly caseId: CaseId;
  readonly beside: () => Promise<Beside>;
  readonly judge: (file: CaseFile, beside: Beside) => Ruling;
  readonly decide: (file: CaseFile, beside: Beside) => Decided;
};
type Loaded<Beside> = { readonly file: CaseFile; readonly beside: Beside };

/**
 * The item card in the channel follows its case: whatever changed, it is drawn anew. At an end everything does, and
 * everybody who worked is told: in steps, so that the batch is small however much there is (stop-work.ts).
 */
const following = (
  { by }: Asked,
  { before, after }: { readonly before: Case; readonly after: Case },
): readonly Errand[] => {
  const { id: caseId, meetingId } = before;
  if (isEnded(after) && !isEnded(before))
    return [{ kind: 'stop-work', caseId, stoppedAt: after.since, by: by.person.id }];
  return meetingId === undefined ? [] : [{ kind: 'edit-item', meetingId, caseId }];
};

const load = async <Beside>(
  world: World,
  asked: Asked,
  { caseId, beside }: VerbBeside<Beside>,
): Promise<Loaded<Beside> | undefined> => {
  const [file, found] = await Promise.all([world.cases.load(caseId, asked.within), beside()]);
  return file === undefined ? undefined : { file, beside: found };
};

/** A change of a case under a rule of its own, such as that of an agenda item or a task. */
export const changeCaseBeside = async <Beside>(
  world: World,
  asked: Asked,
  verb: VerbBeside<Beside>,
): Promise<Result<Case, Refusal>> => {
  const { caseId, operation } = verb;
  const done = await perform<Loaded<Beside>, CasePlan>(world, asked, {
    operation,
    subject: caseId,
    caseId,
    load: () => load(world, asked, verb),
    known: () => world.cases.known(caseId, asked.commandId, asked.within),
    judge: ({ file, beside }) => verb.judge(file, beside),
    sees: ({ file: { kase } }) => may(asked.by.person, { about: 'case', ask: 'open-case', kase }),
    decide: ({ file, beside }) => Promise.resolve(verb.decide(file, beside)),
    commit: ({ file }, { errands = [], opens = [], ...plan }, done) => {
      const fact = { ...done, disclosed: opens };
      const follows = following(asked, { before: file.kase, after: plan.kase });
      const outbox = entriesFor(world, asked, [...errands, ...follows]);
      const clock = keptClock(plan.kase, world.calendar);
      return world.cases.commit({ ...plan, ...clock, file, fact, outbox }, asked.within);
    },
  });
  return done.ok ? ok(done.value.plan?.kase ?? done.value.file.file.kase) : done;
};

/** A change of a case by one of its own operations; answers with the case as it then is. */
export const changeCase = (
  world: World,
  asked: Asked,
  verb: Verb<CaseOperation>,
): Promise<Result<Case, Refusal>> =>
  changeCaseBeside<undefined>(world, asked, {
    ...verb,
    beside: () => Promise.resolve(undefined),
    judge: ({ kase }) => judge(asked.by.person, { about: 'case', ask: verb.operation, kase }),
  });
