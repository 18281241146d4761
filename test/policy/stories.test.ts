import { briefOf } from '../../src/domain/action';
import { type Case } from '../../src/domain/case';
import { type Consent, type Grant } from '../../src/domain/consent';
import { giveConsent, refuseConsent } from '../../src/domain/consent-steps';
import { decide } from '../../src/domain/decision';
import { type Group } from '../../src/domain/groups';
import { type Person } from '../../src/domain/people';
import { markReady, submit } from '../../src/domain/referral-steps';
import { may } from '../../src/policy/may';
import { mayReadDetail, visible } from '../../src/policy/visible';
import { type Result } from '../../src/result';
import { aConsent, anAction } from '../builders/cases';
import { agencyId, caseCode, day, decisionId, meetingId, NOON, personId, seatId } from '../builders/ids';
import { aCoordinator, aMember, aPerson } from '../builders/people';
import { aContent, aDraft, aReferral } from '../builders/referrals';

const TODAY = day('2026-12-10');
const MO = agencyId('sosiale-tjenester');
const DPS = agencyId('kronstad-dps');
const COORDINATION = agencyId('sent-ute-koordinering');
const POLICE = agencyId('innsatsgruppen');

const I = aPerson();
const K = aCoordinator();
const H = aMember();
const P = aMember({
  id: personId('medlem-politi'),
  agency: POLICE,
  partner: 'politi',
  seat: seatId('politi'),
});
const A = aPerson({ id: personId('ansvarlig'), roles: [] });

const done = <T>(result: Result<T, { readonly kind: string }>): T => {
  if (!result.ok) throw new Error(`refused: ${result.error.kind}`);
  return result.value;
};
/** "code" is process only; "–" is nothing, not even that there is a case. */
const sees = (person: Person, kase: Case): string => {
  if (!may(person, { about: 'case', ask: 'open-case', kase })) return '–';
  const parts = visible(person, kase, TODAY).map(({ section }) => section);
  return parts.length === 0 ? 'code' : parts.join(' ');
};
const OWN = 'B C D E F summary contact';

const sent = submit(
  {
    draft: aDraft(),
    referral: aReferral(),
    content: { B: { name: 'Kandidat' }, ...aContent() },
    code: caseCode(),
  },
  NOON,
);
const onAgenda: Case = {
  ...done(markReady(sent, { at: NOON, today: TODAY })),
  presented: true,
  meetingId: meetingId(),
};
const takenIn = done(decide(onAgenda, { id: decisionId(), on: TODAY, outcome: { kind: 'taken-in' } }, NOON));

describe('the ordinary story', () => {
  const grant = (group: Group, to: typeof MO): Grant => ({ group, from: MO, to });
  const consent: Consent = aConsent({
    grants: [
      grant('B', COORDINATION),
      grant('C', COORDINATION),
      grant('D', COORDINATION),
      grant('B', DPS),
      grant('C', DPS),
    ],
    leftOut: [POLICE],
    until: day('2027-06-10'),
  });
  const consented = done(giveConsent(takenIn, { consent, understands: 'yes' }, NOON));
  const task = anAction({ owner: A.id, detailIn: 'C' });
  const working: Case = { ...consented, actions: [briefOf(task)] };

  it.each([
    ['sent', sent, [OWN, 'summary contact', '–', '–', '–']],
    ['on the agenda', onAgenda, [OWN, 'summary contact', 'summary', 'summary', '–']],
    ['taken in', takenIn, [OWN, 'summary contact', 'summary', 'summary', '–']],
    ['consented, the police left out', consented, [OWN, 'B C D contact', 'B C', 'code', '–']],
    ['with a task', working, [OWN, 'B C D contact', 'B C', 'code', 'code']],
  ])('%s: I, K, H, P and A see what domain.md §14 says', (_, kase, seen) => {
    expect([I, K, H, P, A].map(person => sees(person, kase))).toEqual(seen);
  });

  it('shows the owner the detail of the own task, and nothing else of the case', () => {
    const detail = { origin: MO, section: 'C' } as const;

    expect(mayReadDetail(A, working, { detail, today: TODAY })).toBe(true);
    expect(mayReadDetail(P, working, { detail, today: TODAY })).toBe(false);
    expect(visible(A, working, TODAY)).toEqual([]);
  });
});

describe('the story of a refusal', () => {
  const refused = done(refuseConsent(takenIn, day('2027-03-10'), NOON));

  it('leaves the author the own words, and everybody else the state', () => {
    expect([I, K, H, P, A].map(person => sees(person, refused))).toEqual([OWN, 'code', 'code', 'code', '–']);
  });

  it('saves no consent from someone who does not understand it', () => {
    expect(giveConsent(takenIn, { consent: aConsent(), understands: 'unsure' }, NOON).ok).toBe(false);
  });
});

describe('the story of an emergency', () => {
  it('gives the police nothing they ask for: a case they are not on reads like none', () => {
    const atHospital: Case = { ...sent, origin: DPS, author: H.id };

    expect(sees(P, atHospital)).toBe('–');
    expect(sees(P, { ...atHospital, presented: true, holdings: [{ origin: DPS, section: 'D' }] })).toBe(
      'code',
    );
  });
});
