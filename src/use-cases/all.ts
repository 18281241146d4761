import { addInformation } from './add-information';
import { askNewDate } from './ask-new-date';
import { blockAction } from './block-action';
import { chooseLanguage } from './choose-language';
import { completeAction } from './complete-action';
import { createAction } from './create-action';
import { deleteDraft } from './delete-draft';
import { editDraft } from './edit-draft';
import { endMeeting } from './end-meeting';
import { grantNewDate } from './grant-new-date';
import { listMyActions } from './list-my-actions';
import { listMyReferrals } from './list-my-referrals';
import { lookAtProcess } from './look-at-process';
import { markReady } from './mark-ready';
import { markUrgent } from './mark-urgent';
import { nameCandidate } from './name-candidate';
import { openAccess } from './open-access';
import { openAction } from './open-action';
import { openAgenda } from './open-agenda';
import { openCase } from './open-case';
import { openInbox } from './open-inbox';
import { openItem } from './open-item';
import { publishAgenda } from './publish-agenda';
import { recordConsent } from './record-consent';
import { recordDecision } from './record-decision';
import { recordInformed } from './record-informed';
import { refuseConsent } from './refuse-consent';
import { removePerson } from './remove-person';
import { requestInformation } from './request-information';
import { returnToAgenda } from './return-to-agenda';
import { nameDraft, reviewReferral } from './review-referral';
import { saveDraft } from './save-draft';
import { savePerson } from './save-person';
import { startAttendance } from './start-attendance';
import { startDecision } from './start-decision';
import { startInformation } from './start-information';
import { startMeeting } from './start-meeting';
import { submitReferral } from './submit-referral';
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
  markReady: markReady(world),
  markUrgent: markUrgent(world),
  openCase: openCase(world),
  openConsent: lookAtProcess(world, 'open-consent'),
  openInbox: openInbox(world),
  recordConsent: recordConsent(world),
  refuseConsent: refuseConsent(world),
  requestInformation: requestInformation(world),
  returnToAgenda: returnToAgenda(world),
  startConsent: lookAtProcess(world, 'record-consent'),
});

const meeting = (world: World) => ({
  endMeeting: endMeeting(world),
  openAgenda: openAgenda(world),
  openItem: openItem(world),
  publishAgenda: publishAgenda(world),
  recordDecision: recordDecision(world),
  startAttendance: startAttendance(world),
  startDecision: startDecision(world),
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

/** Every use case, given its world: the one place where they are joined to it. */
export const useCasesIn = (world: World) => ({
  ...referring(world),
  ...coordinating(world),
  ...meeting(world),
  ...doing(world),
  ...administering(world),
});
export type UseCases = ReturnType<typeof useCasesIn>;
