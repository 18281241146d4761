import { type CaseState } from '../domain/case';
import { isActive, type Person } from '../domain/people';
import { CASE_CONDITIONS, SHARING_CONDITIONS } from './conditions';
import { type CaseOperation } from './operations';
import { type About, type Kind, type Question } from './questions';
import {
  type ActionRow,
  type CaseRow,
  type GapRow,
  type MeetingRow,
  type Row,
  type SharingRow,
  type Standing,
} from './rows';
import {
  standingAtLarge,
  standingForSeat,
  standingInAction,
  standingInDraft,
  standingInMeeting,
  standingInSharing,
  standingOnCase,
} from './standing';
import { type Tables, TABLES } from './tables';

export type { Question } from './questions';

/** The answer and the rule that gave it, as the audit keeps them. */
export type Ruling = { readonly allowed: boolean; readonly rule: string };

const REFUSED: Ruling = { allowed: false, rule: 'none' };
const ruled = (ask: string, standing: Standing | 'self' | undefined): Ruling =>
  standing === undefined ? REFUSED : { allowed: true, rule: `${ask}/${standing}` };
const first = (has: readonly Standing[], allowed: readonly Standing[]): Standing | undefined =>
  allowed.find(standing => has.includes(standing));

const onCase = (person: Person, question: About<'case'>, { who, states, and }: CaseRow): Ruling => {
  const standing = first(standingOnCase(person, question.kase, question.meeting), who);
  if (standing === undefined || !states.includes(question.kase.state)) return REFUSED;
  const holds = and === undefined || CASE_CONDITIONS[and]({ person, standing, question });
  return holds ? ruled(question.ask, standing) : REFUSED;
};

const onMeeting = (
  person: Person,
  { ask, meeting }: About<'meeting'>,
  { who, states }: MeetingRow,
): Ruling =>
  states.includes(meeting.state) ? ruled(ask, first(standingInMeeting(person, meeting), who)) : REFUSED;

const onItem = (person: Person, question: About<'item'>, { who, states }: MeetingRow): Ruling => {
  const { ask, kase, item, meeting, seat } = question;
  const open = states.includes(meeting.state) && item.decision === undefined && !item.closed;
  const has = [...standingOnCase(person, kase, meeting), ...standingForSeat(person, kase, seat)];
  return open ? ruled(ask, first(has, who)) : REFUSED;
};

const onAction = (person: Person, question: About<'action'>, { who, states, cases }: ActionRow): Ruling => {
  const { ask, kase, action } = question;
  return states.includes(action.state) && cases.includes(kase.state)
    ? ruled(ask, first(standingInAction(person, kase, action), who))
    : REFUSED;
};

const onSharing = (person: Person, question: About<'sharing'>, { who, and }: SharingRow): Ruling => {
  const { ask, kase, sharing, now } = question;
  const holds = and === undefined || SHARING_CONDITIONS[and](sharing, now);
  return holds ? ruled(ask, first(standingInSharing(person, kase, sharing), who)) : REFUSED;
};

const onAgency = (person: Person, { ask, agency }: About<'agency'>, { who }: Row): Ruling =>
  agency === person.agency ? ruled(ask, first(standingAtLarge(person), who)) : REFUSED;

const onGap = (person: Person, { ask, gap }: About<'gap'>, { who, states }: GapRow): Ruling =>
  states.includes(gap.state) ? ruled(ask, first(standingAtLarge(person), who)) : REFUSED;

type Answers = {
  readonly [K in Kind]: (person: Person, question: About<K>, tables: Tables) => Ruling;
};
const ANSWERS: Answers = {
  self: (_, { ask }) => ruled(ask, 'self'),
  role: (person, { ask }, { role }) => ruled(ask, first(standingAtLarge(person), role[ask].who)),
  agency: (person, question, { agency }) => onAgency(person, question, agency[question.ask]),
  draft: (person, { ask, draft }, tables) =>
    ruled(ask, first(standingInDraft(person, draft), tables.draft[ask].who)),
  case: (person, question, tables) => onCase(person, question, tables.case[question.ask]),
  meeting: (person, question, { meeting }) => onMeeting(person, question, meeting[question.ask]),
  item: (person, question, { item }) => onItem(person, question, item[question.ask]),
  action: (person, question, { action }) => onAction(person, question, action[question.ask]),
  sharing: (person, question, { sharing }) => onSharing(person, question, sharing[question.ask]),
  gap: (person, question, { gap }) => onGap(person, question, gap[question.ask]),
};
const answer = <K extends Kind>(person: Person, question: About<K>, tables: Tables): Ruling =>
  ANSWERS[question.about](person, question, tables);

/** `judge` by other tables than those in force: what proves that every cell of them counts. */
export const judgeBy =
  (tables: Tables) =>
  (person: Person, question: Question): Ruling =>
    isActive(person) ? answer(person, question, tables) : REFUSED;

/** Deny by default: someone removed may do nothing, and what no table grants is refused. */
export const judge = judgeBy(TABLES);

export const may = (person: Person, question: Question): boolean => judge(person, question).allowed;

/** Whether there is anybody at all who may, in this state: what a card that everyone sees draws its buttons by. */
export const isEverAllowed = (ask: CaseOperation, state: CaseState): boolean =>
  TABLES.case[ask].states.includes(state);

/** Whether a role of theirs may in any case at all: what is offered before there is a case to ask about. */
export const isAllowedByRole = (person: Person, ask: CaseOperation): boolean =>
  isActive(person) && standingAtLarge(person).some(role => TABLES.case[ask].who.includes(role));
