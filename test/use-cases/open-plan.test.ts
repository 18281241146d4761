import { briefOf } from '../../src/domain/action';
import { type Consent } from '../../src/domain/consent';
import { type AgencyId } from '../../src/domain/ids';
import { type Plan } from '../../src/domain/plan';
import { PLAN_HOLDING } from '../../src/domain/plan-holding';
import { openPlan } from '../../src/use-cases/open-plan';
import { aCase, aConsent, aDisqualification, anAction } from '../builders/cases';
import { agencyId, caseId, day, decisionId, personId } from '../builders/ids';
import { aHouse, counted, type House, ORIGIN, type Who } from './asking';

const DPS = agencyId('kronstad-dps');
const COORDINATION = agencyId('sent-ute-koordinering');
const MEASURE = anAction({ recommendedBy: decisionId() });
const plan = (version: number): Plan => ({
  version,
  contact: personId('ansvarlig'),
  writtenOn: day('2026-12-03'),
  writtenBy: personId('koordinator'),
});

const to = (agency: AgencyId, over: Partial<Consent> = {}): Consent =>
  aConsent({ grants: [{ group: 'C', from: COORDINATION, to: agency }], ...over });
const CONSENTS: Readonly<Record<string, Consent>> = {
  nothing: aConsent({ grants: [] }),
  'the plan to the hospital': to(DPS),
  'the plan to the author’s agency': to(ORIGIN),
  'another group to the hospital': aConsent({ grants: [{ group: 'D', from: COORDINATION, to: DPS }] }),
  'what others know to the hospital': aConsent({ grants: [{ group: 'C', from: ORIGIN, to: DPS }] }),
  'the plan to the hospital, ran out': to(DPS, { until: day('2026-12-03') }),
  'the plan to the hospital, from tomorrow': to(DPS, { givenOn: day('2026-12-05') }),
};
const STATES = ['mapping', 'active', 'consent-expired', 'withdrawn', 'concluded'] as const;
const AGENCY: Readonly<Record<string, AgencyId>> = { author: ORIGIN, member: DPS };

const houseWith = (over: object): House => {
  const house = aHouse();
  const action = MEASURE;
  house.putCase(
    aCase({
      ...{
        presented: true,
        plan: { version: 2, contact: personId('ansvarlig'), writtenOn: day('2026-12-03') },
      },
      ...{ actions: [briefOf(action)], ...over },
    }),
  );
  const file = house.putTask(action);
  const kept = house.inside.actions.get(`${caseId()}/${file.id}`);
  if (kept !== undefined)
    house.inside.actions.set(`${caseId()}/${file.id}`, {
      ...kept,
      tried: { origin: COORDINATION, section: 'D', revision: 1, box: 'lar' },
    });
  [1, 2].forEach(version => {
    const words = { goals: [`KANARI ${String(version)}`], measures: [action.id], reviewOn: '2027-01-15' };
    house.inside.plans.set(`${caseId()}/${String(version)}`, {
      caseId: caseId(),
      plan: plan(version),
      words: { ...PLAN_HOLDING, revision: version, box: JSON.stringify(words) },
    });
  });
  return house;
};
const open = (house: House, who: Who, version?: number) =>
  house.does.openPlan({
    ...house.ask(who),
    caseId: caseId(),
    ...(version === undefined ? {} : { version }),
  });

type Situation = { readonly state: (typeof STATES)[number]; readonly who: Who; readonly consent: Consent };
const situations = (readers: readonly Who[]) =>
  STATES.flatMap(state =>
    Object.entries(CONSENTS).flatMap(([name, consent]) =>
      readers.map(who => [`${state}, consent to ${name}, ${who}`, { state, who, consent }] as const),
    ),
  );
const given = ({ state, consent }: Situation): House =>
  houseWith({ state, ...(state === 'withdrawn' || state === 'concluded' ? {} : { consent }) });

/** Written apart from the policy: the coordinators always, others only by the one way a consent in force opens. */
const isInForce = ({ state, consent: { givenOn, until } }: Situation): boolean =>
  (state === 'mapping' || state === 'active') && givenOn <= '2026-12-04' && until >= '2026-12-04';
const opensTo = ({ who, consent }: Situation): boolean =>
  consent.grants.some(
    ({ from, group, to: receiver }) => from === COORDINATION && group === 'C' && receiver === AGENCY[who],
  );
const coordinates = ({ who }: Situation): boolean => who === 'coordinator' || who === 'standIn';
const mayRead = (situation: Situation): boolean =>
  coordinates(situation) || (isInForce(situation) && opensTo(situation));

describe('openPlan', () => {
  it.each(situations(['author', 'coordinator', 'standIn', 'member', 'chair']))(
    '%s: shows what they may read, and discloses just that',
    async (_, situation) => {
      const house = given(situation);

      const opened = await open(house, situation.who);

      const reads = mayRead(situation);
      expect(opened).toMatchObject({ value: { plan: { version: 2, contact: 'ansvarlig' } } });
      expect(opened.ok && opened.value.words?.goals).toEqual(reads ? ['KANARI 2'] : undefined);
      expect(opened.ok && opened.value.measures).toHaveLength(reads ? 1 : 0);
      const held = house.events().flatMap(({ disclosed }) => disclosed);
      expect(held.some(({ origin, section }) => origin === COORDINATION && section === 'C')).toBe(reads);
      expect(held.some(({ section }) => section === 'D')).toBe(coordinates(situation));
    },
  );

  it.each(situations(['colleague', 'owner', 'gone']))('%s: is refused', async (_, situation) => {
    const refused = await open(given(situation), situation.who);

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
  });

  it('tells what was tried to whom it is open, and of nobody else', async () => {
    const house = houseWith({ state: 'active', consent: CONSENTS['the plan to the hospital'] });

    const [coordinator, member] = [await open(house, 'coordinator'), await open(house, 'member')];

    expect(coordinator.ok && coordinator.value.measures).toMatchObject([{ tried: 'lar' }]);
    expect(member.ok && member.value.measures[0]).not.toHaveProperty('tried');
  });

  it('gives an earlier version to whoever may read it, and its brief to nobody else', async () => {
    const house = houseWith({ state: 'active', consent: CONSENTS['nothing'] });

    const [coordinator, member] = [await open(house, 'coordinator', 1), await open(house, 'member', 1)];

    expect(coordinator.ok && coordinator.value.words?.goals).toEqual(['KANARI 1']);
    expect(member.ok && member.value.plan?.version).toBe(2);
  });

  it.each(['innmelder', 'koordinator', 'medlem-dps'])('refuses %s when disqualified', async id => {
    const who = ({ innmelder: 'author', koordinator: 'coordinator', 'medlem-dps': 'member' } as const)[id];
    const house = houseWith({
      ...{ state: 'active', consent: to(DPS) },
      disqualified: [aDisqualification(personId(id))],
    });

    const refused = await open(house, who ?? 'author');

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
  });

  it('stores the event of showing before it opens anything', async () => {
    const house = houseWith({ state: 'active', consent: to(DPS) });
    const { world, calls } = counted(house);

    await openPlan(world)({ ...house.ask('member'), caseId: caseId() });

    expect(calls.indexOf('people.recordLookup')).toBeGreaterThan(-1);
    expect(calls.indexOf('people.recordLookup')).toBeLessThan(calls.indexOf('cases.planWordsOf'));
    expect(calls).not.toContain('cases.triedOf');
  });

  it('says that there is none', async () => {
    const house = houseWith({ state: 'active', consent: to(DPS), plan: undefined });

    const opened = await open(house, 'coordinator');

    expect(opened.ok && opened.value).not.toHaveProperty('words');
    expect(house.events()[0]?.disclosed).toEqual([]);
  });
});

describe('startPlan', () => {
  it('begins with the newest version, and tells that it was shown', async () => {
    const house = houseWith({ state: 'active', consent: to(DPS) });

    const started = await house.does.startPlan({ ...house.ask('coordinator'), caseId: caseId() });

    expect(started.ok && started.value).toMatchObject({
      seen: '2',
      values: { 'goal-1': 'KANARI 2', contact: 'ansvarlig', measures: MEASURE.id, review: '2027-01-15' },
    });
    expect(house.events()[0]?.disclosed).toEqual([PLAN_HOLDING]);
  });

  it('names the contact person the referral speaks of before the first plan, where the consent opens it', async () => {
    const role = (grants: Consent['grants']) => {
      const house = aHouse();
      const kase = aCase({ state: 'active', presented: true, consent: aConsent({ grants }) });
      const content = { C: { contactRole: 'Miljøarbeider' } };
      house.putCase({ ...kase, holdings: [{ origin: ORIGIN, section: 'C' }] }, [{ origin: ORIGIN, content }]);
      return house.does.startPlan({ ...house.ask('coordinator'), caseId: caseId() });
    };

    const opened = await role([{ group: 'C', from: ORIGIN, to: COORDINATION }]);
    const shut = await role([]);

    expect(opened).toMatchObject({ value: { contactRole: 'Miljøarbeider', seen: '0' } });
    expect(shut.ok && shut.value).not.toHaveProperty('contactRole');
  });
});
