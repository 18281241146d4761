import { type Action } from '../domain/action';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { digestLines } from './digest-lines';
import { looked } from './lookup';
import { heardOf } from './may-hear';
import { refuse } from './perform';
import { type World } from './world';

type Listing = (world: World, asked: Asked) => Promise<readonly Action[]>;

const listing =
  (list: Listing) =>
  (world: World) =>
  async (asked: Asked): Promise<Result<readonly Action[], Refusal>> => {
    const what = { operation: 'list-my-actions', subject: asked.by.person.id };
    const ruling = judge(asked.by.person, { about: 'self', ask: 'list-my-actions' });
    if (!ruling.allowed) {
      await refuse(world, asked, what);
      return err(NOT_AVAILABLE);
    }
    await looked(world, asked, { ...what, rule: ruling.rule });
    return ok(await list(world, asked));
  };

/** What one owns or stands in for; anyone in the directory may ask for their own. */
export const listMyActions = listing(async (world, asked) => {
  const { by, within } = asked;
  return heardOf(world, asked, await world.cases.pendingActionsOf(by.person.id, within));
});

/** Of these, what a digest would speak of now. */
export const listMyDigest = listing((world, asked) =>
  digestLines(world)({ reader: asked.by.person, today: todayOf(world, asked), within: asked.within }),
);
