import { type Action } from '../domain/action';
import { type CaseState } from '../domain/case';
import { type GapState } from '../domain/gap';
import { type Section } from '../domain/groups';
import { type Meeting } from '../domain/meeting';
import { type Role } from '../domain/people';

/**
 * A standing is what someone is *to this subject*: chair of the meeting, author of the referral, owner of the task,
 * receiver of a sharing, or of the agency that shared; asked for innspill, or registering for a seat that is.
 */
export type Standing =
  | Role
  | 'chair'
  | 'author'
  | 'owner'
  | 'proposed'
  | 'receiver'
  | 'sharer'
  | 'sharing-leader'
  | 'asked-seat'
  | 'registrar';

/** The last column of §15, where it depends on more than who and in which state (conditions.ts). */
export type CaseCondition = 'fits-new-action' | 'holds-a-part' | 'date-reached';
export type SharingCondition = 'is-live' | 'awaits-review';

export type Row = { readonly who: readonly Standing[] };
export type CaseRow = Row & { readonly states: readonly CaseState[]; readonly and?: CaseCondition };
export type MeetingRow = Row & { readonly states: readonly Meeting['state'][] };
/** By the state of the task, and of the case it is in. */
export type ActionRow = Row & {
  readonly states: readonly Action['state'][];
  readonly cases: readonly CaseState[];
};
export type SharingRow = Row & { readonly and?: SharingCondition };
export type GapRow = Row & { readonly states: readonly GapState[] };
export type Table<Operation extends string, R extends Row = Row> = Readonly<Record<Operation, R>>;

/** What must hold beside standing, state and section before a part is shown (visible-conditions.ts). */
export type VisibleCondition =
  'is-own-agencys' | 'is-shared-now' | 'is-consented' | 'knows-not-who' | 'may-be-discussed';
/** One way to come to see a part of a case; all of `and` must hold. */
export type VisibleRow = Row & {
  readonly sections: readonly Section[];
  readonly states: readonly CaseState[];
  readonly and: readonly VisibleCondition[];
};
