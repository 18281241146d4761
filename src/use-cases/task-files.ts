import { mayReadTask } from '../policy/visible-incidents';
import { type Asked, todayOf } from './asked';
import { type ActionKey } from './change-action';
import { type ActionFile, type CaseFile } from './ports/cases';
import { type World } from './world';

export type TaskFiles = { readonly file: CaseFile; readonly found: ActionFile };

/** A private task that this reader does not know of is as one that is none. */
export const taskFiles = async (world: World, asked: Asked & ActionKey): Promise<TaskFiles | undefined> => {
  const { caseId, actionId, by, within } = asked;
  const [file, found] = await Promise.all([
    world.cases.load(caseId, within),
    world.cases.action(caseId, actionId, within),
  ]);
  if (file === undefined || found === undefined) return undefined;
  const task = found.action;
  return mayReadTask(by.person, file.kase, { task, today: todayOf(world, asked) })
    ? { file, found }
    : undefined;
};
