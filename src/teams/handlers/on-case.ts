import { type Deps } from '../deps';
import { onCreateAction, onStartAction, onStartNewDate } from '../verbs/action';
import {
  onMarkReady,
  onMarkUrgent,
  onOpenByCode,
  onOpenCase,
  onOpenInbox,
  onRequestInformation,
  onReturnToAgenda,
} from '../verbs/case';
import { onGrantNewDate } from '../verbs/own-action';

/** The verbs of a case, and of its tasks. */
export const onCase = (deps: Deps) => ({
  'open-inbox': onOpenInbox(deps),
  'open-case': onOpenCase(deps),
  'open-by-code': onOpenByCode(deps),
  'request-information': onRequestInformation(deps),
  'mark-ready': onMarkReady(deps),
  'mark-urgent': onMarkUrgent(deps),
  'return-to-agenda': onReturnToAgenda(deps),
  'start-action': onStartAction(deps),
  'create-action': onCreateAction(deps),
  'start-new-date': onStartNewDate(deps),
  'grant-new-date': onGrantNewDate(deps),
});
