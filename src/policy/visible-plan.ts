import { type Case } from '../domain/case';
import { PLAN_HOLDING } from '../domain/plan-holding';
import { isActive, type Person } from '../domain/people';
import { type LocalDate } from '../domain/time';
import { standingOnCase, worksOn } from './standing';
import { isConsented } from './visible-conditions';

/**
 * Whether this reader may read what the plan for progress says: the coordinator, and whoever else works on the case
 * while a consent opens what the coordinator's agency knows of group C to their agency. That there is a plan, and who
 * the contact person is, is process.
 */
export const mayReadPlan = (reader: Person, kase: Case, today: LocalDate): boolean => {
  if (!isActive(reader)) return false;
  const has = standingOnCase(reader, kase);
  if (has.includes('coordinator') && reader.agency === PLAN_HOLDING.origin) return true;
  return worksOn(has) && isConsented(kase, PLAN_HOLDING, { to: reader.agency, today });
};
