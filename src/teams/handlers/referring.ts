import { type Deps } from '../deps';
import {
  onLeaveNameOut,
  onNameCandidate,
  onNameCaseCandidate,
  onStartCaseIdentity,
  onStartIdentity,
} from '../verbs/identity';
import {
  onAddInformation,
  onDeleteDraft,
  onListMyReferrals,
  onRecordInformed,
  onStartInformation,
  onStartInformed,
  onWithdrawReferral,
} from '../verbs/my-referrals';
import {
  onEditDraft,
  onReviewReferral,
  onSaveDraft,
  onStartReferral,
  onSubmitReferral,
} from '../verbs/referral';

/** The verbs of a referral. */
export const referring = (deps: Deps) => ({
  'start-referral': onStartReferral(deps),
  'edit-draft': onEditDraft(deps),
  'save-draft': onSaveDraft(deps),
  'review-referral': onReviewReferral(deps),
  'delete-draft': onDeleteDraft(deps),
  'start-identity': onStartIdentity(deps),
  'name-candidate': onNameCandidate(deps),
  'leave-name-out': onLeaveNameOut(deps),
  'submit-referral': onSubmitReferral(deps),
  'list-my-referrals': onListMyReferrals(deps),
  'start-informed': onStartInformed(deps),
  'record-informed': onRecordInformed(deps),
  'start-information': onStartInformation(deps),
  'add-information': onAddInformation(deps),
  'start-case-identity': onStartCaseIdentity(deps),
  'name-case-candidate': onNameCaseCandidate(deps),
  'withdraw-referral': onWithdrawReferral(deps),
});
