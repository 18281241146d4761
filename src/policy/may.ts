import { type Action, EARLY_TITLES, isPending } from '../domain/action';
import { type ActionTitle } from '../domain/action-brief';
import { type AgendaItem } from '../domain/agenda';
import { type Case, isEnded, isParticipant } from '../domain/case';
import { type Draft } from '../domain/draft';
import { type AgencyId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { isActive, type Person } from '../domain/people';
import {
  type ActionOperation,
  type CaseOperation,
  type DraftOperation,
  type FreeOperation,
  type ItemOperation,
  type MeetingOperation,
  type RoleOperation,
} from './operations';
import { owns, standingAtLarge, standingInMeeting, standingOnCase } from './standing';
import {
  ACTION_TABLE,
  CASE_TABLE,
  DRAFT_TABLE,
  ITEM_TABLE,
  MEETING_TABLE,
  ROLE_TABLE,
  type Standing,
} from './tables';

/** A task someone wants to create: what §15 makes depend on its title and on whose task it becomes. */
export type NewAction = { readonly title: ActionTitle; readonly agency: AgencyId };

/** What is asked, and of what; the subject grants standing: chair, author, owner, disqualified. */
export type Question =
  | { readonly about: 'self'; readonly ask: FreeOperation }
  | { readonly about: 'role'; readonly ask: RoleOperation }
  | { readonly about: 'draft'; readonly ask: DraftOperation; readonly draft: Draft }
  | {
      readonly about: 'case';
      readonly ask: CaseOperation;
      readonly kase: Case;
      readonly meeting?: Meeting;
      readonly action?: NewAction;
    }
  | { readonly about: 'meeting'; readonly ask: MeetingOperation; readonly meeting: Meeting }
  | {
      readonly about: 'item';
      readonly ask: ItemOperation;
      readonly kase: Case;
      readonly item: AgendaItem;
      readonly meeting: Meeting;
    }
  | { readonly about: 'action'; readonly ask: ActionOperation; readonly kase: Case; readonly action: Action };

/** The answer and the rule that gave it, as the audit keeps them. */
export type Ruling = { readonly allowed: boolean; readonly rule: string };

const REFUSED: Ruling = { allowed: false, rule: 'none' };
const ruled = (ask: string, standing: Standing | 'self' | undefined): Ruling =>
  standing === undefined ? REFUSED : { allowed: true, rule: `${ask}/${standing}` };
const first = (has: readonly Standing[], allowed: readonly Standing[]): Standing | undefined =>
  allowed.find(standing => has.includes(standing));

type About<Kind extends Question['about']> = Extract<Question, { readonly about: Kind }>;

/** A member gives tasks to the own agency only, and before consent only the neutral beginnings are allowed. */
const fitsNewAction = (person: Person, standing: Standing, { kase, action }: About<'case'>): boolean => {
  if (!isParticipant(kase) && kase.meetingId === undefined) return false;
  if (action === undefined) return true;
  const early = isParticipant(kase) || EARLY_TITLES.includes(action.title);
  return early && (standing !== 'member' || action.agency === person.agency);
};

const onCase = (person: Person, question: About<'case'>): Ruling => {
  const { who, states } = CASE_TABLE[question.ask];
  const standing = first(standingOnCase(person, question.kase, question.meeting), who);
  if (standing === undefined || !states.includes(question.kase.state)) return REFUSED;
  const fits = question.ask !== 'create-action' || fitsNewAction(person, standing, question);
  return fits ? ruled(question.ask, standing) : REFUSED;
};

const onMeeting = (person: Person, { ask, meeting }: About<'meeting'>): Ruling => {
  const { who, states } = MEETING_TABLE[ask];
  return states.includes(meeting.state)
    ? ruled(ask, first(standingInMeeting(person, meeting), who))
    : REFUSED;
};

const onItem = (person: Person, { ask, kase, item, meeting }: About<'item'>): Ruling => {
  const open = meeting.state === 'running' && item.decision === undefined && !item.closed;
  return open ? ruled(ask, first(standingOnCase(person, kase, meeting), ITEM_TABLE[ask])) : REFUSED;
};

const actionStanding = (person: Person, { kase, action }: About<'action'>): readonly Standing[] => {
  const onTheCase = standingOnCase(person, kase).filter(standing => standing === 'coordinator');
  const disqualified = kase.disqualified.includes(person.id);
  return owns(person, action) && !disqualified ? ['owner', ...onTheCase] : onTheCase;
};
const onAction = (person: Person, question: About<'action'>): Ruling =>
  question.ask === 'open-action' || (isPending(question.action) && !isEnded(question.kase))
    ? ruled(question.ask, first(actionStanding(person, question), ACTION_TABLE[question.ask]))
    : REFUSED;

const onDraft = (person: Person, { ask, draft }: About<'draft'>): Ruling =>
  ruled(
    ask,
    first(
      draft.author === person.id && person.roles.includes('referrer') ? ['author'] : [],
      DRAFT_TABLE[ask],
    ),
  );

const answer = (person: Person, question: Question): Ruling => {
  switch (question.about) {
    case 'self':
      return ruled(question.ask, 'self');
    case 'role':
      return ruled(question.ask, first(standingAtLarge(person), ROLE_TABLE[question.ask]));
    case 'draft':
      return onDraft(person, question);
    case 'case':
      return onCase(person, question);
    case 'meeting':
      return onMeeting(person, question);
    case 'item':
      return onItem(person, question);
    case 'action':
      return onAction(person, question);
  }
};

/** Deny by default: someone removed may do nothing, and what no table grants is refused. */
export const judge = (person: Person, question: Question): Ruling =>
  isActive(person) ? answer(person, question) : REFUSED;

export const may = (person: Person, question: Question): boolean => judge(person, question).allowed;
