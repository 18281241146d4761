/** Everything anyone can ask for, by the name it carries from the button to the audit event (domain.md §15). */
export const FREE_OPERATIONS = ['choose-language', 'show-help', 'list-my-actions'] as const;
export const ROLE_OPERATIONS = [
  'start-referral',
  'list-my-referrals',
  'open-inbox',
  'open-agenda',
  'open-access',
  'save-person',
  'remove-person',
] as const;
export const DRAFT_OPERATIONS = [
  'edit-draft',
  'save-draft',
  'review-referral',
  'delete-draft',
  'name-draft',
  'submit-referral',
] as const;
export const CASE_OPERATIONS = [
  'open-case',
  'open-item',
  'open-consent',
  'name-candidate',
  'add-information',
  'record-informed',
  'withdraw-referral',
  'request-information',
  'mark-ready',
  'mark-urgent',
  'return-to-agenda',
  'record-consent',
  'refuse-consent',
  'create-action',
] as const;
export const MEETING_OPERATIONS = ['publish-agenda', 'start-meeting', 'end-meeting'] as const;
export const ITEM_OPERATIONS = ['record-decision'] as const;
export const ACTION_OPERATIONS = [
  'open-action',
  'complete-action',
  'ask-new-date',
  'block-action',
  'grant-new-date',
] as const;

export type FreeOperation = (typeof FREE_OPERATIONS)[number];
export type RoleOperation = (typeof ROLE_OPERATIONS)[number];
export type DraftOperation = (typeof DRAFT_OPERATIONS)[number];
export type CaseOperation = (typeof CASE_OPERATIONS)[number];
export type MeetingOperation = (typeof MEETING_OPERATIONS)[number];
export type ItemOperation = (typeof ITEM_OPERATIONS)[number];
export type ActionOperation = (typeof ACTION_OPERATIONS)[number];
/** What only the clock does (domain.md §15, last row). */
export type SystemOperation = 'put-on-agenda' | 'send' | 'remind' | 'erase-identity' | 'seed-person';
