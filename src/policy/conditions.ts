import { EARLY_TITLES } from '../domain/action';
import { isParticipant } from '../domain/case';
import { isGroup } from '../domain/groups';
import { type Person } from '../domain/people';
import { awaitsReview, isLive, type Sharing } from '../domain/sharing';
import { type Instant } from '../domain/time';
import { type About } from './questions';
import { type CaseCondition, type SharingCondition, type Standing } from './rows';

type Asking = { readonly person: Person; readonly standing: Standing; readonly question: About<'case'> };

/** A member gives tasks to the own agency only, and before consent only the neutral beginnings are allowed. */
const fitsNewAction = ({ person, standing, question: { kase, action } }: Asking): boolean => {
  if (!isParticipant(kase) && kase.meetingId === undefined) return false;
  if (action === undefined) return true;
  const early = isParticipant(kase) || EARLY_TITLES.includes(action.title);
  return early && (standing !== 'member' || action.agency === person.agency);
};

export const CASE_CONDITIONS: Readonly<Record<CaseCondition, (asking: Asking) => boolean>> = {
  'fits-new-action': fitsNewAction,
  'holds-a-part': ({ person, question: { kase } }) =>
    kase.holdings.some(({ origin, section }) => origin === person.agency && isGroup(section)),
  'date-reached': ({ question: { kase, today } }) =>
    'askAgainAfter' in kase && today !== undefined && kase.askAgainAfter <= today,
};

export const SHARING_CONDITIONS: Readonly<
  Record<SharingCondition, (sharing: Sharing, now: Instant) => boolean>
> = { 'is-live': isLive, 'awaits-review': awaitsReview };
