import { type Case } from '../domain/case';
import { MISSED_DAYS } from '../domain/inbox';
import { type Sharing } from '../domain/sharing';
import { plusMs } from '../domain/time';
import { type Asked } from './asked';
import { mayHear } from './may-hear';
import { findSharing } from './named-sharing';
import { type World } from './world';

const DAY_MS = 86_400_000;

/** What nobody reviewed in time lately, in cases that are the asker's. */
export const missedReviews = async (
  world: World,
  { by, at, within }: Asked,
): Promise<readonly { readonly kase: Case; readonly sharing: Sharing }[]> => {
  const since = plusMs(at, -MISSED_DAYS * DAY_MS);
  const keys = await world.cases.reviewsMissed(since, at, within);
  const found = await Promise.all(keys.map(key => findSharing(world, key, within)));
  return found.flatMap(one =>
    one !== undefined && mayHear(by.person, one.file.kase)
      ? [{ kase: one.file.kase, sharing: one.sharing }]
      : [],
  );
};
