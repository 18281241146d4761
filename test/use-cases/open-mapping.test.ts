import { type Consent, type Grant } from '../../src/domain/consent';
import { type Case } from '../../src/domain/case';
import { type AgencyId } from '../../src/domain/ids';
import {
  DOMAINS,
  GROUP_OF_DOMAIN,
  MAPPING_GROUPS,
  type MappingGroup,
  type MappingPiece,
} from '../../src/domain/mapping';
import { openMapping, type OpenedMapping } from '../../src/use-cases/open-mapping';
import { aConsent, aDisqualification } from '../builders/cases';
import { agencyId, caseId, day, instant, personId } from '../builders/ids';
import { aHouse, counted, type House, ORIGIN, type Who } from './asking';
import { aCase } from '../builders/cases';

const DPS = agencyId('kronstad-dps');
const POLICE = agencyId('innsatsgruppen');
const COORDINATION = agencyId('sent-ute-koordinering');
const AGENCIES: readonly AgencyId[] = [ORIGIN, DPS, POLICE, COORDINATION];

const word = (origin: string): MappingPiece => ({
  level: 'yellow',
  text: `KANARI ${origin}`,
  on: day('2026-12-03'),
  by: personId('noen'),
});
/** Every agency has said something of every domain. */
const everyWord = AGENCIES.map(origin => ({
  origin,
  content: Object.fromEntries(
    MAPPING_GROUPS.map(group => [
      group,
      {
        mapping: Object.fromEntries(
          DOMAINS.filter(domain => GROUP_OF_DOMAIN[domain] === group).map(domain => [domain, word(origin)]),
        ),
      },
    ]),
  ),
}));
const holdings = AGENCIES.flatMap(origin => MAPPING_GROUPS.map(section => ({ origin, section })));

const everything: readonly Grant[] = AGENCIES.flatMap(from =>
  MAPPING_GROUPS.flatMap(group => AGENCIES.filter(to => to !== from).map(to => ({ group, from, to }))),
);
const consents: Readonly<Record<string, Consent>> = {
  nothing: aConsent({ grants: [] }),
  everything: aConsent({ grants: everything }),
  'health from the hospital to the coordinator': aConsent({
    grants: [{ group: 'D', from: DPS, to: COORDINATION }],
  }),
  'housing to the hospital': aConsent({ grants: [{ group: 'C', from: ORIGIN, to: DPS }] }),
  'all, ran out yesterday': aConsent({ grants: everything, until: day('2026-12-03') }),
  'all, from tomorrow': aConsent({ grants: everything, givenOn: day('2026-12-05') }),
};
const STATES = ['mapping', 'active', 'consent-expired', 'withdrawn', 'concluded'] as const;
const AGENCY: Readonly<Record<string, AgencyId>> = {
  author: ORIGIN,
  coordinator: COORDINATION,
  member: DPS,
  chair: POLICE,
};
const PERSON = { author: 'innmelder', coordinator: 'koordinator', member: 'medlem-dps', chair: 'moteleder' };

const houseWith = (over: object): House => {
  const house = aHouse();
  house.putCase(aCase({ holdings, presented: true, ...over }), everyWord);
  return house;
};
const open = (house: House, who: Who) => house.does.openMapping({ ...house.ask(who), caseId: caseId() });

const inForce = (state: Case['state'], { givenOn, until }: Consent): boolean =>
  (state === 'mapping' || state === 'active') && givenOn <= '2026-12-04' && until >= '2026-12-04';

/** Written apart from the policy: own agency always, another's only while a consent in force opens that very way. */
const mayRead = (
  to: AgencyId,
  { origin, group }: { readonly origin: AgencyId; readonly group: MappingGroup },
  { state, consent }: { readonly state: Case['state']; readonly consent: Consent },
): boolean =>
  origin === to ||
  (inForce(state, consent) &&
    consent.grants.some(grant => grant.from === origin && grant.group === group && grant.to === to));

const originsIn = ({ pieces }: OpenedMapping, domain: (typeof DOMAINS)[number]) =>
  pieces[domain].map(({ origin }) => origin).toSorted();

type Situation = {
  readonly state: (typeof STATES)[number];
  readonly consent: Consent;
  readonly who: Who;
  readonly to: AgencyId;
};
const situations = STATES.flatMap(state =>
  Object.entries(consents).flatMap(([name, consent]) =>
    Object.entries(AGENCY).map(
      ([who, to]) =>
        [`${state}, consent to ${name}, ${who}`, { state, consent, who: who as Who, to }] as const,
    ),
  ),
);
const given = ({ state, consent }: Pick<Situation, 'state' | 'consent'>): House =>
  houseWith({ state, ...(state === 'withdrawn' || state === 'concluded' ? {} : { consent }) });

describe('openMapping', () => {
  it.each(situations)('%s: shows what they may see, and discloses just that', async (_, situation) => {
    const house = given(situation);

    const opened = await open(house, situation.who);

    const expected = DOMAINS.map(domain => [
      domain,
      AGENCIES.filter(origin =>
        mayRead(situation.to, { origin, group: GROUP_OF_DOMAIN[domain] }, situation),
      ).toSorted(),
    ]);
    expect(opened.ok && DOMAINS.map(domain => [domain, originsIn(opened.value, domain)])).toEqual(expected);
    const shown = expected.flatMap(([domain, origins]) =>
      (origins as readonly string[]).map(
        origin => `${origin}/${GROUP_OF_DOMAIN[domain as (typeof DOMAINS)[number]]}`,
      ),
    );
    const told = house.events().flatMap(({ disclosed }) => disclosed);
    expect(new Set(told.map(({ origin, section }) => `${origin}/${section}`))).toEqual(new Set(shown));
  });

  it.each(
    STATES.flatMap(state =>
      (['colleague', 'owner', 'gone', 'leader'] as const).map(who => [state, who] as const),
    ),
  )('%s: is refused to the %s', async (state, who) => {
    const refused = await open(given({ state, consent: consents['everything'] ?? aConsent() }), who);

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
  });

  it.each(Object.entries(PERSON))(
    'refuses %s who is disqualified as if there were no such case',
    async (who, id) => {
      const house = houseWith({
        state: 'active',
        consent: consents['everything'],
        disqualified: [aDisqualification(personId(id))],
      });

      expect(await open(house, who as Who)).toEqual({ ok: false, error: { kind: 'not-available' } });
      expect(house.events()).toMatchObject([{ allowed: false, disclosed: [] }]);
    },
  );

  it('reads the same to who may not see, whether somebody has said something or nobody has', async () => {
    const consent = consents['nothing'];
    const said = houseWith({ state: 'mapping', consent });
    const unsaid = aHouse();
    unsaid.putCase(
      aCase({ state: 'mapping', presented: true, holdings, consent } as never),
      everyWord.filter(({ origin }) => origin === DPS),
    );

    const [one, other] = [await open(said, 'member'), await open(unsaid, 'member')];

    expect(one).toEqual(other);
  });

  it('stores the event of showing before it opens anything', async () => {
    const house = houseWith({ state: 'mapping', consent: consents['everything'] });
    const { world, calls } = counted(house);

    await openMapping(world)({ ...house.ask('member'), caseId: caseId() });

    expect(calls.indexOf('people.recordLookup')).toBeGreaterThan(-1);
    expect(calls.indexOf('people.recordLookup')).toBeLessThan(calls.indexOf('cases.reveal'));
  });

  it('tells of one domain only its own group', async () => {
    const house = houseWith({ state: 'mapping', consent: consents['everything'] });

    const opened = await house.does.openMapping({
      ...house.ask('member'),
      ...{ caseId: caseId(), domain: 'mental' },
    });

    expect(opened.ok && opened.value.pieces.mental).toHaveLength(4);
    expect(opened.ok && opened.value.pieces.housing).toEqual([]);
    expect(house.events()[0]?.disclosed.every(({ section }) => section === 'D')).toBe(true);
  });

  it('puts the newest word first', async () => {
    const house = houseWith({ state: 'mapping', consent: consents['everything'] });
    await house.does.recordMapping({
      ...house.ask('member', { command: 'new', at: instant('2026-12-04T12:00') }),
      ...{ caseId: caseId(), values: { mental: 'red' } },
    });

    const opened = await open(house, 'coordinator');

    expect(opened.ok && opened.value.pieces.mental[0]).toMatchObject({ origin: DPS, level: 'red' });
  });
});

describe('startMapping', () => {
  it('opens with what the own agency has said, and tells just that', async () => {
    const house = houseWith({ state: 'mapping', consent: consents['everything'] });

    const started = await house.does.startMapping({ ...house.ask('member'), caseId: caseId() });

    expect(started.ok && started.value.own.housing?.text).toBe(`KANARI ${DPS}`);
    expect(started.ok && Object.keys(started.value.own)).toHaveLength(DOMAINS.length);
    expect(house.events()[0]?.disclosed).toEqual(MAPPING_GROUPS.map(section => ({ origin: DPS, section })));
  });
});
