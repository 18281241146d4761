import { endSharing } from '../end-sharing';
import { listReviews } from '../list-reviews';
import { lookAtProcess } from '../look-at-process';
import { openSharing } from '../open-sharing';
import { reviewSharing } from '../review-sharing';
import { shareExceptionally } from '../share-exceptionally';
import { type World } from '../world';

/** Exceptional sharing. */
export const sharing = (world: World) => ({
  endSharing: endSharing(world),
  listReviews: listReviews(world),
  openSharing: openSharing(world),
  reviewSharing: reviewSharing(world),
  shareExceptionally: shareExceptionally(world),
  startSharing: lookAtProcess(world, 'share-exceptionally'),
});
