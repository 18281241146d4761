/** Everything anyone can ask for, by the name it carries from the button to the audit event (domain.md §15). */
export const FREE_OPERATIONS = [
  'choose-language',
  'show-help',
  'list-my-actions',
  'list-my-lookups',
  'find-my-cases',
  'sign-declaration',
  'choose-hours',
  'set-absence',
] as const;
export const ROLE_OPERATIONS = [
  'start-referral',
  'list-my-referrals',
  'open-inbox',
  'open-agenda',
  'open-figures',
  'open-gaps',
  'record-own-gap',
  'open-contributions',
  'list-reviews',
  'retry-message',
  'open-access',
  'save-person',
  'remove-person',
] as const;
export const AGENCY_OPERATIONS = ['certify-people'] as const;
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
  'open-innspill',
  'open-mapping',
  'open-plan',
  'open-incidents',
  'open-access-log',
  'export-access-log',
  'export-own-part',
  'export-process',
  'list-case-actions',
  'name-candidate',
  'add-information',
  'record-informed',
  'withdraw-referral',
  'request-information',
  'mark-ready',
  'mark-urgent',
  'pause-case',
  'resume-case',
  'return-to-agenda',
  'add-to-agenda',
  'take-off-agenda',
  'declare-disqualified',
  'disqualify-other',
  'record-consent',
  'refuse-consent',
  'ask-again',
  'narrow-consent',
  'renew-consent',
  'withdraw-consent',
  'record-mapping',
  'start-measures',
  'write-plan',
  'create-action',
  'record-gap',
  'record-incident',
  'settle-incident',
  'share-exceptionally',
  'conclude-case',
  'export-archive',
  'record-archive-ref',
] as const;
export const MEETING_OPERATIONS = [
  'plan-meeting',
  'move-meeting',
  'cancel-meeting',
  'name-chair',
  'order-agenda',
  'publish-agenda',
  'start-meeting',
  'take-up-item',
  'end-meeting',
  'open-minutes',
  'approve-minutes',
  'add-addendum',
  'export-meeting',
  'record-meeting-ref',
] as const;
export const ITEM_OPERATIONS = ['contribute', 'record-decision'] as const;
export const ACTION_OPERATIONS = [
  'open-action',
  'complete-action',
  'ask-new-date',
  'block-action',
  'propose-hand-over',
  'mute-action',
  'accept-hand-over',
  'decline-hand-over',
  'grant-new-date',
  'cancel-action',
  'reassign-action',
] as const;
export const SHARING_OPERATIONS = ['open-sharing', 'end-sharing', 'review-sharing'] as const;
export const GAP_OPERATIONS = ['clear-gap'] as const;

export type FreeOperation = (typeof FREE_OPERATIONS)[number];
export type RoleOperation = (typeof ROLE_OPERATIONS)[number];
export type AgencyOperation = (typeof AGENCY_OPERATIONS)[number];
export type DraftOperation = (typeof DRAFT_OPERATIONS)[number];
export type CaseOperation = (typeof CASE_OPERATIONS)[number];
export type MeetingOperation = (typeof MEETING_OPERATIONS)[number];
export type ItemOperation = (typeof ITEM_OPERATIONS)[number];
export type ActionOperation = (typeof ACTION_OPERATIONS)[number];
export type SharingOperation = (typeof SHARING_OPERATIONS)[number];
export type GapOperation = (typeof GAP_OPERATIONS)[number];
/** What only the clock does (domain.md §15, last row): no table grants it to anybody. */
export const SYSTEM_OPERATIONS = [
  'put-on-agenda',
  'empty-agenda',
  'note-taken-up',
  'send',
  'remind',
  'erase-identity',
  'seed-person',
  'expire-consent',
  'end-sharing-by-time',
  'miss-review',
  'stop-work',
  'remind-contributors',
  'erase-notes',
  'erase-case',
] as const;
export type SystemOperation = (typeof SYSTEM_OPERATIONS)[number];
