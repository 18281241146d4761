import { type Drawing } from '../../src/cards/drawing';
import { type Case, type Submitted } from '../../src/domain/case';
import { codeFrom } from '../../src/domain/code';
import {
  type AgencyId,
  type CaseId,
  type DecisionId,
  isAgencyId,
  isCaseId,
  isDecisionId,
  isPersonId,
  isSeatId,
  type PersonId,
  type SeatId,
} from '../../src/domain/ids';
import { type Consent } from '../../src/domain/consent';
import { USUAL_LADDER } from '../../src/domain/ladder';
import { type Programme } from '../../src/domain/programme';
import { type Language, LANGUAGES, type Person } from '../../src/domain/people';
import { type Referral } from '../../src/domain/referral';
import {
  type Calendar,
  type Instant,
  instantOf,
  isLocalDate,
  isTimeOfDay,
  type LocalDate,
  type TimeOfDay,
} from '../../src/domain/time';
import { wordsFor } from '../../src/i18n/words';
import { aProgramme } from '../builders/meetings';

const proved = <T extends string>(is: (text: string) => text is T, text: string): T => {
  if (!is(text)) throw new Error(`not one: ${text}`);
  return text;
};
export const caseId = (text: string): CaseId => proved(isCaseId, text.padStart(32, '0'));
export const personId = (text: string): PersonId => proved(isPersonId, text);
export const agencyId = (text: string): AgencyId => proved(isAgencyId, text);
export const seatId = (text: string): SeatId => proved(isSeatId, text);
const decisionId: DecisionId = proved(isDecisionId, 'd'.repeat(32));
export const day = (text: string): LocalDate => proved(isLocalDate, text);
export const at = (text: string): Instant => instantOf(new Date(text));
const time = (text: string): TimeOfDay => proved(isTimeOfDay, text);

/** Bergen in winter: an hour ahead of UTC. */
const winter: Calendar = {
  dayOf: moment => day(moment.slice(0, 10)),
  at: (date, clock) => at(`${date}T${clock}:00+01:00`),
  isHoliday: () => false,
};

export const programme: Programme = {
  name: 'Sent ute',
  anchor: day('2026-11-17'),
  time: time('09:00'),
  place: 'Rådhuset',
  lengthMinutes: 90,
  channelId: 'channel',
  defaultChair: personId('koordinator'),
  reminders: USUAL_LADDER,
  agencies: [
    { id: agencyId('sosiale-tjenester'), name: 'Etat for sosiale tjenester', partner: 'kommune' },
    { id: agencyId('kronstad-dps'), name: 'Kronstad DPS', partner: 'helse' },
    { id: agencyId('innsatsgruppen'), name: 'Politiets innsatsgruppe', partner: 'politi' },
  ],
  seats: [
    { id: seatId('sosial'), name: 'Etat for sosiale tjenester', agency: agencyId('sosiale-tjenester') },
    { id: seatId('dps'), name: 'Kronstad DPS', agency: agencyId('kronstad-dps') },
    { id: seatId('politi'), name: 'Politiets innsatsgruppe', agency: agencyId('innsatsgruppen') },
  ],
  statutes: aProgramme().statutes,
};

export const aPerson = (more: Partial<Person> = {}): Person => ({
  id: personId('innmelder'),
  name: 'Innmelder, MO-senter',
  roles: ['referrer'],
  agency: agencyId('sosiale-tjenester'),
  partner: 'kommune',
  service: 'MO-senter',
  identities: [],
  language: 'nb',
  ...more,
});
export const coordinator = aPerson({
  id: personId('koordinator'),
  name: 'Koordinator, kommunen',
  roles: ['coordinator'],
  agency: agencyId('sent-ute-koordinering'),
});

/** The day is Monday 23 November 2026. */
export const aDrawing = (more: Partial<Drawing> = {}): Drawing => ({
  reader: aPerson(),
  t: wordsFor(more.reader?.language ?? 'nb'),
  today: day('2026-11-23'),
  calendar: winter,
  programme,
  nonce: 'nonce',
  nameOf: id => id,
  holderOf: () => undefined,
  ...more,
});
/** The same drawing in each language, for `it.each`. */
export const inEachLanguage = (more: Partial<Drawing> = {}): readonly (readonly [Language, Drawing])[] =>
  LANGUAGES.map(language => [language, aDrawing({ ...more, t: wordsFor(language) })]);

export const aReferral = (more: Partial<Referral> = {}): Referral => ({
  answers: {
    scene: 'yes',
    violence: 'both',
    substance: 'yes',
    mental: 'unsure',
    history: 'yes',
    effect: 'yes',
    asked: 'coordination',
    informed: 'no-contact',
    'contact-consent': 'not-asked',
    children: 'unknown',
  },
  recognisable: false,
  contact: [],
  shutOut: [],
  plans: [],
  contactRole: '',
  words: '',
  reach: '55 00 00 00',
  ...more,
});

export const aCase = (more: Partial<Submitted> = {}): Submitted => ({
  state: 'submitted',
  answered: false,
  id: caseId('1'),
  code: codeFrom('00112233445566778899aabbccddeeff'),
  origin: agencyId('sosiale-tjenester'),
  author: personId('innmelder'),
  submittedAt: at('2026-11-12T09:00:00Z'),
  since: at('2026-11-12T09:00:00Z'),
  informed: 'no-contact',
  contactConsent: 'not-asked',
  informedAt: at('2026-11-12T09:00:00Z'),
  recognisable: false,
  urgent: false,
  named: false,
  presented: false,
  disqualified: [],
  holdings: [],
  actions: [],
  consents: 0,
  sharings: [],
  past: [],
  ...more,
});

const consent: Consent = {
  version: 1,
  scope: 'meeting',
  grants: [],
  leftOut: [],
  withheld: [],
  askedBy: personId('innmelder'),
  recordedIn: agencyId('sosiale-tjenester'),
  statutes: [],
  legalBasis: [],
  how: 'oral',
  givenOn: day('2026-11-20'),
  until: day('2027-05-20'),
  recordedAt: at('2026-11-20T12:00:00Z'),
};

/** One case in each state, the order of domain.md §3. */
export const casesInEachState = (facts: Partial<Submitted> = {}): readonly Case[] => {
  const { state: _, answered: __, ...rest } = aCase(facts);
  const decided = { ...rest, decision: decisionId };
  return [
    aCase(facts),
    { ...rest, state: 'needs-info', missing: 'informed', answerBy: day('2026-11-27') },
    { ...rest, state: 'ready-for-review' },
    { ...decided, state: 'deferred', reason: 'service' },
    { ...decided, state: 'declined', reason: 'covered' },
    { ...decided, state: 'awaiting-consent' },
    { ...rest, state: 'consent-refused', askAgainAfter: day('2027-02-01') },
    { ...decided, state: 'mapping', consent },
    { ...decided, state: 'active', consent },
    { ...decided, state: 'consent-expired', consent, cameFrom: 'active' },
    { ...decided, state: 'withdrawn', askAgainAfter: day('2026-11-24') },
    { ...decided, state: 'concluded', reason: 'moved' },
    { ...rest, state: 'referral-withdrawn' },
  ];
};
