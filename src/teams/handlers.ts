import { consenting } from './consent-handlers';
import { type Deps } from './deps';
import { type Handler } from './handler';
import { onEditPerson, onOpenAccess, onRemovePerson, onSavePerson } from './verbs/access';
import { onCreateAction, onListMyActions, onStartAction, onStartNewDate } from './verbs/action';
import {
  onCloseItem,
  onEndMeeting,
  onOpenAgenda,
  onOpenItem,
  onPublishAgenda,
  onStartAttendance,
  onStartMeeting,
} from './verbs/agenda';
import {
  onMarkReady,
  onMarkUrgent,
  onOpenByCode,
  onOpenCase,
  onOpenInbox,
  onRequestInformation,
  onReturnToAgenda,
} from './verbs/case';
import { onRecordDecision, onStartDecision } from './verbs/decision';
import { onDeclareDisqualified, onDisqualifyOther, onStartDisqualification } from './verbs/disqualification';
import { onChooseLanguage, onCloseView, onHelp, onLanguages, onWelcome } from './verbs/general';
import { onExportAccessLog, onListMyLookups, onOpenAccessLog } from './verbs/lookups';
import {
  onLeaveNameOut,
  onNameCandidate,
  onNameCaseCandidate,
  onStartCaseIdentity,
  onStartIdentity,
} from './verbs/identity';
import {
  onAddInformation,
  onDeleteDraft,
  onListMyReferrals,
  onRecordInformed,
  onStartInformation,
  onStartInformed,
  onWithdrawReferral,
} from './verbs/my-referrals';
import { onAskNewDate, onBlockAction, onCompleteAction, onGrantNewDate } from './verbs/own-action';
import {
  onEditDraft,
  onReviewReferral,
  onSaveDraft,
  onStartReferral,
  onSubmitReferral,
} from './verbs/referral';
import {
  onEndSharing,
  onListReviews,
  onOpenSharing,
  onReviewSharing,
  onShareExceptionally,
  onStartSharing,
} from './verbs/sharing';

const everyone = (deps: Deps) => ({
  'show-welcome': onWelcome(deps),
  'show-help': onHelp(),
  'show-languages': onLanguages(),
  'choose-language': onChooseLanguage(deps),
  'list-my-actions': onListMyActions(deps),
  'complete-action': onCompleteAction(deps),
  'ask-new-date': onAskNewDate(deps),
  'block-action': onBlockAction(deps),
  'list-my-lookups': onListMyLookups(deps),
  'open-access-log': onOpenAccessLog(deps),
  'export-access-log': onExportAccessLog(deps),
  'open-access': onOpenAccess(deps),
  'edit-person': onEditPerson(deps),
  'save-person': onSavePerson(deps),
  'remove-person': onRemovePerson(deps),
});

const referring = (deps: Deps) => ({
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

const onCase = (deps: Deps) => ({
  'open-inbox': onOpenInbox(deps),
  'open-case': onOpenCase(deps),
  'open-by-code': onOpenByCode(deps),
  'request-information': onRequestInformation(deps),
  'mark-ready': onMarkReady(deps),
  'mark-urgent': onMarkUrgent(deps),
  'return-to-agenda': onReturnToAgenda(deps),
  'start-action': onStartAction(deps),
  'create-action': onCreateAction(deps),
  'start-new-date': onStartNewDate(deps),
  'grant-new-date': onGrantNewDate(deps),
});

const sharing = (deps: Deps) => ({
  'start-sharing': onStartSharing(deps),
  'share-exceptionally': onShareExceptionally(deps),
  'open-sharing': onOpenSharing(deps),
  'end-sharing': onEndSharing(deps),
  'review-sharing': onReviewSharing(deps),
  'list-reviews': onListReviews(deps),
});

const inMeeting = (deps: Deps) => ({
  'declare-disqualified': onDeclareDisqualified(deps),
  'start-disqualification': onStartDisqualification(deps),
  'disqualify-other': onDisqualifyOther(deps),
  'open-agenda': onOpenAgenda(deps),
  'publish-agenda': onPublishAgenda(deps),
  'start-attendance': onStartAttendance(deps),
  'start-meeting': onStartMeeting(deps),
  'end-meeting': onEndMeeting(deps),
  'open-item': onOpenItem(deps),
  'close-item': onCloseItem(deps),
  'start-decision': onStartDecision(deps),
  'record-decision': onRecordDecision(deps),
});

/** Every verb a button can carry, and what answers it. */
export const handlersFor = (deps: Deps): Readonly<Record<string, Handler>> => {
  const handlers = {
    ...everyone(deps),
    ...referring(deps),
    ...onCase(deps),
    ...consenting(deps),
    ...sharing(deps),
    ...inMeeting(deps),
  };
  return {
    ...handlers,
    'close-view': onCloseView(deps, handlers),
    'close-agenda': onCloseView(deps, handlers),
  };
};
