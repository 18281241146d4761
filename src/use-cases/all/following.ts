import { openMapping, startMapping } from '../open-mapping';
import { openPlan } from '../open-plan';
import { recordMapping } from '../record-mapping';
import { startMeasures } from '../start-measures';
import { startPlan } from '../start-plan';
import { type World } from '../world';
import { writePlan } from '../write-plan';

/** How a participant is followed: the mapping, the measures, the plan. */
export const following = (world: World) => ({
  openMapping: openMapping(world),
  openPlan: openPlan(world),
  recordMapping: recordMapping(world),
  startMapping: startMapping(world),
  startMeasures: startMeasures(world),
  startPlan: startPlan(world),
  writePlan: writePlan(world),
});
