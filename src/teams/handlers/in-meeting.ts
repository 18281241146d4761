import { type Deps } from '../deps';
import { onCloseItem, onOpenAgenda, onOpenItem, onPublishAgenda } from '../verbs/agenda';
import { onRecordDecision, onStartDecision } from '../verbs/decision';
import { onSignDeclaration, onStartDeclaration } from '../verbs/declaration';
import { onOpenDecisions } from '../verbs/decisions';
import { onNameChair, onStartNameChair } from '../verbs/chair';
import { onDeclareDisqualified, onDisqualifyOther, onStartDisqualification } from '../verbs/disqualification';
import { onEndMeeting, onStartAttendance, onStartMeeting, onTakeUpItem } from '../verbs/held-meeting';

/** The verbs of the meeting. */
export const inMeeting = (deps: Deps) => ({
  'declare-disqualified': onDeclareDisqualified(deps),
  'start-disqualification': onStartDisqualification(deps),
  'disqualify-other': onDisqualifyOther(deps),
  'open-agenda': onOpenAgenda(deps),
  'publish-agenda': onPublishAgenda(deps),
  'start-attendance': onStartAttendance(deps),
  'start-meeting': onStartMeeting(deps),
  'take-up-item': onTakeUpItem(deps),
  'end-meeting': onEndMeeting(deps),
  'start-name-chair': onStartNameChair(deps),
  'name-chair': onNameChair(deps),
  'open-item': onOpenItem(deps),
  'close-item': onCloseItem(deps),
  'start-decision': onStartDecision(deps),
  'record-decision': onRecordDecision(deps),
  'open-decisions': onOpenDecisions(deps),
  'start-declaration': onStartDeclaration(),
  'sign-declaration': onSignDeclaration(deps),
});
