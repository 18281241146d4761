import { type Deps } from '../deps';
import { onOpenMapping, onRecordMapping, onStartMapping, onStartMeasures } from '../verbs/mapping';
import { onOpenPlan, onStartPlan, onWritePlan } from '../verbs/plan';

/** The verbs of following a participant: the mapping, the measures, the plan. */
export const following = (deps: Deps) => ({
  'open-mapping': onOpenMapping(deps),
  'start-mapping': onStartMapping(deps),
  'record-mapping': onRecordMapping(deps),
  'start-measures': onStartMeasures(deps),
  'open-plan': onOpenPlan(deps),
  'start-plan': onStartPlan(deps),
  'write-plan': onWritePlan(deps),
});
