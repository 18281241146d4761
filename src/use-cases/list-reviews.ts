import { type Case } from '../domain/case';
import { type Refusal } from '../domain/refusal';
import { type Sharing } from '../domain/sharing';
import { type Result } from '../result';
import { type Asked } from './asked';
import { lookUp } from './lookup';
import { findSharing, judgeSharing } from './named-sharing';
import { type SharingKey } from './ports/sharings';
import { type World } from './world';

/** A sharing that waits for its review, and the case it is in. */
export type AwaitedReview = { readonly kase: Case; readonly sharing: Sharing };

const awaited = async (world: World, asked: Asked, key: SharingKey): Promise<readonly AwaitedReview[]> => {
  const found = await findSharing(world, key, asked.within);
  if (found === undefined) return [];
  const { kase } = found.file;
  const { allowed } = judgeSharing(kase, {
    ask: 'review-sharing',
    person: asked.by.person,
    key,
    now: asked.at,
  });
  return allowed ? [{ kase, sharing: found.sharing }] : [];
};

/** What waits for this leader, the one with least time first; process only. */
export const listReviews =
  (world: World) =>
  (asked: Asked): Promise<Result<readonly AwaitedReview[], Refusal>> =>
    lookUp(world, asked, {
      ask: 'list-reviews',
      answer: async () => {
        const keys = await world.cases.reviewsAwaited(asked.by.person.agency, asked.at, asked.within);
        const found = await Promise.all(keys.map(key => awaited(world, asked, key)));
        return found
          .flat()
          .toSorted((one, other) => one.sharing.sharedAt.localeCompare(other.sharing.sharedAt));
      },
    });
