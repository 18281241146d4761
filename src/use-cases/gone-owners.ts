import { type Case } from '../domain/case';
import { goneOwners } from '../domain/gone-owner';
import { type InboxEntry } from '../domain/inbox-entry';
import { withoutUnseen } from '../policy/visible-incidents';
import { type Asked, todayOf } from './asked';
import { type World } from './world';

/** Tasks of these cases that nobody does any more; one that the asker is not to know of stays with its stand-in. */
export const gonesIn = async (
  world: World,
  asked: Asked,
  cases: readonly Case[],
): Promise<readonly InboxEntry[]> => {
  const today = todayOf(world, asked);
  const people = await world.people.all(asked.within);
  return cases.flatMap(kase =>
    goneOwners(withoutUnseen(asked.by.person, kase, today), { people, today, calendar: world.calendar }),
  );
};
