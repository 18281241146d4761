import { askNewDate } from '../ask-new-date';
import { blockAction } from '../block-action';
import { completeAction } from '../complete-action';
import { createAction, startAction } from '../create-action';
import { grantNewDate } from '../grant-new-date';
import { listMyActions } from '../list-my-actions';
import { openAction } from '../open-action';
import { type World } from '../world';

/** Tasks. */
export const doing = (world: World) => ({
  askNewDate: askNewDate(world),
  blockAction: blockAction(world),
  completeAction: completeAction(world),
  createAction: createAction(world),
  grantNewDate: grantNewDate(world),
  listMyActions: listMyActions(world),
  openAction: openAction(world),
  startAction: startAction(world),
});
