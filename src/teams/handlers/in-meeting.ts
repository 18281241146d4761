import { type Deps } from '../deps';
import {
  onCloseItem,
  onEndMeeting,
  onOpenAgenda,
  onOpenItem,
  onPublishAgenda,
  onStartAttendance,
  onStartMeeting,
} from '../verbs/agenda';
import { onRecordDecision, onStartDecision } from '../verbs/decision';
import { onDeclareDisqualified, onDisqualifyOther, onStartDisqualification } from '../verbs/disqualification';

/** The verbs of the meeting. */
export const inMeeting = (deps: Deps) => ({
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
