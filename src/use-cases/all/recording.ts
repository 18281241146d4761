import { addAddendum, startAddendum } from '../add-addendum';
import { approveMinutes } from '../approve-minutes';
import { exportMinutes } from '../export-minutes';
import { openMinutes } from '../open-minutes';
import { type World } from '../world';

/** The minutes. */
export const recording = (world: World) => ({
  addAddendum: addAddendum(world),
  approveMinutes: approveMinutes(world),
  exportMinutes: exportMinutes(world),
  openMinutes: openMinutes(world),
  startAddendum: startAddendum(world),
});
