import { type Case } from '../domain/case';
import { isActive, type Person } from '../domain/people';
import { standingOnCase, worksOn } from './standing';
import { type Standing } from './rows';

const standings = (reader: Person, kase: Case): readonly Standing[] =>
  isActive(reader) ? standingOnCase(reader, kase) : [];

/** That the same person was referred before is told to the coordinator only (domain.md §3). */
export const mayReadLink = (reader: Person, kase: Case): boolean =>
  standings(reader, kase).includes('coordinator');

const UNSAID: readonly Case['state'][] = ['withdrawn', 'referral-withdrawn'];
/**
 * Whether this reader is told that the case ended so, now or before it came back. Who only sits in the group learns no more of a withdrawal than that
 * it is over; an owner, that the work stops (domain.md §14).
 */
export const mayReadEnd = (reader: Person, kase: Case, end: Case['state'] = kase.state): boolean => {
  const has = standings(reader, kase);
  if (!UNSAID.includes(end) || has.includes('author') || has.includes('coordinator')) return true;
  return has.includes('owner') && !worksOn(has);
};
