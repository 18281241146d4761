import { type Deps } from '../deps';
import {
  onChooseHours,
  onEndAbsence,
  onSetAbsence,
  onStartAbsence,
  onStartHours,
} from '../verbs/own-settings';

/** What people say of themselves. */
export const minding = (deps: Deps) => ({
  'start-hours': onStartHours(deps),
  'choose-hours': onChooseHours(deps),
  'start-absence': onStartAbsence(deps),
  'set-absence': onSetAbsence(deps),
  'end-absence': onEndAbsence(deps),
});
