import { type Action, isPending, type PendingAction, withAction } from '../domain/action';
import { type Case } from '../domain/case';
import { type ActionId, type CaseId } from '../domain/ids';
import { nextReminder } from '../domain/ladder';
import { soonerOf } from '../domain/mute';
import { type Errand } from '../domain/outbox';
import { type Refusal, WRONG_STATE } from '../domain/refusal';
import { type Instant } from '../domain/time';
import { judge } from '../policy/may';
import { type ActionOperation } from '../policy/operations';
import { mayReadTask } from '../policy/visible-incidents';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type CasePlan, changeCaseBeside } from './change-case';
import { editsFor } from './digest-edits';
import { ringsFor } from './digest-lines';
import { keptPieces } from './kept-pieces';
import { REFUSED } from './perform';
import { type ActionChange, type ActionFile } from './ports/cases';
import { type World } from './world';

export type ActionKey = { readonly caseId: CaseId; readonly actionId: ActionId };
type Verb = ActionKey & {
  readonly operation: ActionOperation;
  readonly decide: (
    file: ActionFile,
    kase: Case,
  ) => Result<Action, Refusal> | Promise<Result<Action, Refusal>>;
  /** By the task as it is then, and as it was. */
  readonly errands?: (
    after: Action,
    kase: Case,
    before: Action,
  ) => Promise<readonly Errand[]> | readonly Errand[];
  /** The answer to the press asks something more: the message it was pressed in is left to stand. */
  readonly asksOn?: boolean;
};

type Changing = { readonly kase: Case; readonly file: ActionFile };

/** A rung that has come and may not have rung, or that is kept while nobody may be told, is not lost to a change. */
const keptRung = (world: World, asked: Asked, { kase, file }: Changing): Instant | undefined => {
  const { remindAt, action } = file;
  if (remindAt === undefined) return undefined;
  return remindAt <= asked.at || !ringsFor(kase, action, todayOf(world, asked)) ? remindAt : undefined;
};

const reminderOf = (
  world: World,
  asked: Asked,
  { action, ...changing }: Changing & { readonly action: PendingAction },
): Pick<ActionChange, 'remindAt'> => {
  const rung = nextReminder(action.due, asked.at, world);
  const next = soonerOf(rung, action, { after: asked.at, calendar: world.calendar });
  const [remindAt] = [keptRung(world, asked, changing), next].filter(at => at !== undefined).sort();
  return remindAt === undefined ? {} : { remindAt };
};

const changeOf = (
  world: World,
  asked: Asked,
  { kase, file, action }: Changing & { readonly action: Action },
): ActionChange => ({
  action,
  version: file.version,
  ...keptPieces(file),
  ...(isPending(action) ? reminderOf(world, asked, { kase, file, action }) : {}),
});

const planned = async (
  doing: { readonly world: World; readonly asked: Asked; readonly verb: Verb },
  kase: Case,
  file: ActionFile,
): Promise<Result<CasePlan, Refusal>> => {
  const { world, asked, verb } = doing;
  const next = await verb.decide(file, kase);
  if (!next.ok) return next;
  const { asksOn = false } = verb;
  const edits = editsFor(world, asked, { caseId: kase.id, task: file.action, asksOn });
  const errands = [...((await verb.errands?.(next.value, kase, file.action)) ?? []), ...edits];
  const action = changeOf(world, asked, { kase, file, action: next.value });
  return ok({ kase: withAction(kase, next.value), action, errands });
};

type OfCase = { readonly kase: Case; readonly action: Action };
const mayKnow = (world: World, asked: Asked, { kase, action }: OfCase): boolean =>
  mayReadTask(asked.by.person, kase, { task: action, today: todayOf(world, asked) });

/** A change of one task; its case remembers it in short. Answers with the case as it then is. */
export const changeAction = (world: World, asked: Asked, verb: Verb): Promise<Result<Case, Refusal>> =>
  changeCaseBeside<ActionFile | undefined>(world, asked, {
    operation: verb.operation,
    caseId: verb.caseId,
    beside: () => world.cases.action(verb.caseId, verb.actionId, asked.within),
    judge: ({ kase }, file) =>
      file === undefined || !mayKnow(world, asked, { kase, action: file.action })
        ? REFUSED
        : judge(asked.by.person, { about: 'action', ask: verb.operation, kase, action: file.action }),
    decide: ({ kase }, file) =>
      file === undefined ? err(WRONG_STATE) : planned({ world, asked, verb }, kase, file),
  });
