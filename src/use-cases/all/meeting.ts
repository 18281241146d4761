import { declareDisqualified } from '../declare-disqualified';
import { disqualifyOther, startDisqualification } from '../disqualify-other';
import { endMeeting } from '../end-meeting';
import { nameChair, startNameChair } from '../name-chair';
import { openAgenda } from '../open-agenda';
import { openDecisions } from '../open-decisions';
import { openItem } from '../open-item';
import { publishAgenda } from '../publish-agenda';
import { recordDecision } from '../record-decision';
import { signDeclaration } from '../sign-declaration';
import { openMeeting, startAttendance } from '../start-attendance';
import { startDecision } from '../start-decision';
import { startMeeting } from '../start-meeting';
import { takeUpItem } from '../take-up-item';
import { type World } from '../world';

/** The meeting and its agenda. */
export const meeting = (world: World) => ({
  declareDisqualified: declareDisqualified(world),
  disqualifyOther: disqualifyOther(world),
  endMeeting: endMeeting(world),
  nameChair: nameChair(world),
  openAgenda: openAgenda(world),
  openDecisions: openDecisions(world),
  openItem: openItem(world),
  openMeeting: openMeeting(world),
  publishAgenda: publishAgenda(world),
  recordDecision: recordDecision(world),
  signDeclaration: signDeclaration(world),
  startAttendance: startAttendance(world),
  startDecision: startDecision(world),
  startNameChair: startNameChair(world),
  startDisqualification: startDisqualification(world),
  startMeeting: startMeeting(world),
  takeUpItem: takeUpItem(world),
});
