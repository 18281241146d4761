import { type Action, type OpenAction } from '../../src/domain/action';
import { type ActionBrief } from '../../src/domain/action-brief';
import { type AgendaItem } from '../../src/domain/agenda';
import { type Case } from '../../src/domain/case';
import { codeFrom } from '../../src/domain/code';
import { type Consent, type Preset, grantsOf } from '../../src/domain/consent';
import { splitReferral, type Revealed } from '../../src/domain/content';
import { type Decision } from '../../src/domain/decision';
import {
  type ActionId,
  isActionId,
  isDecisionId,
  isMeetingId,
  type DecisionId,
  type MeetingId,
} from '../../src/domain/ids';
import { type EndedMeeting, type PlannedMeeting, type RunningMeeting } from '../../src/domain/meeting';
import { type Language, LANGUAGES, type Person } from '../../src/domain/people';
import { type SharedDrawing } from '../../src/cards/shared-drawing';
import { wordsFor } from '../../src/i18n/words';
import { type Notice } from '../../src/domain/notice';
import { type Referral } from '../../src/domain/referral';
import { sharingId } from '../builders/ids';
import {
  aCase,
  aDrawing,
  agencyId,
  aPerson,
  aReferral,
  at,
  casesInEachState,
  coordinator,
  day,
  personId,
  programme,
  seatId,
} from './subjects';

const proved = <T extends string>(is: (text: string) => text is T, text: string): T => {
  if (!is(text)) throw new Error(`not one: ${text}`);
  return text;
};
export const actionId = (text: string): ActionId => proved(isActionId, text.padStart(32, 'a'));
const decisionId: DecisionId = proved(isDecisionId, 'd'.repeat(32));
export const meetingId: MeetingId = proved(isMeetingId, 'm-2026-12-01');
/** Another code each time the number is another. */
export const codeOf = (n: number) => codeFrom(String(n).padStart(2, '0').repeat(16));

export const member: Person = aPerson({
  id: personId('medlem-dps'),
  name: 'Medlem, Kronstad DPS',
  roles: ['member'],
  agency: agencyId('kronstad-dps'),
  partner: 'helse',
  seat: seatId('dps'),
});
export const owner: Person = aPerson({ id: personId('ansvarlig'), name: 'Ansvarlig, MO-senter', roles: [] });
const NAMES = [coordinator, member, owner, aPerson()];
export const nameOf = (id: string): string => NAMES.find(person => person.id === id)?.name ?? id;

export const aPlannedMeeting = (more: Partial<PlannedMeeting> = {}): PlannedMeeting => ({
  state: 'planned',
  id: meetingId,
  on: day('2026-12-01'),
  startsAt: at('2026-12-01T08:00:00Z'),
  place: 'Rådhuset, møterom 3',
  lengthMinutes: 90,
  chair: coordinator.id,
  agenda: [],
  order: [],
  allotted: [],
  revision: 0,
  ...more,
});
const attendance = {
  present: [seatId('sosial'), seatId('dps')],
  standIns: [],
  confidentialityReadBy: coordinator.id,
};
export const aRunningMeeting = (more: Partial<RunningMeeting> = {}): RunningMeeting => ({
  ...aPlannedMeeting(),
  state: 'running',
  publishedAt: at('2026-11-19T12:00:00Z'),
  startedAt: at('2026-12-01T08:02:00Z'),
  attendance,
  ...more,
});
export const anEndedMeeting: EndedMeeting = {
  ...aRunningMeeting(),
  state: 'ended',
  endedAt: at('2026-12-01T10:00:00Z'),
};

export const anItem = (more: Partial<AgendaItem> = {}): AgendaItem => ({
  caseId: aCase().id,
  code: aCase().code,
  meetingId,
  number: 3,
  kind: 'new-candidate',
  publishedAt: at('2026-11-19T12:00:00Z'),
  answered: [],
  closed: false,
  ...more,
});
export const aDecision = (outcome: Decision['outcome']): Decision => ({
  id: decisionId,
  question: 'intake',
  outcome,
  on: day('2026-12-01'),
  recordedBy: coordinator.id,
  recordedAt: at('2026-12-01T09:00:00Z'),
  present: attendance.present,
});

export const anAction = (more: Partial<OpenAction> = {}): OpenAction => ({
  state: 'open',
  id: actionId('1'),
  caseId: aCase().id,
  code: aCase().code,
  title: 'clarify-living',
  owner: owner.id,
  agency: owner.agency,
  due: day('2026-12-04'),
  createdBy: coordinator.id,
  createdAt: at('2026-11-20T09:00:00Z'),
  ...more,
});
export const aBrief = (more: Partial<ActionBrief> = {}): ActionBrief => ({
  id: actionId('1'),
  title: 'clarify-living',
  owner: owner.id,
  due: day('2026-12-04'),
  state: 'open',
  newDateAsked: false,
  ...more,
});
export const blocked: Action = { ...anAction({ id: actionId('2') }), state: 'blocked', gap: 'housing' };
export const done: Action = {
  ...anAction({ id: actionId('3') }),
  state: 'done',
  outcome: 'partly',
  doneAt: at('2026-11-22T09:00:00Z'),
};

const ORIGIN = agencyId('sosiale-tjenester');
const HOLDINGS = (['B', 'C', 'D', 'E', 'F', 'summary', 'contact'] as const).map(section => ({
  origin: ORIGIN,
  section,
}));

/** The case in that state, as `casesInEachState` makes it. */
export const caseIn = <S extends Case['state']>(
  state: S,
  facts: Parameters<typeof casesInEachState>[0] = {},
): Extract<Case, { state: S }> => {
  const found = casesInEachState({ holdings: HOLDINGS, presented: true, ...facts }).find(
    (kase): kase is Extract<Case, { state: S }> => kase.state === state,
  );
  if (found === undefined) throw new Error(`no such state: ${state}`);
  return found;
};

/** The preset, among the agencies of the programme. */
export const consentTo = (preset: Preset): Consent => ({
  version: 1,
  scope: preset,
  grants: grantsOf(preset, { origin: ORIGIN, agencies: programme.agencies, leftOut: [] }),
  leftOut: [],
  withheld: [],
  askedBy: personId('innmelder'),
  recordedIn: ORIGIN,
  statutes: [],
  legalBasis: [],
  how: 'oral',
  givenOn: day('2026-11-20'),
  until: day('2027-05-20'),
  recordedAt: at('2026-11-20T12:00:00Z'),
});

export const aFullReferral = (more: Partial<Referral> = {}): Referral =>
  aReferral({
    contact: ['mo', 'lar', 'police'],
    shutOut: ['strax'],
    plans: ['care-team'],
    contactRole: 'Miljøarbeider i MO-senter',
    words: 'Jeg vil ha et sted der jeg får være i fred.',
    opening: { kind: 'admission', on: day('2026-12-10') },
    ...more,
  });
/** Those sections of the referral, opened. */
export const seenOf = (
  sections: readonly (keyof ReturnType<typeof splitReferral> | 'B')[],
  referral: Referral = aFullReferral(),
): Revealed => {
  const content = {
    ...splitReferral(referral),
    B: { name: 'Testperson En', number: '01019012345', birthYear: 1990 },
  };
  const chosen = Object.fromEntries(
    Object.entries(content).filter(([section]) => sections.some(s => s === section)),
  );
  return [{ origin: ORIGIN, content: chosen }];
};

/** As the channel gets it: no reader. */
export const shared = (language: Language = 'nb'): SharedDrawing => {
  const { reader: _, nonce: __, ...setting } = aDrawing({ t: wordsFor(language), nameOf });
  return { ...setting, id: '0'.repeat(32) };
};
export const sharedInEachLanguage = LANGUAGES.map(language => [language, shared(language)] as const);

/** One of each kind there is. */
export const everyNotice: readonly Notice[] = [
  { kind: 'new-referral' },
  { kind: 'state', state: 'deferred' },
  { kind: 'answer-needed', by: day('2026-11-27') },
  { kind: 'new-information' },
  { kind: 'informed-unanswered', eraseOn: day('2026-12-12') },
  { kind: 'new-action', actionId: actionId('1') },
  { kind: 'new-date-asked', actionId: actionId('1') },
  { kind: 'new-date-granted', actionId: actionId('1') },
  { kind: 'hand-over-asked', actionId: actionId('1') },
  { kind: 'hand-over-accepted', actionId: actionId('1') },
  { kind: 'hand-over-declined', actionId: actionId('1') },
  { kind: 'action-moved', actionId: actionId('1') },
  { kind: 'action-cancelled', actionId: actionId('1') },
  { kind: 'form', form: 'record-decision', meetingId },
  { kind: 'form', form: 'record-gap', meetingId },
  { kind: 'stopped' },
  { kind: 'shared', sharingId: sharingId(), until: at('2026-11-23T13:00:00Z') },
  { kind: 'sharing-to-review', sharingId: sharingId() },
  {
    ...{ kind: 'sharing-happened', sharingId: sharingId() },
    ...{ from: agencyId('kronstad-dps'), sharedAt: at('2026-11-23T12:00:00Z') },
  },
  { kind: 'sharing-reviewed', sharingId: sharingId() },
];
export const noticeOf = (notice: Notice) =>
  ({ kind: 'notice', to: coordinator.id, caseId: aCase().id, code: codeOf(1), notice }) as const;
