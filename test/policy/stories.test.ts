import { briefOf } from '../../src/domain/action';
import { type Case } from '../../src/domain/case';
import { type Consent, type Grant } from '../../src/domain/consent';
import { withdrawConsent } from '../../src/domain/consent-ends';
import { askAgain, giveConsent, refuseConsent } from '../../src/domain/consent-steps';
import { decide } from '../../src/domain/decision';
import { type Group, type Holding } from '../../src/domain/groups';
import { type Person } from '../../src/domain/people';
import { markReady, submit } from '../../src/domain/referral-steps';
import { type Moment } from '../../src/domain/time';
import { may, type Question } from '../../src/policy/may';
import { mayReadDetail, mayReadReason, visible } from '../../src/policy/visible';
import { type Result } from '../../src/result';
import { aConsent, anAction, aSharing } from '../builders/cases';
import {
  agencyId,
  caseCode,
  day,
  decisionId,
  instant,
  meetingId,
  NOON,
  personId,
  seatId,
} from '../builders/ids';
import { aCoordinator, aMember, aPerson } from '../builders/people';
import { aContent, aDraft, aReferral } from '../builders/referrals';

const TODAY = day('2026-12-10');
const NOW: Moment = { at: instant('2026-12-10T11:00'), today: TODAY };
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
const ST = aPerson({ id: personId('styringsgruppe'), roles: ['steering'] });
const LEADER = aPerson({ id: personId('leder-dps'), roles: ['leader'], agency: DPS, partner: 'helse' });
const OFFICER = aPerson({
  id: personId('personvernombud'),
  roles: ['privacy-officer'],
  agency: DPS,
  partner: 'helse',
});

const done = <T>(result: Result<T, { readonly kind: string }>): T => {
  if (!result.ok) throw new Error(`refused: ${result.error.kind}`);
  return result.value;
};
/** "code" is process only; "–" is nothing, not even that there is a case. */
const sees = (person: Person, kase: Case, now = NOW): string => {
  if (!may(person, { about: 'case', ask: 'open-case', kase })) return '–';
  const parts = visible(person, kase, now).map(({ origin, section }) =>
    origin === person.agency && person !== I ? `own ${section}` : section,
  );
  return parts.length === 0 ? 'code' : parts.join(' ');
};
const OWN = 'B C D E F summary contact';
/** What the hospital knew before anybody asked. */
const withHealth = <K extends Case>(kase: K): K => ({
  ...kase,
  holdings: [...kase.holdings, { origin: DPS, section: 'D' } satisfies Holding],
});

const sent = submit(
  {
    draft: aDraft(),
    referral: aReferral(),
    content: { B: { name: 'Kandidat' }, ...aContent() },
    code: caseCode(),
  },
  NOON,
);
const nameless = { ...sent, holdings: sent.holdings.filter(({ section }) => section !== 'B') };
const onAgenda: Case = {
  ...done(markReady(sent, { at: NOON, today: TODAY })),
  presented: true,
  meetingId: meetingId(),
};
const takenIn = done(
  decide(onAgenda, { id: decisionId(), question: 'intake', on: TODAY, outcome: { kind: 'taken-in' } }, NOON),
);

const grant = (group: Group, to: typeof MO, from = MO): Grant => ({ group, from, to });
/** B, C; D health → coordinator's agency; police left out. */
const consent: Consent = aConsent({
  grants: [
    ...(['B', 'C', 'D'] as const).map(group => grant(group, COORDINATION)),
    ...(['B', 'C'] as const).map(group => grant(group, DPS)),
    grant('D', COORDINATION, DPS),
  ],
  leftOut: [POLICE],
  until: day('2027-06-10'),
});
const task = anAction({ owner: A.id, detailIn: 'C' });
const detail: Holding = { origin: MO, section: 'C' };
const withTask = <K extends Case>(kase: K): K => ({ ...kase, actions: [briefOf(task)] });
const answers = (ask: Question, people: readonly Person[]): readonly boolean[] =>
  people.map(person => may(person, ask));

describe('the ordinary story', () => {
  const consented = withHealth(done(giveConsent(takenIn, { consent, understands: 'yes' }, NOON)));
  const working = withTask(consented);
  const blocked = { ...working, actions: [{ ...briefOf(task), state: 'blocked' as const }] };

  it.each([
    ['sent without name', nameless, ['C D E F summary contact', 'summary contact', '–', '–', '–', '–']],
    ['on the agenda', onAgenda, [OWN, 'summary contact', 'summary', 'summary', '–', '–']],
    ['taken in', takenIn, [OWN, 'summary contact', 'summary', 'summary', '–', '–']],
    ['consented, the police left out', consented, [OWN, 'B C D contact D', 'B C own D', 'code', '–', '–']],
    ['with a task', working, [OWN, 'B C D contact D', 'B C own D', 'code', 'code', '–']],
    ['blocked', blocked, [OWN, 'B C D contact D', 'B C own D', 'code', 'code', '–']],
  ])('%s: I, K, H, P, A and St see what domain.md §14 says', (_, kase, seen) => {
    expect([I, K, H, P, A, ST].map(person => sees(person, kase))).toEqual(seen);
  });

  it('shows the author the outcome, for they open the case whatever became of it', () => {
    expect([sent, onAgenda, takenIn, consented].map(kase => sees(I, kase))).not.toContain('–');
  });

  it('shows the owner the detail of the own task, and nothing else of the case', () => {
    expect([A, H, K, P].map(owner => mayReadDetail(owner, working, { detail, today: TODAY }))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(may(A, { about: 'action', ask: 'open-action', kase: working, action: task })).toBe(true);
    expect(may(P, { about: 'action', ask: 'open-action', kase: working, action: task })).toBe(false);
    expect(visible(A, working, NOW)).toEqual([]);
  });

  it('lets everyone at work raise the gap, the coordinator clear it, and the steering group read it without the case', () => {
    const people = [I, K, H, A, ST];

    expect(answers({ about: 'case', ask: 'record-gap', kase: blocked }, people)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(answers({ about: 'gap', ask: 'clear-gap', gap: { state: 'new' } }, people)).toEqual([
      false,
      true,
      false,
      false,
      false,
    ]);
    expect(answers({ about: 'role', ask: 'open-gaps' }, people)).toEqual([false, true, true, false, true]);
    expect(answers({ about: 'case', ask: 'open-case', kase: blocked }, [ST])).toEqual([false]);
  });
});

describe('the story of a refusal, and a later withdrawal', () => {
  const refused = withHealth(done(refuseConsent(takenIn, day('2026-12-10'), NOON)));
  const asked = done(askAgain(refused, NOW.at));
  const consented = withTask(done(giveConsent(asked, { consent, understands: 'yes' }, NOON)));
  const withdrawn = done(withdrawConsent(consented, NOW));

  it.each([
    ['Takket nei', refused, [OWN, 'code', 'own D', 'code', '–']],
    ['asked again', asked, [OWN, 'summary contact', 'summary own D', 'summary', '–']],
    ['valid consent; task', consented, [OWN, 'B C D contact D', 'B C own D', 'code', 'code']],
    ['withdrawn', withdrawn, [OWN, 'code', 'own D', 'code', 'code']],
  ])('%s: I, K, H, P and A see what domain.md §14 says', (_, kase, seen) => {
    expect([I, K, H, P, A].map(person => sees(person, kase))).toEqual(seen);
  });

  it('saves no consent from someone who does not understand it', () => {
    expect(giveConsent(asked, { consent, understands: 'no' }, NOON).ok).toBe(false);
  });

  it('stops the work when it is withdrawn: nobody answers a task, and only looks at it', () => {
    const ask = (operation: 'open-action' | 'complete-action' | 'block-action', kase: Case): boolean =>
      may(A, { about: 'action', ask: operation, kase, action: task });

    expect([ask('open-action', consented), ask('complete-action', consented)]).toEqual([true, true]);
    expect([
      ask('open-action', withdrawn),
      ask('complete-action', withdrawn),
      ask('block-action', withdrawn),
    ]).toEqual([true, false, false]);
  });

  it('leaves others’ details to nobody after it', () => {
    const other = aMember({ id: A.id });

    expect(mayReadDetail(other, consented, { detail, today: TODAY })).toBe(true);
    expect(mayReadDetail(other, withdrawn, { detail, today: TODAY })).toBe(false);
  });
});

describe('the story of an emergency', () => {
  const before: Case = {
    ...takenIn,
    holdings: [
      { origin: MO, section: 'summary' },
      ...(['B', 'D', 'F'] as const).map(section => ({ origin: DPS, section })),
    ],
  };
  const sharing = aSharing({ to: [P.id], sharedAt: NOW.at, until: instant('2026-12-10T12:00') });
  const shared: Case = { ...before, sharings: [sharing] };
  const OTHER = aMember({ id: personId('medlem-rus'), agency: agencyId('rusmedisin'), seat: seatId('rus') });
  const later = (text: string): Moment => ({ at: instant(text), today: TODAY });

  it.each([
    ['no consent', before, NOW, ['own B own D own F', 'summary', 'summary', 'summary']],
    ['pushed', shared, NOW, ['own B own D own F', 'B F', 'summary', 'summary']],
    [
      '60 minutes later',
      shared,
      later('2026-12-10T12:00'),
      ['own B own D own F', 'code', 'summary', 'summary'],
    ],
    [
      '61 minutes later',
      shared,
      later('2026-12-10T12:01'),
      ['own B own D own F', 'code', 'summary', 'summary'],
    ],
  ] as const)(
    '%s: H, P, K and the others see what domain.md §14 says',
    (...[, kase, now, [own, ...others]]) => {
      expect(sees(H, kase, now)).toBe(`summary ${own}`);
      expect([P, K, OTHER].map(person => sees(person, kase, now))).toEqual(others);
    },
  );

  it('gives the receiver back what a consent opens, and nothing before that', () => {
    const given = aConsent({ grants: [grant('B', POLICE, DPS)], until: day('2027-06-10') });
    const consented = done(giveConsent(shared, { consent: given, understands: 'yes' }, NOON));

    expect(sees(P, consented, later('2026-12-10T12:01'))).toBe('B');
  });

  it('lets the leader of the agency that shared review it within 72 hours, and read why; nobody else', () => {
    const people = [LEADER, H, P, K, OFFICER];
    const ask = (now: string): Question => ({
      about: 'sharing',
      ask: 'review-sharing',
      kase: shared,
      sharing,
      now: instant(now),
    });

    expect(answers(ask('2026-12-13T11:00'), people)).toEqual([true, false, false, false, false]);
    expect(answers(ask('2026-12-13T11:00:00.001'), people)).toEqual([false, false, false, false, false]);
    expect(people.map(person => mayReadReason(person, shared, sharing))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(sees(LEADER, shared)).toBe('–');
  });

  it('leaves the privacy officer the log, and no case', () => {
    expect(may(OFFICER, { about: 'case', ask: 'open-access-log', kase: shared })).toBe(true);
    expect(sees(OFFICER, shared)).toBe('–');
  });

  it('gives the police nothing they ask for: a case they are not on reads like none', () => {
    const atHospital: Case = { ...sent, origin: DPS, author: H.id };
    const toAnother = aSharing({ to: [OTHER.id] });

    expect(sees(P, atHospital)).toBe('–');
    expect(may(P, { about: 'case', ask: 'share-exceptionally', kase: before })).toBe(false);
    expect(
      may(P, { about: 'sharing', ask: 'open-sharing', kase: before, sharing: toAnother, now: NOW.at }),
    ).toBe(false);
    expect(may(P, { about: 'sharing', ask: 'end-sharing', kase: shared, sharing, now: NOW.at })).toBe(false);
    expect(may(H, { about: 'sharing', ask: 'end-sharing', kase: shared, sharing, now: NOW.at })).toBe(true);
  });
});
