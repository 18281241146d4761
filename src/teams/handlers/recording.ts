import { type Deps } from '../deps';
import {
  onAddAddendum,
  onApproveMinutes,
  onExportMinutes,
  onOpenMinutes,
  onStartAddendum,
} from '../verbs/minutes';

/** The verbs of the minutes. */
export const recording = (deps: Deps) => ({
  'open-minutes': onOpenMinutes(deps),
  'approve-minutes': onApproveMinutes(deps),
  'start-addendum': onStartAddendum(deps),
  'add-addendum': onAddAddendum(deps),
  'export-minutes': onExportMinutes(deps),
});
