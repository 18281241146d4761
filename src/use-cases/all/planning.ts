import { cancelMeeting } from '../cancel-meeting';
import { exportCalendar } from '../export-calendar';
import { planMeeting, startPlanMeeting } from '../plan-meeting';
import { whenNext } from '../when-next';
import { type World } from '../world';

/** When the group meets, and what it takes up. */
export const planning = (world: World) => ({
  cancelMeeting: cancelMeeting(world),
  exportCalendar: exportCalendar(world),
  planMeeting: planMeeting(world),
  startPlanMeeting: startPlanMeeting(world),
  whenNext: whenNext(world),
});
