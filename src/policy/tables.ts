import { type Action } from '../domain/action';
import { CASE_TABLE } from './case-table';
import {
  type ActionOperation,
  type AgencyOperation,
  type DraftOperation,
  type GapOperation,
  type ItemOperation,
  type MeetingOperation,
  type RoleOperation,
  type SharingOperation,
} from './operations';
import { type ActionRow, type GapRow, type MeetingRow, type SharingRow, type Table } from './rows';
import { ANY, OPEN } from './spans';
import { VISIBLE_TABLE } from './visible-table';

const ROLE_TABLE: Table<RoleOperation> = {
  'start-referral': { who: ['referrer'] },
  'list-my-referrals': { who: ['referrer'] },
  'open-inbox': { who: ['coordinator'] },
  'open-agenda': { who: ['coordinator', 'member'] },
  'open-figures': { who: ['coordinator', 'member', 'steering'] },
  'open-gaps': { who: ['coordinator', 'member', 'steering'] },
  'record-own-gap': { who: ['coordinator', 'member', 'referrer'] },
  'open-contributions': { who: ['coordinator', 'member'] },
  'list-reviews': { who: ['leader'] },
  'retry-message': { who: ['coordinator'] },
  'open-access': { who: ['admin'] },
  'save-person': { who: ['admin'] },
  'remove-person': { who: ['admin'] },
};

/** For the own agency only. */
const AGENCY_TABLE: Table<AgencyOperation> = {
  'certify-people': { who: ['leader'] },
};

const DRAFT_TABLE: Table<DraftOperation> = {
  'edit-draft': { who: ['author'] },
  'save-draft': { who: ['author'] },
  'review-referral': { who: ['author'] },
  'delete-draft': { who: ['author'] },
  'name-draft': { who: ['author'] },
  'submit-referral': { who: ['author'] },
};

const MEETING_TABLE: Table<MeetingOperation, MeetingRow> = {
  'plan-meeting': { who: ['coordinator', 'chair'], states: ['planned'] },
  'move-meeting': { who: ['coordinator', 'chair'], states: ['planned'] },
  'cancel-meeting': { who: ['coordinator', 'chair'], states: ['planned'] },
  'name-chair': { who: ['coordinator', 'chair'], states: ['planned', 'running', 'ended'] },
  'order-agenda': { who: ['coordinator', 'chair'], states: ['planned'] },
  'publish-agenda': { who: ['coordinator', 'chair'], states: ['planned'] },
  'start-meeting': { who: ['chair', 'coordinator'], states: ['planned', 'running'] },
  'take-up-item': { who: ['chair', 'coordinator'], states: ['running'] },
  'end-meeting': { who: ['chair', 'coordinator'], states: ['running'] },
  'open-minutes': { who: ['chair', 'coordinator', 'member'], states: ['running', 'ended'] },
  'approve-minutes': { who: ['chair'], states: ['ended'] },
  'add-addendum': { who: ['chair', 'coordinator'], states: ['ended'] },
  'export-meeting': { who: ['coordinator'], states: ['ended'] },
  'record-meeting-ref': { who: ['coordinator'], states: ['ended'] },
};

/** By the state of the meeting; an item that is decided or shut takes neither. */
const ITEM_TABLE: Table<ItemOperation, MeetingRow> = {
  contribute: { who: ['asked-seat', 'registrar'], states: ['planned', 'running'] },
  'record-decision': { who: ['chair', 'coordinator'], states: ['running'] },
};

const EVERY: readonly Action['state'][] = ['open', 'blocked', 'done', 'cancelled'];
const PENDING: readonly Action['state'][] = ['open', 'blocked'];
/** Work stops with the case: all but looking needs a task that is open or blocked, in a case that has not ended. */
const working = (who: ActionRow['who']): ActionRow => ({ who, states: PENDING, cases: OPEN });

const ACTION_TABLE: Table<ActionOperation, ActionRow> = {
  'open-action': { who: ['owner', 'coordinator'], states: EVERY, cases: ANY },
  'complete-action': working(['owner']),
  'ask-new-date': working(['owner']),
  'block-action': working(['owner']),
  'propose-hand-over': working(['owner']),
  'mute-action': working(['owner']),
  'accept-hand-over': working(['proposed']),
  'decline-hand-over': working(['proposed']),
  'grant-new-date': working(['coordinator']),
  'cancel-action': working(['coordinator']),
  'reassign-action': working(['coordinator']),
};

/** A leader reviews what the own agency shared, and sees no content by that; the receiver opens what is live. */
const SHARING_TABLE: Table<SharingOperation, SharingRow> = {
  'open-sharing': { who: ['sharer', 'sharing-leader', 'receiver'] },
  'end-sharing': { who: ['sharer'], and: 'is-live' },
  'review-sharing': { who: ['sharing-leader'], and: 'awaits-review' },
};

const GAP_TABLE: Table<GapOperation, GapRow> = {
  'clear-gap': { who: ['coordinator'], states: ['new'] },
};

/**
 * domain.md §15 and design.md §5 as tables: what is not here is forbidden. An auditor reads these (docs/policy.md is
 * made of them), and the program asks nothing else.
 */
export const TABLES = {
  role: ROLE_TABLE,
  agency: AGENCY_TABLE,
  draft: DRAFT_TABLE,
  case: CASE_TABLE,
  meeting: MEETING_TABLE,
  item: ITEM_TABLE,
  action: ACTION_TABLE,
  sharing: SHARING_TABLE,
  gap: GAP_TABLE,
  visible: VISIBLE_TABLE,
} as const;
export type Tables = typeof TABLES;
