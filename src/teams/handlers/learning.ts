import { type Deps } from '../deps';
import {
  onClearGap,
  onHideGap,
  onOpenGap,
  onOpenGaps,
  onRecordGap,
  onRecordOwnGap,
  onReportGapAgain,
  onStartGap,
} from '../verbs/gap';
import {
  onOpenIncidents,
  onRecordIncident,
  onSettleIncident,
  onStartIncident,
  onStartSettleIncident,
} from '../verbs/incident';

/** What the work uncovers: the register of gaps, and serious incidents. */
export const learning = (deps: Deps) => ({
  'open-gaps': onOpenGaps(deps),
  'open-gap': onOpenGap(deps),
  'start-gap': onStartGap(deps),
  'record-gap': onRecordGap(deps),
  'record-own-gap': onRecordOwnGap(deps),
  'report-gap-again': onReportGapAgain(deps),
  'clear-gap': onClearGap(deps),
  'hide-gap': onHideGap(deps),
  'open-incidents': onOpenIncidents(deps),
  'start-incident': onStartIncident(deps),
  'record-incident': onRecordIncident(deps),
  'start-settle-incident': onStartSettleIncident(deps),
  'settle-incident': onSettleIncident(deps),
});
