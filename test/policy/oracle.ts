import { type Case } from '../../src/domain/case';
import { type Person } from '../../src/domain/people';
import { type Question } from '../../src/policy/may';

/**
 * domain.md §15 said a second time, row by row as it stands there, by other means than the program's tables; it knows
 * nothing of them, nor of the program's functions. A row: the operation | who | in which states of the subject | and.
 * `A … B` is A, B and all between; where no state is said, any will do; a line with # names the rows of §15.
 */
const TABLE = `
  # own look-ups (mine oppslag), language, own hours and absence: everyone
  choose-language      | everyone
  choose-hours         | everyone
  set-absence          | everyone
  list-my-lookups      | everyone
  show-help            | everyone
  list-my-actions      | everyone
  find-my-cases        | everyone
  sign-declaration     | everyone
  # save, resume, delete draft; submit referral; name candidate, leave name out: its author (referrer); naming until ended
  start-referral       | referrer
  list-my-referrals    | referrer
  edit-draft           | drafter
  save-draft           | drafter
  review-referral      | drafter
  delete-draft         | drafter
  name-draft           | drafter
  submit-referral      | drafter
  name-candidate       | author                       | submitted … consent-expired
  # add information; record informed, contact consent; withdraw referral: author
  add-information      | author                       | submitted … awaiting-consent
  record-informed      | author                       | submitted … awaiting-consent
  withdraw-referral    | author                       | submitted … awaiting-consent
  # request information, mark ready, mark urgent, pause and resume
  open-inbox           | coordinator
  request-information  | coordinator                  | submitted, ready-for-review
  mark-ready           | coordinator                  | submitted
  mark-urgent          | author, coordinator          | submitted … deferred
  pause-case           | coordinator                  | submitted … consent-expired
  resume-case          | coordinator                  | submitted … consent-expired
  # put on agenda, take off, order; publish: coordinator, chair
  open-agenda          | coordinator, member
  return-to-agenda     | coordinator, chair           | deferred
  add-to-agenda        | coordinator, chair           | ready-for-review … consent-expired
  take-off-agenda      | coordinator, chair           | ready-for-review … consent-expired
  order-agenda         | coordinator, chair           | planned
  publish-agenda       | coordinator, chair           | planned
  # plan, move, cancel meeting; name chair; start, attendance, tick; end
  plan-meeting         | coordinator, chair           | planned
  move-meeting         | coordinator, chair           | planned
  cancel-meeting       | coordinator, chair           | planned
  name-chair           | coordinator, chair           | planned, running, ended
  start-meeting        | coordinator, chair           | planned, running
  take-up-item         | coordinator, chair           | running
  end-meeting          | coordinator, chair           | running
  # open case: assigned (and §6: who was sent something keeps seeing process)
  open-case            | author, coordinator, seated, owner, receiver
  open-item            | author, coordinator, seated
  open-consent         | author, coordinator, seated
  open-innspill        | author, coordinator, seated
  open-mapping         | author, coordinator, seated
  open-plan            | author, coordinator, seated
  open-incidents       | author, coordinator, seated
  # give innspill: member whose seat is asked; registrar configured for that seat
  open-contributions   | coordinator, member
  contribute           | asked, registrar             | planned, running | item open
  # declare oneself disqualified; declare another
  declare-disqualified | seated, coordinator, chair
  disqualify-other     | chair
  # record decision; approve minutes, addenda after
  record-decision      | coordinator, chair           | running          | item open
  open-minutes         | chair, coordinator, member   | running, ended
  approve-minutes      | chair                        | ended
  add-addendum         | chair, coordinator           | ended
  # record refusal; record consent; ask again; narrow, renew; withdraw
  refuse-consent       | author, coordinator          | submitted … awaiting-consent
  record-consent       | author, coordinator          | submitted … awaiting-consent, consent-expired
  ask-again            | coordinator                  | consent-refused, withdrawn | date reached
  narrow-consent       | coordinator                  | mapping … consent-expired
  renew-consent        | coordinator                  | mapping … consent-expired
  withdraw-consent     | author, coordinator, seated  | mapping … consent-expired
  # record mapping; start measures; write plan
  record-mapping       | coordinator, seated, author  | mapping, active
  start-measures       | coordinator                  | mapping
  write-plan           | coordinator                  | mapping, active
  # create task; done, new date, blocked, hand over, mute; accept; grant, cancel, reassign
  create-action        | coordinator, chair, seated   | ready-for-review, awaiting-consent, mapping, active | new task
  open-action          | coordinator, holder
  complete-action      | holder                       | open, blocked    | case open
  ask-new-date         | holder                       | open, blocked    | case open
  block-action         | holder                       | open, blocked    | case open
  propose-hand-over    | holder                       | open, blocked    | case open
  mute-action          | holder                       | open, blocked    | case open
  accept-hand-over     | proposed                     | open, blocked    | case open
  decline-hand-over    | proposed                     | open, blocked    | case open
  grant-new-date       | coordinator                  | open, blocked    | case open
  cancel-action        | coordinator                  | open, blocked    | case open
  reassign-action      | coordinator                  | open, blocked    | case open
  # record gap; clear gap; record incident
  record-own-gap       | coordinator, member, referrer
  open-gaps            | coordinator, member, steering
  # try a message again that could not be delivered
  retry-message        | coordinator
  record-gap           | seated, coordinator, author, owner
  clear-gap            | coordinator                  | new
  record-incident      | author, coordinator, seated  | submitted … consent-expired
  settle-incident      | author, coordinator, seated  | submitted … consent-expired
  # share exceptionally; end it: assigned people of the owning agency (not as owner only); review: its leader, ≤ 72 h
  share-exceptionally  | author, coordinator, seated  | submitted … consent-expired | has something of the own agency
  open-sharing         | sharer, reviewer, sent
  end-sharing          | sharer                       |                  | still open
  list-reviews         | leader
  review-sharing       | reviewer                     |                  | within 72 hours
  # conclude; archive
  conclude-case        | coordinator, chair           | awaiting-consent … consent-expired
  export-archive       | coordinator
  record-archive-ref   | coordinator
  export-meeting       | coordinator                  | ended
  record-meeting-ref   | coordinator                  | ended
  # case access log; participant's export
  open-access-log      | coordinator, officer
  export-access-log    | coordinator, officer
  export-own-part      | author, coordinator, seated  |                  | has something of the own agency
  export-process       | coordinator
  list-case-actions    | coordinator
  # figures; directory
  open-figures         | coordinator, member, steering
  open-access          | admin
  save-person          | admin
  remove-person        | admin
  certify-people       | leader                       |                  | own agency
`;

/** Open states first, in the order of §15; the ends after. */
const ORDER = [
  ...['submitted', 'needs-info', 'ready-for-review', 'deferred', 'awaiting-consent'],
  ...['mapping', 'active', 'consent-expired'],
  ...['declined', 'consent-refused', 'withdrawn', 'concluded', 'referral-withdrawn'],
];
const isOpen = ({ state }: Case): boolean => ORDER.indexOf(state) <= ORDER.indexOf('consent-expired');

type Said = { readonly who: readonly string[]; readonly states: ReadonlySet<string>; readonly and: string };
const listed = (text = ''): readonly string[] =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
const spanned = (text: string): readonly string[] => {
  const [first = '', last] = text.split('…').map(part => part.trim());
  return last === undefined ? [first] : ORDER.slice(ORDER.indexOf(first), ORDER.indexOf(last) + 1);
};
const ROWS = new Map<string, Said>(
  TABLE.split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [operation = '', who, states, and = ''] = line.split('|').map(part => part.trim());
      return [operation, { who: listed(who), states: new Set(listed(states).flatMap(spanned)), and }];
    }),
);
export const OPERATIONS_KNOWN: readonly string[] = [...ROWS.keys()];

const caseOf = (question: Question): Case | undefined => ('kase' in question ? question.kase : undefined);
type Meeting = Extract<Question, { readonly about: 'meeting' }>['meeting'];
const meetingOf = (question: Question): Meeting | undefined =>
  'meeting' in question ? question.meeting : undefined;

/** "A disqualified person may do nothing on the case." */
export const isShutOut = (person: Person, kase: Case | undefined): boolean =>
  kase?.disqualified.some(one => one.person === person.id) === true;

/** Whoever sent it, as long as they belong to the agency it came from: secrecy binds between agencies (§2). */
const hasSent = (person: Person, kase: Case): boolean =>
  kase.author === person.id && kase.origin === person.agency;
/** "Members (seats) while the case is on or has been on an agenda." */
const sits = (person: Person, kase: Case): boolean =>
  person.roles.includes('member') && person.seat !== undefined && kase.presented;
/** "Assigned people of …, not as owner only": as which, when any. */
export const assignedAs = (person: Person, kase: Case): readonly string[] => {
  const as = hasSent(person, kase) ? ['author'] : [];
  if (person.roles.includes('coordinator')) as.push('coordinator');
  if (sits(person, kase)) as.push('seated');
  return as;
};
const dateIn = (meetingId: string): number => Date.parse(meetingId.replace('m-', ''));
/** The chair is one "per meeting" (§2), until it is over: of what it takes up, or could, for no later one has it. */
const isTakenUpIn = (meeting: Meeting, kase: Case | undefined): boolean => {
  if (kase === undefined) return true;
  if (!kase.presented || ['ended', 'cancelled'].includes(meeting.state)) return false;
  return kase.meetingId === undefined || dateIn(meeting.id) >= dateIn(kase.meetingId);
};
const has = (person: Person, task: { readonly owner: string; readonly standIn?: string }): boolean =>
  person.id === task.owner || person.id === task.standIn;

type Is = (person: Person, question: Question) => boolean;
const isIn =
  (role: Person['roles'][number]): Is =>
  ({ roles }) =>
    roles.includes(role);
const onCase =
  (is: (person: Person, kase: Case) => boolean): Is =>
  (person, question) => {
    const kase = caseOf(question);
    return kase !== undefined && is(person, kase);
  };

/** Who is meant by the words of the table. */
const WHO: Readonly<Record<string, Is>> = {
  everyone: () => true,
  referrer: isIn('referrer'),
  coordinator: isIn('coordinator'),
  member: isIn('member'),
  leader: isIn('leader'),
  steering: isIn('steering'),
  admin: isIn('admin'),
  officer: isIn('privacy-officer'),
  drafter: (person, question) =>
    question.about === 'draft' && question.draft.author === person.id && person.roles.includes('referrer'),
  author: onCase(hasSent),
  seated: onCase(sits),
  owner: onCase((person, { actions }) => actions.some(task => has(person, task))),
  receiver: onCase((person, { sharings }) => sharings.some(({ to }) => to.includes(person.id))),
  chair: (person, question) => {
    const meeting = meetingOf(question);
    if (meeting?.chair !== person.id) return false;
    // §2: the chair is a member or the coordinator.
    const stillSits = person.roles.includes('member') || person.roles.includes('coordinator');
    return stillSits && isTakenUpIn(meeting, caseOf(question));
  },
  asked: (person, question) =>
    question.about === 'item' && sits(person, question.kase) && person.seat === question.seat?.id,
  registrar: (person, question) =>
    question.about === 'item' && question.kase.presented && question.seat?.registrar === person.id,
  holder: (person, question) => question.about === 'action' && has(person, question.action),
  proposed: (person, question) => question.about === 'action' && question.action.proposed === person.id,
  sharer: (person, question) =>
    question.about === 'sharing' &&
    question.sharing.from === person.agency &&
    assignedAs(person, question.kase).length > 0,
  reviewer: (person, question) =>
    question.about === 'sharing' &&
    question.sharing.from === person.agency &&
    question.sharing.by !== person.id &&
    person.roles.includes('leader'),
  sent: (person, question) => question.about === 'sharing' && question.sharing.to.includes(person.id),
};

/** What §15 lets people begin before there is a consent; members for their own agency. */
const BEGINNINGS = ['follow-up-consent', 'settle-responsible', 'arrange-meeting', 'gather-information'];
const isOfferedIn = (kase: Case, title: string | undefined): boolean => {
  if (kase.state === 'mapping' || kase.state === 'active') return true;
  return kase.meetingId !== undefined && (title === undefined || BEGINNINGS.includes(title));
};
const mayBegin = (person: Person, as: string, question: Question): boolean => {
  if (question.about !== 'case') return false;
  const { kase, action } = question;
  const isTheirs = as !== 'seated' || action === undefined || action.agency === person.agency;
  return isTheirs && isOfferedIn(kase, action?.title);
};

const HOUR = 3_600_000;
const AND: Readonly<Record<string, (person: Person, as: string, question: Question) => boolean>> = {
  '': () => true,
  'new task': mayBegin,
  'case open': (_, __, question) => question.about === 'action' && isOpen(question.kase),
  'item open': (_, __, question) =>
    question.about === 'item' && !question.item.closed && question.item.decision === undefined,
  'date reached': (_, __, question) => {
    if (question.about !== 'case' || question.today === undefined) return false;
    const { kase } = question;
    return 'askAgainAfter' in kase && question.today >= kase.askAgainAfter;
  },
  'has something of the own agency': ({ agency }, _, question) =>
    caseOf(question)?.holdings.some(({ origin, section }) => origin === agency && /^[B-F]$/.test(section)) ===
    true,
  'still open': (_, __, question) =>
    question.about === 'sharing' && standsOpen(question.sharing, question.now),
  'within 72 hours': (_, __, question) =>
    question.about === 'sharing' &&
    question.sharing.review === undefined &&
    Date.parse(question.now) - Date.parse(question.sharing.sharedAt) <= 72 * HOUR,
  'own agency': ({ agency }, _, question) => question.about === 'agency' && question.agency === agency,
};

type Shared = Case['sharings'][number];
/** From when it was shared, until its time is up or it was ended before. */
export function standsOpen({ sharedAt, until, endedAt }: Shared, now: string): boolean {
  if (now < sharedAt || now >= until) return false;
  return endedAt === undefined || now < endedAt;
}

const stateOf = (question: Question): string => {
  if (question.about === 'case') return question.kase.state;
  if (question.about === 'meeting' || question.about === 'item') return question.meeting.state;
  if (question.about === 'action') return question.action.state;
  return question.about === 'gap' ? question.gap.state : '';
};

const isInState = ({ states }: Said, question: Question): boolean =>
  states.size === 0 || states.has(stateOf(question));

const isOneOf = ({ who, and }: Said, person: Person, question: Question): boolean =>
  who.some(as => WHO[as]?.(person, question) === true && AND[and]?.(person, as, question) === true);

/** Whether domain.md §15 lets this person do this. */
export const allows = (person: Person, question: Question): boolean => {
  const row = ROWS.get(question.ask);
  if (row === undefined || person.removedOn !== undefined) return false;
  if (isShutOut(person, caseOf(question)) || !isInState(row, question)) return false;
  return isOneOf(row, person, question);
};
