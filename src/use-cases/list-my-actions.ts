import { type Action } from '../domain/action';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { looked } from './lookup';
import { heardOf } from './may-hear';
import { refuse } from './perform';
import { type World } from './world';

/** What one owns or stands in for; anyone in the directory may ask for their own. */
export const listMyActions =
  (world: World) =>
  async (asked: Asked): Promise<Result<readonly Action[], Refusal>> => {
    const what = { operation: 'list-my-actions', subject: asked.by.person.id };
    const ruling = judge(asked.by.person, { about: 'self', ask: 'list-my-actions' });
    if (!ruling.allowed) {
      await refuse(world, asked, what);
      return err(NOT_AVAILABLE);
    }
    await looked(world, asked, { ...what, rule: ruling.rule });
    const { by, within } = asked;
    return ok(await heardOf(world, asked, await world.cases.pendingActionsOf(by.person.id, within)));
  };
