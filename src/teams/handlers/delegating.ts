import { type Deps } from '../deps';
import { onMuteAction, onStartMuteAction } from '../verbs/mute';
import {
  onAcceptHandOver,
  onCancelAction,
  onDeclineHandOver,
  onListCaseActions,
  onOpenAction,
  onOpenHandOver,
  onProposeHandOver,
  onReassignAction,
  onStartCancelAction,
  onStartHandOver,
  onStartReassignAction,
} from '../verbs/task';

/** The verbs of who does a task, whether it is to be done, and when its owner hears of it. */
export const delegating = (deps: Deps) => ({
  'open-action': onOpenAction(deps),
  'list-case-actions': onListCaseActions(deps),
  'start-hand-over': onStartHandOver(deps),
  'propose-hand-over': onProposeHandOver(deps),
  'open-hand-over': onOpenHandOver(deps),
  'accept-hand-over': onAcceptHandOver(deps),
  'decline-hand-over': onDeclineHandOver(deps),
  'start-mute-action': onStartMuteAction(deps),
  'mute-action': onMuteAction(deps),
  'start-cancel-action': onStartCancelAction(deps),
  'cancel-action': onCancelAction(deps),
  'start-reassign-action': onStartReassignAction(deps),
  'reassign-action': onReassignAction(deps),
});
