import { type Deps } from '../deps';
import {
  onEndSharing,
  onListReviews,
  onOpenSharing,
  onReviewSharing,
  onShareExceptionally,
  onStartSharing,
} from '../verbs/sharing';

/** The verbs of an exceptional sharing. */
export const sharing = (deps: Deps) => ({
  'start-sharing': onStartSharing(deps),
  'share-exceptionally': onShareExceptionally(deps),
  'open-sharing': onOpenSharing(deps),
  'end-sharing': onEndSharing(deps),
  'review-sharing': onReviewSharing(deps),
  'list-reviews': onListReviews(deps),
});
