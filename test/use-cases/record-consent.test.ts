import { type Programme } from '../../src/domain/meeting';
import { agenciesOn } from '../../src/use-cases/record-consent';
import { aCase } from '../builders/cases';
import { agencyId, caseId, day, NOON } from '../builders/ids';
import { aProgramme } from '../builders/meetings';
import {
  aHouse,
  AUTHOR,
  caseIn,
  COORDINATOR,
  type House,
  keptIn,
  ORIGIN,
  putReferral,
  STAND_IN,
  type Who,
} from './asking';
import { CONSENT } from './verbs';

const KRONSTAD = agencyId('kronstad-dps');
const POLICE = agencyId('innsatsgruppen');
const record = (
  house: House,
  over: Partial<Record<keyof typeof CONSENT, unknown>> = {},
  who: Who = 'coordinator',
) => house.does.recordConsent({ ...house.ask(who), caseId: caseId(), ...CONSENT, ...over } as never);
const waiting = () => {
  const house = aHouse();
  putReferral(house, { state: 'awaiting-consent', presented: true } as never);
  return house;
};

describe('recordConsent', () => {
  it('opens the mapping for a case the group has taken in', async () => {
    const house = waiting();

    const given = await record(house);

    expect(given).toMatchObject({ ok: true, value: { kase: { state: 'mapping' } } });
    expect(caseIn(house, caseId())).toMatchObject({
      state: 'mapping',
      since: NOON,
      consent: {
        preset: 'coordination',
        askedBy: AUTHOR,
        how: 'oral',
        givenOn: '2026-12-04',
        until: '2027-06-04',
        recordedAt: NOON,
      },
    });
  });

  it('tells the author and the coordinators but the one who recorded it', async () => {
    const house = waiting();

    await record(house);

    expect(house.sent()).toMatchObject([
      { to: AUTHOR, notice: { kind: 'new-information' } },
      { to: STAND_IN, notice: { kind: 'new-information' } },
    ]);
  });

  it.each(['submitted', 'needs-info', 'ready-for-review', 'deferred'] as const)(
    'is kept, and changes no state, for a case that is %s',
    async state => {
      const house = aHouse();
      putReferral(house, { state });

      await record(house);

      expect(caseIn(house, caseId())).toMatchObject({ state, consent: { preset: 'coordination' } });
    },
  );

  it('leads back to where the case came from when the old one ran out', async () => {
    const house = aHouse();
    putReferral(house, { state: 'consent-expired', cameFrom: 'active' } as never);

    await record(house);

    expect(caseIn(house, caseId())).toMatchObject({ state: 'active', consent: { until: '2027-06-04' } });
  });

  it('opens health to the municipality and the hospital, and the name alone to the police', async () => {
    const house = waiting();

    await record(house);

    const kase = caseIn(house, caseId());
    const grants = kase?.state === 'mapping' ? kase.consent.grants : [];
    const groupsTo = (to: string) =>
      grants.filter(grant => grant.from === ORIGIN && grant.to === to).map(({ group }) => group);
    expect(groupsTo(KRONSTAD)).toEqual(['B', 'C', 'D']);
    expect(groupsTo('sent-ute-koordinering')).toEqual(['B', 'C', 'D']);
    expect(groupsTo(POLICE)).toEqual(['B']);
  });

  it('opens nothing to an agency the person left out', async () => {
    const house = waiting();

    await record(house, { leftOut: [POLICE] });

    const kase = caseIn(house, caseId());
    const consent = kase?.state === 'mapping' ? kase.consent : undefined;
    expect(consent?.leftOut).toEqual([POLICE]);
    expect(consent?.grants.filter(({ to, from }) => to === POLICE || from === POLICE)).toEqual([]);
  });

  it.each(['no', 'unsure'] as const)('is not saved when the person understands it: %s', async understands => {
    const house = waiting();
    const kept = keptIn(house);

    const refused = await record(house, { understands });

    expect(refused).toEqual({ ok: false, error: { kind: 'not-understood' } });
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toMatchObject([{ operation: 'record-consent', allowed: false }]);
  });

  it.each([
    ['was asked for tomorrow', { givenOn: day('2026-12-05') }, 'asked-in-future'],
    ['has run out', { until: day('2026-12-03') }, 'ends-before-today'],
    ['holds for more than a year', { until: day('2027-12-05') }, 'too-long'],
  ])('says what is wrong with one that %s, and saves nothing', async (_, over, problem) => {
    const house = waiting();
    const kept = keptIn(house);

    const wrong = await record(house, over);

    expect(wrong).toEqual({ ok: true, value: { problem } });
    expect(keptIn(house)).toBe(kept);
  });

  it('says nothing of the dates to somebody who may not record it, and keeps that they tried', async () => {
    const house = waiting();

    const refused = await record(house, { until: day('2026-12-03') }, 'colleague');

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(house.events()).toMatchObject([{ operation: 'record-consent', allowed: false }]);
  });

  it('may be recorded by the author, who then needs not be told', async () => {
    const house = waiting();

    await record(house, {}, 'author');

    expect(house.sent().map(errand => ('to' in errand ? errand.to : ''))).toEqual([COORDINATOR, STAND_IN]);
  });
});

describe('agenciesOn', () => {
  it('names where the case came from, who coordinates, and the seats, and nobody else', () => {
    const bystander = {
      id: agencyId('byradsavdelingen'),
      name: 'Byrådsavdelingen',
      partner: 'kommune',
    } as const;
    const { agencies } = aProgramme();
    const programme: Programme = aProgramme({
      agencies: [...agencies, bystander],
      seats: aProgramme().seats.filter(({ agency }) => agency === KRONSTAD),
    });

    const ids = agenciesOn(aCase(), programme).map(({ id }) => id);

    expect(ids).toEqual([ORIGIN, KRONSTAD, 'sent-ute-koordinering']);
  });
});
