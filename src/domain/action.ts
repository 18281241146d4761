import {
  type ActionOutcome,
  type CancelTaskReason,
  type GapCategory,
  type Mute,
  type NewDateReason,
  type ReassignReason,
} from './action-choices';
import { err, ok, type Result } from '../result';
import { type Case, isParticipant } from './case';
import { type Group } from './groups';
import {
  type ActionId,
  type AgencyId,
  type CaseId,
  type DecisionId,
  type MeetingId,
  type PersonId,
} from './ids';
import { type CaseCode } from './code';
import { type ActionBrief, type ActionTitle, ACTION_TITLES } from './action-brief';
import { isFollowUp } from './incident';
import { type Refusal, WRONG_STATE } from './refusal';
import { type Instant, type LocalDate } from './time';

/** The only ones before there is a consent (domain.md §15). */
export const EARLY_TITLES: readonly ActionTitle[] = [
  'follow-up-consent',
  'settle-responsible',
  'arrange-meeting',
  'gather-information',
];

/** A new measure must be recommended by the group; what strengthens an existing service need not (domain.md §9). */
export const ACTION_KINDS = ['existing-service', 'new-measure'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** A new date somebody asked for, why and when. */
export type AskedDate = { readonly due: LocalDate; readonly reason: NewDateReason; readonly at: Instant };

type ActionFacts = {
  readonly id: ActionId;
  readonly caseId: CaseId;
  readonly code: CaseCode;
  readonly title: ActionTitle;
  readonly owner: PersonId;
  /** The agency stays responsible whoever the owner is. */
  readonly agency: AgencyId;
  readonly standIn?: PersonId;
  readonly due: LocalDate;
  /** The group its detail lies sealed in; undefined when it has none. */
  readonly detailIn?: Group;
  readonly meetingId?: MeetingId;
  /** The decision that recommends it, where it is a new measure; otherwise it strengthens an existing service. */
  readonly recommendedBy?: DecisionId;
  readonly createdBy: PersonId;
  /** Asked to take it over; until they accept, the owner is responsible. */
  readonly proposed?: PersonId;
  /** Who asked them. */
  readonly proposedBy?: PersonId;
  /** One each of its owner and who stands in. */
  readonly mutes?: readonly Mute[];
  readonly createdAt: Instant;
  /** A new date the owner has asked for; the coordinator grants it. */
  readonly asked?: AskedDate;
  /** Why the coordinator gave it to the owner it has. */
  readonly reassigned?: ReassignReason;
};
export type OpenAction = ActionFacts & { readonly state: 'open' };
export type BlockedAction = ActionFacts & { readonly state: 'blocked'; readonly gap: GapCategory };
export type DoneAction = ActionFacts & {
  readonly state: 'done';
  readonly outcome: ActionOutcome;
  readonly doneAt: Instant;
};
export type CancelledAction = ActionFacts & {
  readonly state: 'cancelled';
  /** None where it ended with its case. */
  readonly reason?: CancelTaskReason;
};
/** Never deleted. */
export type Action = OpenAction | BlockedAction | DoneAction | CancelledAction;
export type PendingAction = OpenAction | BlockedAction;

export const kindOf = ({ recommendedBy }: Pick<Action, 'recommendedBy'>): ActionKind =>
  recommendedBy === undefined ? 'existing-service' : 'new-measure';

export const isPending = (action: Action): action is PendingAction =>
  action.state === 'open' || action.state === 'blocked';

/** What a task can be created as: one that follows up an incident comes with the incident. */
export const titlesFor = (kase: Case): readonly ActionTitle[] =>
  isParticipant(kase) ? ACTION_TITLES.filter(title => !isFollowUp({ title })) : EARLY_TITLES;

type Done = { readonly outcome: ActionOutcome };
/** What stays of a task when what it waited for, or was stopped by, is over. */
const settled = (action: PendingAction): ActionFacts => {
  const { asked: _, state: __, gap: ___, mutes: ____, ...facts } = { gap: undefined, ...action };
  return facts;
};
/** Nobody is asked to take over what is over. */
const ended = (action: PendingAction): ActionFacts => {
  const { proposed: _, proposedBy: __, ...facts } = settled(action);
  return facts;
};

export const complete = (action: Action, { outcome }: Done, at: Instant): Result<DoneAction, Refusal> =>
  isPending(action) ? ok({ ...ended(action), state: 'done', outcome, doneAt: at }) : err(WRONG_STATE);

export const askNewDate = (action: Action, asked: AskedDate): Result<PendingAction, Refusal> =>
  isPending(action) ? ok({ ...action, asked }) : err(WRONG_STATE);

export const block = (action: Action, gap: GapCategory): Result<BlockedAction, Refusal> => {
  if (!isPending(action)) return err(WRONG_STATE);
  const { asked, ...facts } = action;
  return ok({ ...facts, ...(asked === undefined ? {} : { asked }), state: 'blocked', gap });
};

/** The coordinator grants the date that was asked for, or sets another. */
export const grantNewDate = (action: Action, due: LocalDate): Result<OpenAction, Refusal> =>
  isPending(action) ? ok({ ...settled(action), state: 'open', due }) : err(WRONG_STATE);

/** `reason` where somebody chose to; a task that ends with its case has none. */
export const cancel = (action: Action, reason?: CancelTaskReason): Result<CancelledAction, Refusal> =>
  isPending(action)
    ? ok({ ...ended(action), state: 'cancelled', ...(reason === undefined ? {} : { reason }) })
    : err(WRONG_STATE);

/** A task in short, as its case keeps it. */
export const briefOf = ({ id, title, owner, standIn, due, state, asked, proposed }: Action): ActionBrief => ({
  id,
  title,
  owner,
  ...(standIn === undefined ? {} : { standIn }),
  ...(proposed === undefined ? {} : { proposed }),
  due,
  state,
  newDateAsked: asked !== undefined,
});

/** The case with this task in the place it had, or last when it is new. */
export const withAction = <K extends Case>(kase: K, action: Action): K => {
  const brief = briefOf(action);
  const known = kase.actions.some(({ id }) => id === action.id);
  const actions = known
    ? kase.actions.map(old => (old.id === action.id ? brief : old))
    : [...kase.actions, brief];
  return { ...kase, actions };
};
