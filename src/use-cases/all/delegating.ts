import { cancelAction } from '../cancel-action';
import { acceptHandOver, declineHandOver, proposeHandOver } from '../hand-over';
import { listCaseActions } from '../list-case-actions';
import { lookAtTask } from '../look-at-task';
import { muteAction, unmuteAction } from '../mute-action';
import { reassignAction } from '../reassign-action';
import { type World } from '../world';

/** Who does a task, whether it is to be done, and when its owner hears of it. */
export const delegating = (world: World) => ({
  acceptHandOver: acceptHandOver(world),
  cancelAction: cancelAction(world),
  declineHandOver: declineHandOver(world),
  listCaseActions: listCaseActions(world),
  muteAction: muteAction(world),
  openHandOver: lookAtTask('accept-hand-over', 'open-hand-over')(world),
  proposeHandOver: proposeHandOver(world),
  reassignAction: reassignAction(world),
  startCancelAction: lookAtTask('cancel-action')(world),
  startHandOver: lookAtTask('propose-hand-over', 'start-hand-over')(world),
  startMuteAction: lookAtTask('mute-action')(world),
  startReassignAction: lookAtTask('reassign-action')(world),
  unmuteAction: unmuteAction(world),
});
