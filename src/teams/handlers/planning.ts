import { type Deps } from '../deps';
import { onCancelMeeting, onExportCalendar, onPlanMeeting, onStartPlanMeeting } from '../verbs/series';

/** The verbs of when the group meets, and of what it takes up. */
export const planning = (deps: Deps) => ({
  'start-plan-meeting': onStartPlanMeeting(deps),
  'plan-meeting': onPlanMeeting(deps),
  'cancel-meeting': onCancelMeeting(deps),
  'export-calendar': onExportCalendar(deps),
});
