import { addInformation } from './add-information';
import { adjustConsent } from './adjust-consent';
import { askAgain } from './ask-again';
import { askNewDate } from './ask-new-date';
import { blockAction } from './block-action';
import { chooseLanguage } from './choose-language';
import { completeAction } from './complete-action';
import { createAction } from './create-action';
import { declareDisqualified } from './declare-disqualified';
import { deleteDraft } from './delete-draft';
import { downloadFile } from './download-file';
import { disqualifyOther, startDisqualification } from './disqualify-other';
import { editDraft } from './edit-draft';
import { endMeeting } from './end-meeting';
import { endSharing } from './end-sharing';
import { exportAccessLog } from './export-access-log';
import { grantNewDate } from './grant-new-date';
import { listMyActions } from './list-my-actions';
import { listMyLookups } from './list-my-lookups';
import { listReviews } from './list-reviews';
import { listMyReferrals } from './list-my-referrals';
import { lookAtProcess } from './look-at-process';
import { markReady } from './mark-ready';
import { markUrgent } from './mark-urgent';
import { nameCandidate } from './name-candidate';
import { narrowConsent } from './narrow-consent';
import { openAccess } from './open-access';
import { openAccessLog } from './open-access-log';
import { openAction } from './open-action';
import { openAgenda } from './open-agenda';
import { openCase } from './open-case';
import { openConsent, startRenewal } from './open-consent';
import { openInbox } from './open-inbox';
import { openItem } from './open-item';
import { openSharing } from './open-sharing';
import { publishAgenda } from './publish-agenda';
import { recordConsent } from './record-consent';
import { recordDecision } from './record-decision';
import { recordInformed } from './record-informed';
import { refuseConsent } from './refuse-consent';
import { removePerson } from './remove-person';
import { renewConsent } from './renew-consent';
import { requestInformation } from './request-information';
import { returnToAgenda } from './return-to-agenda';
import { nameDraft, reviewReferral } from './review-referral';
import { reviewSharing } from './review-sharing';
import { saveDraft } from './save-draft';
import { savePerson } from './save-person';
import { shareExceptionally } from './share-exceptionally';
import { startAttendance } from './start-attendance';
import { startDecision } from './start-decision';
import { startInformation } from './start-information';
import { startMeeting } from './start-meeting';
import { submitReferral } from './submit-referral';
import { withdrawConsent } from './withdraw-consent';
import { withdrawReferral } from './withdraw-referral';
import { type World } from './world';

const referring = (world: World) => ({
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

const coordinating = (world: World) => ({
  adjustConsent: adjustConsent(world, 'record-consent'),
  adjustRenewal: adjustConsent(world, 'renew-consent'),
  askAgain: askAgain(world),
  markReady: markReady(world),
  markUrgent: markUrgent(world),
  openCase: openCase(world),
  narrowConsent: narrowConsent(world),
  openConsent: openConsent(world),
  openInbox: openInbox(world),
  recordConsent: recordConsent(world),
  refuseConsent: refuseConsent(world),
  renewConsent: renewConsent(world),
  requestInformation: requestInformation(world),
  returnToAgenda: returnToAgenda(world),
  startConsent: lookAtProcess(world, 'record-consent'),
  withdrawConsent: withdrawConsent(world),
  startNarrowing: lookAtProcess(world, 'narrow-consent'),
  startRenewal: startRenewal(world),
});

const sharing = (world: World) => ({
  endSharing: endSharing(world),
  listReviews: listReviews(world),
  openSharing: openSharing(world),
  reviewSharing: reviewSharing(world),
  shareExceptionally: shareExceptionally(world),
  startSharing: lookAtProcess(world, 'share-exceptionally'),
});

const meeting = (world: World) => ({
  declareDisqualified: declareDisqualified(world),
  disqualifyOther: disqualifyOther(world),
  endMeeting: endMeeting(world),
  openAgenda: openAgenda(world),
  openItem: openItem(world),
  publishAgenda: publishAgenda(world),
  recordDecision: recordDecision(world),
  startAttendance: startAttendance(world),
  startDecision: startDecision(world),
  startDisqualification: startDisqualification(world),
  startMeeting: startMeeting(world),
});

const doing = (world: World) => ({
  askNewDate: askNewDate(world),
  blockAction: blockAction(world),
  completeAction: completeAction(world),
  createAction: createAction(world),
  grantNewDate: grantNewDate(world),
  listMyActions: listMyActions(world),
  openAction: openAction(world),
  startAction: lookAtProcess(world, 'create-action'),
});

const administering = (world: World) => ({
  chooseLanguage: chooseLanguage(world),
  openAccess: openAccess(world),
  removePerson: removePerson(world),
  savePerson: savePerson(world),
});

const overseeing = (world: World) => ({
  downloadFile: downloadFile(world),
  exportAccessLog: exportAccessLog(world),
  listMyLookups: listMyLookups(world),
  openAccessLog: openAccessLog(world),
});

/** Every use case, given its world: the one place where they are joined to it. */
export const useCasesIn = (world: World) => ({
  ...referring(world),
  ...coordinating(world),
  ...sharing(world),
  ...meeting(world),
  ...doing(world),
  ...administering(world),
  ...overseeing(world),
});
export type UseCases = ReturnType<typeof useCasesIn>;
