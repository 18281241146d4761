import { adjustConsent } from '../adjust-consent';
import { askAgain } from '../ask-again';
import { lookAtProcess } from '../look-at-process';
import { markReady } from '../mark-ready';
import { markUrgent } from '../mark-urgent';
import { narrowConsent } from '../narrow-consent';
import { openCase } from '../open-case';
import { openConsent, startRenewal } from '../open-consent';
import { openInbox } from '../open-inbox';
import { recordConsent } from '../record-consent';
import { refuseConsent } from '../refuse-consent';
import { renewConsent } from '../renew-consent';
import { requestInformation } from '../request-information';
import { returnToAgenda } from '../return-to-agenda';
import { withdrawConsent } from '../withdraw-consent';
import { type World } from '../world';

/** What the coordinator does with a case, and the consent. */
export const coordinating = (world: World) => ({
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
