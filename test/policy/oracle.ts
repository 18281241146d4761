import { type Case } from '../../src/domain/case';
import { type Holding } from '../../src/domain/groups';
import { type Person } from '../../src/domain/people';
import { type LocalDate } from '../../src/domain/time';
import { type Question } from '../../src/policy/may';

/**
 * domain.md §15 said a second time, as text, by other means than the program's tables; it knows nothing of them.
 * A row: the operation | who, as the subject knows them | in which states of it. `A … B` is A, B and all between.
 */
const TABLE = `
  choose-language     | everyone                           |
  show-help           | everyone                           |
  list-my-actions     | everyone                           |
  start-referral      | referrer                           |
  list-my-referrals   | referrer                           |
  open-inbox          | coordinator                        |
  open-agenda         | coordinator, member                |
  open-access         | admin                              |
  save-person         | admin                              |
  remove-person       | admin                              |
  edit-draft          | referring author                   |
  save-draft          | referring author                   |
  review-referral     | referring author                   |
  delete-draft        | referring author                   |
  name-draft          | referring author                   |
  submit-referral     | referring author                   |
  open-case           | author, coordinator, seated, owner | submitted … referral-withdrawn
  open-item           | author, coordinator, seated        | submitted … referral-withdrawn
  open-consent        | author, coordinator, seated        | submitted … referral-withdrawn
  name-candidate      | author                             | submitted … consent-expired
  add-information     | author                             | submitted … awaiting-consent
  record-informed     | author                             | submitted … awaiting-consent
  withdraw-referral   | author                             | submitted … awaiting-consent
  request-information | coordinator                        | submitted, ready-for-review
  mark-ready          | coordinator                        | submitted
  mark-urgent         | author, coordinator                | submitted … deferred
  return-to-agenda    | coordinator, chair                 | deferred
  record-consent      | author, coordinator                | submitted … awaiting-consent, consent-expired
  refuse-consent      | author, coordinator                | submitted … awaiting-consent
  create-action       | coordinator, chair, seated         | ready-for-review, awaiting-consent, mapping, active
  publish-agenda      | coordinator, chairing              | planned
  start-meeting       | coordinator, chairing              | planned, running
  end-meeting         | coordinator, chairing              | running
  record-decision     | coordinator, chair                 |
  open-action         | coordinator, holder                | open, blocked, done, cancelled
  complete-action     | holder                             | open, blocked
  ask-new-date        | holder                             | open, blocked
  block-action        | holder                             | open, blocked
  grant-new-date      | coordinator                        | open, blocked
`;

/** Open states first, in the order of §15; the ends after. */
const ORDER = [
  ...['submitted', 'needs-info', 'ready-for-review', 'deferred', 'awaiting-consent'],
  ...['mapping', 'active', 'consent-expired'],
  ...['declined', 'consent-refused', 'withdrawn', 'concluded', 'referral-withdrawn'],
];
const isUpTo = (state: string, last: string): boolean => ORDER.indexOf(state) <= ORDER.indexOf(last);

type Row = { readonly who: readonly string[]; readonly states: readonly string[] };
const listed = (text = ''): readonly string[] =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
const spanned = (text: string): readonly string[] => {
  const [first = '', last] = text.split('…').map(part => part.trim());
  return last === undefined ? [first] : ORDER.slice(ORDER.indexOf(first), ORDER.indexOf(last) + 1);
};
const ROWS = new Map<string, Row>(
  TABLE.trim()
    .split('\n')
    .map(line => {
      const [operation = '', who, states] = line.split('|').map(part => part.trim());
      return [operation, { who: listed(who), states: listed(states).flatMap(spanned) }];
    }),
);

const disqualified = (person: Person, kase: Case): boolean =>
  kase.disqualified.some(one => one === person.id);
const holds = (person: Person, task: { readonly owner: string; readonly standIn?: string }): boolean =>
  person.id === task.owner || person.id === task.standIn;

/** Whoever sent it, as long as they belong to the agency it came from: secrecy binds between agencies (§2). */
const sent = (person: Person, kase: Case): boolean =>
  kase.author === person.id && kase.origin === person.agency;

/** §15: author; coordinator; members by their seat, on a case that is or was on an agenda; owners for their own task. */
const isOnCase = (person: Person, kase: Case, as: string): boolean => {
  if (disqualified(person, kase)) return false;
  if (as === 'author') return sent(person, kase);
  if (as === 'coordinator') return person.roles.includes('coordinator');
  if (as === 'owner') return kase.actions.some(task => holds(person, task));
  return as === 'seated' && person.roles.includes('member') && person.seat !== undefined && kase.presented;
};

type Meeting = Extract<Question, { readonly about: 'meeting' }>['meeting'];
const leads = (person: Person, kase: Case, meeting: Meeting | undefined): boolean =>
  meeting?.chair === person.id && kase.presented && !disqualified(person, kase);

/** What §15 lets people begin before there is a consent. */
const BEGINNINGS = ['follow-up-consent', 'settle-responsible', 'arrange-meeting', 'gather-information'];
type OnCase = Extract<Question, { readonly about: 'case' }>;
const mayBegin = (person: Person, as: string, { kase, action }: OnCase): boolean => {
  const working = kase.state === 'mapping' || kase.state === 'active';
  if (!working && kase.meetingId === undefined) return false;
  if (action === undefined) return true;
  if (!working && !BEGINNINGS.includes(action.title)) return false;
  return as !== 'seated' || action.agency === person.agency;
};

const onCase = (person: Person, question: OnCase, { who, states }: Row): boolean => {
  if (!states.includes(question.kase.state)) return false;
  const standings = who.filter(as =>
    as === 'chair' ? leads(person, question.kase, question.meeting) : isOnCase(person, question.kase, as),
  );
  if (question.ask !== 'create-action') return standings.length > 0;
  return standings.some(as => mayBegin(person, as, question));
};

const onMeeting = (person: Person, meeting: Meeting, { who, states }: Row): boolean => {
  if (!states.includes(meeting.state)) return false;
  if (person.roles.includes('coordinator') && who.includes('coordinator')) return true;
  return meeting.chair === person.id && who.includes('chairing');
};

type OnItem = Extract<Question, { readonly about: 'item' }>;
const onItem = (person: Person, { kase, item, meeting }: OnItem): boolean => {
  if (meeting.state !== 'running' || item.closed || item.decision !== undefined) return false;
  return isOnCase(person, kase, 'coordinator') || leads(person, kase, meeting);
};

type OnAction = Extract<Question, { readonly about: 'action' }>;
/** Work stops with the case: only what was done can still be looked at (§9). */
const hasStopped = ({ ask, kase }: OnAction): boolean =>
  ask !== 'open-action' && ORDER.indexOf(kase.state) > ORDER.indexOf('consent-expired');

const onAction = (person: Person, question: OnAction, { who, states }: Row): boolean => {
  const { kase, action } = question;
  if (hasStopped(question)) return false;
  if (!states.includes(action.state) || disqualified(person, kase)) return false;
  if (who.includes('holder') && holds(person, action)) return true;
  return who.includes('coordinator') && person.roles.includes('coordinator');
};

const answered = (person: Person, question: Question, row: Row): boolean => {
  if (question.about === 'self') return row.who.includes('everyone');
  if (question.about === 'role') return row.who.some(as => person.roles.some(role => role === as));
  if (question.about === 'draft')
    return question.draft.author === person.id && person.roles.includes('referrer');
  if (question.about === 'case') return onCase(person, question, row);
  if (question.about === 'meeting') return onMeeting(person, question.meeting, row);
  return question.about === 'item' ? onItem(person, question) : onAction(person, question, row);
};

/** Whether domain.md §15 lets this person do this. */
export const allows = (person: Person, question: Question): boolean => {
  const row = ROWS.get(question.ask);
  return row !== undefined && person.removedOn === undefined && answered(person, question, row);
};
export const OPERATIONS_KNOWN: readonly string[] = [...ROWS.keys()];

type Looking = { readonly kase: Case; readonly today: LocalDate };

const opens = (person: Person, { kase, today }: Looking, { origin, section }: Holding): boolean => {
  if (kase.state !== 'mapping' && kase.state !== 'active') return false;
  const { givenOn, until, grants } = kase.consent;
  if (today < givenOn || today > until) return false;
  const way = `${origin} gives ${section} to ${person.agency}`;
  return grants.some(({ group, from, to }) => `${from} gives ${group} to ${to}` === way);
};

/** Words of design.md §5's table: who reads the part that is no group, and until when. */
const BESIDES: readonly (readonly [string, string, string])[] = [
  ['summary', 'coordinator', 'awaiting-consent'],
  ['summary', 'seated', 'awaiting-consent'],
  ['contact', 'coordinator', 'active'],
];

/** §4, answer 8: without the tick, consent comes before the group hears of it. */
const isFirstToConsent = ({ kase, today }: Looking): boolean =>
  kase.recognisable && !('consent' in kase && kase.consent.givenOn <= today && today <= kase.consent.until);

/** design.md §5's table and domain.md §14's stories: whether this reader may be shown this part of the case. */
export const shows = (person: Person, looking: Looking, holding: Holding): boolean => {
  const { kase } = looking;
  const readers = ['author', 'coordinator', 'seated'].filter(as => isOnCase(person, kase, as));
  if (person.removedOn !== undefined || readers.length === 0) return false;
  if (holding.origin === person.agency) return true;
  const besides = BESIDES.filter(
    ([section, as, last]) =>
      section === holding.section &&
      readers.includes(as) &&
      isUpTo(kase.state, last) &&
      !(as === 'seated' && isFirstToConsent(looking)),
  );
  return besides.length > 0 || opens(person, looking, holding);
};
