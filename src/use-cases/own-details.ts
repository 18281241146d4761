import { type Case } from '../domain/case';
import { type Holding } from '../domain/groups';
import { type ActionId } from '../domain/ids';
import { owns } from '../policy/standing';
import { mayReadDetail } from '../policy/visible';
import { type Asked, todayOf } from './asked';
import { type ActionFile } from './ports/cases';
import { type World } from './world';

export type OwnDetail = { readonly id: ActionId; readonly file: ActionFile; readonly holding: Holding };

/** The reader's own tasks in the case whose detail they may read: what an owner sees of a case (design.md §5). */
export const ownDetails = async (world: World, asked: Asked, kase: Case): Promise<readonly OwnDetail[]> => {
  const { person } = asked.by;
  const own = kase.actions.filter(action => owns(person, action));
  const files = await Promise.all(own.map(({ id }) => world.cases.action(kase.id, id, asked.within)));
  return files.flatMap(file => {
    if (file?.detail === undefined) return [];
    const { origin, section } = file.detail;
    const holding = { origin, section };
    const today = todayOf(world, asked);
    return mayReadDetail(person, kase, { detail: holding, today })
      ? [{ id: file.action.id, file, holding }]
      : [];
  });
};
