import { clearGap, hideGap } from '../clear-gap';
import { lookAtProcess } from '../look-at-process';
import { openGap, openGaps, startGap } from '../open-gaps';
import { openIncidents } from '../open-incidents';
import { recordGap, recordOwnGap } from '../record-gap';
import { recordIncident } from '../record-incident';
import { reportGapAgain } from '../report-gap-again';
import { settleIncident } from '../settle-incident';
import { type World } from '../world';

/** What the work uncovers: gaps between the services, and serious incidents. */
export const learning = (world: World) => ({
  clearGap: clearGap(world),
  hideGap: hideGap(world),
  openGap: openGap(world),
  openGaps: openGaps(world),
  openIncidents: openIncidents(world),
  recordGap: recordGap(world),
  recordIncident: recordIncident(world),
  recordOwnGap: recordOwnGap(world),
  reportGapAgain: reportGapAgain(world),
  settleIncident: settleIncident(world),
  startGap: startGap(world),
  startIncident: lookAtProcess(world, 'record-incident'),
});
