import { CASE_STATES, type CaseState } from '../domain/case';
import { type Meeting } from '../domain/meeting';
import { type Role } from '../domain/people';
import {
  type ActionOperation,
  type CaseOperation,
  type DraftOperation,
  type ItemOperation,
  type MeetingOperation,
  type RoleOperation,
} from './operations';

/**
 * domain.md §15 as tables: what is not here is forbidden. An auditor reads these, and the program asks nothing else.
 * A standing is what someone is *to this subject*: chair of the meeting, author of the referral, owner of the task.
 */
export type Standing = Role | 'chair' | 'author' | 'owner';

/** The open states in the order of domain.md §15's "submitted … X". */
const BEFORE_CONSENT: readonly CaseState[] = [
  'submitted',
  'needs-info',
  'ready-for-review',
  'deferred',
  'awaiting-consent',
];
const upTo = (last: CaseState): readonly CaseState[] =>
  BEFORE_CONSENT.slice(0, BEFORE_CONSENT.indexOf(last) + 1);
const OPEN: readonly CaseState[] = [...BEFORE_CONSENT, 'mapping', 'active', 'consent-expired'];
const ANY: readonly CaseState[] = CASE_STATES;

export type CaseRow = { readonly who: readonly Standing[]; readonly states: readonly CaseState[] };

export const ROLE_TABLE: Readonly<Record<RoleOperation, readonly Standing[]>> = {
  'start-referral': ['referrer'],
  'list-my-referrals': ['referrer'],
  'open-inbox': ['coordinator'],
  'open-agenda': ['coordinator', 'member'],
  'open-access': ['admin'],
  'save-person': ['admin'],
  'remove-person': ['admin'],
};

export const DRAFT_TABLE: Readonly<Record<DraftOperation, readonly Standing[]>> = {
  'edit-draft': ['author'],
  'save-draft': ['author'],
  'review-referral': ['author'],
  'delete-draft': ['author'],
  'name-draft': ['author'],
  'submit-referral': ['author'],
};

export const CASE_TABLE: Readonly<Record<CaseOperation, CaseRow>> = {
  'open-case': { who: ['author', 'coordinator', 'member', 'owner'], states: ANY },
  'open-item': { who: ['author', 'coordinator', 'member'], states: ANY },
  'open-consent': { who: ['author', 'coordinator', 'member'], states: ANY },
  'name-candidate': { who: ['author'], states: OPEN },
  'add-information': { who: ['author'], states: upTo('awaiting-consent') },
  'record-informed': { who: ['author'], states: upTo('awaiting-consent') },
  'withdraw-referral': { who: ['author'], states: upTo('awaiting-consent') },
  'request-information': { who: ['coordinator'], states: ['submitted', 'ready-for-review'] },
  'mark-ready': { who: ['coordinator'], states: ['submitted'] },
  'mark-urgent': { who: ['author', 'coordinator'], states: upTo('deferred') },
  'return-to-agenda': { who: ['coordinator', 'chair'], states: ['deferred'] },
  'record-consent': {
    who: ['author', 'coordinator'],
    states: [...upTo('awaiting-consent'), 'consent-expired'],
  },
  'refuse-consent': { who: ['author', 'coordinator'], states: upTo('awaiting-consent') },
  'create-action': {
    who: ['coordinator', 'chair', 'member'],
    states: ['ready-for-review', 'awaiting-consent', 'mapping', 'active'],
  },
};

export const MEETING_TABLE: Readonly<
  Record<
    MeetingOperation,
    { readonly who: readonly Standing[]; readonly states: readonly Meeting['state'][] }
  >
> = {
  'publish-agenda': { who: ['coordinator', 'chair'], states: ['planned'] },
  'start-meeting': { who: ['chair', 'coordinator'], states: ['planned', 'running'] },
  'end-meeting': { who: ['chair', 'coordinator'], states: ['running'] },
};

export const ITEM_TABLE: Readonly<Record<ItemOperation, readonly Standing[]>> = {
  'record-decision': ['chair', 'coordinator'],
};

export const ACTION_TABLE: Readonly<Record<ActionOperation, readonly Standing[]>> = {
  'open-action': ['owner', 'coordinator'],
  'complete-action': ['owner'],
  'ask-new-date': ['owner'],
  'block-action': ['owner'],
  'grant-new-date': ['coordinator'],
};
