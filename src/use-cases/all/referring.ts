import { addInformation } from '../add-information';
import { deleteDraft } from '../delete-draft';
import { editDraft } from '../edit-draft';
import { listMyReferrals } from '../list-my-referrals';
import { lookAtProcess } from '../look-at-process';
import { nameCandidate } from '../name-candidate';
import { recordInformed } from '../record-informed';
import { nameDraft, reviewReferral } from '../review-referral';
import { saveDraft } from '../save-draft';
import { startInformation } from '../start-information';
import { submitReferral } from '../submit-referral';
import { withdrawReferral } from '../withdraw-referral';
import { type World } from '../world';

/** From the draft to the referral that is withdrawn. */
export const referring = (world: World) => ({
  addInformation: addInformation(world),
  deleteDraft: deleteDraft(world),
  editDraft: editDraft(world),
  listMyReferrals: listMyReferrals(world),
  nameCandidate: nameCandidate(world),
  nameDraft: nameDraft(world),
  recordInformed: recordInformed(world),
  reviewReferral: reviewReferral(world),
  saveDraft: saveDraft(world),
  startIdentity: lookAtProcess(world, 'name-candidate'),
  startInformation: startInformation(world),
  startInformed: lookAtProcess(world, 'record-informed'),
  submitReferral: submitReferral(world),
  withdrawReferral: withdrawReferral(world),
});
