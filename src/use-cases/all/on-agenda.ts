import { addToAgenda } from '../add-to-agenda';
import { concludeCase, startConclusion } from '../conclude-case';
import { lookAtProcess } from '../look-at-process';
import { orderAgenda, startOrder } from '../order-agenda';
import { pauseCase } from '../pause-case';
import { resumeCase } from '../resume-case';
import { takeOffAgenda } from '../take-off-agenda';
import { type World } from '../world';

/** What somebody does with an agenda by hand, and with a case that waits or ends. */
export const onAgenda = (world: World) => ({
  addToAgenda: addToAgenda(world),
  concludeCase: concludeCase(world),
  orderAgenda: orderAgenda(world),
  pauseCase: pauseCase(world),
  resumeCase: resumeCase(world),
  startConclusion: startConclusion(world),
  startOrder: startOrder(world),
  startPause: lookAtProcess(world, 'pause-case'),
  takeOffAgenda: takeOffAgenda(world),
});
