import { type ActionId, type PersonId } from './ids';
import { type LocalDate } from './time';

/** Neutral titles (domain.md §9): a chat message may carry any of them. */
export const ACTION_TITLES = [
  'call-meeting',
  'arrange-meeting',
  'follow-up-consent',
  'settle-contact',
  'settle-responsible',
  'clarify-living',
  'clarify-practical',
  'follow-up-existing',
  'send-application',
  'gather-information',
  'update-mapping',
  'update-plan',
  'follow-up-incident',
  'prepare-transition',
  'evaluate-measures',
] as const;
export type ActionTitle = (typeof ACTION_TITLES)[number];

/** A task as its case remembers it: process only. */
export type ActionBrief = {
  readonly id: ActionId;
  readonly title: ActionTitle;
  readonly owner: PersonId;
  readonly standIn?: PersonId;
  /** Asked to take it over. */
  readonly proposed?: PersonId;
  readonly due: LocalDate;
  readonly state: 'open' | 'blocked' | 'done' | 'cancelled';
  readonly newDateAsked: boolean;
};
