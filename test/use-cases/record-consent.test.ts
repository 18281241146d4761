import { type ConsentValues } from '../../src/domain/consent-form';
import { useCasesIn } from '../../src/use-cases/all';
import { agencyId, caseId, NOON } from '../builders/ids';
import {
  aHouse,
  AUTHOR,
  caseIn,
  COORDINATOR,
  type House,
  interrupted,
  keptIn,
  ORIGIN,
  putReferral,
  STAND_IN,
  type Who,
} from './asking';
import { carried } from './carried';
import { CONSENT } from './verbs';

const KRONSTAD = agencyId('kronstad-dps');
const POLICE = agencyId('innsatsgruppen');
const record = (house: House, over: ConsentValues = {}, who: Who = 'coordinator') =>
  house.does.recordConsent({ ...house.ask(who), caseId: caseId(), values: { ...CONSENT, ...over } });
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
        scope: 'coordination',
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

    expect(await carried(house)).toMatchObject([
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

      expect(caseIn(house, caseId())).toMatchObject({ state, consent: { scope: 'coordination' } });
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

    await record(house, { 'left-out': POLICE });

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
    ['was asked for tomorrow', { when: '2026-12-05' }, { field: 'when', problem: 'asked-in-future' }],
    ['has run out', { until: '2026-12-03' }, { field: 'until', problem: 'ends-before-today' }],
    ['holds for more than a year', { until: '2027-12-05' }, { field: 'until', problem: 'too-long' }],
    ['was asked by nobody', { 'asked-by': 'ukjent' }, { field: 'asked-by', problem: 'not-a-choice' }],
  ])('says what is wrong with one that %s, and saves nothing', async (_, over, problem) => {
    const house = waiting();
    const kept = keptIn(house);

    const wrong = await record(house, over);

    expect(wrong).toEqual({ ok: true, value: { problems: [problem] } });
    expect(keptIn(house)).toBe(kept);
  });

  it('says nothing of the dates to somebody who may not record it, and keeps that they tried', async () => {
    const house = waiting();

    const refused = await record(house, { until: '2026-12-03' }, 'colleague');

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(house.events()).toMatchObject([{ operation: 'record-consent', allowed: false }]);
  });

  it('may be recorded by the author, who then needs not be told', async () => {
    const house = waiting();

    await record(house, {}, 'author');

    expect((await carried(house)).map(errand => ('to' in errand ? errand.to : ''))).toEqual([
      COORDINATOR,
      STAND_IN,
    ]);
  });

  it('is kept whole beside the case, its words apart from it', async () => {
    const house = waiting();

    await record(house, { conditions: 'Ring meg først', purpose: 'Felles plan' });

    const kase = caseIn(house, caseId());
    const kept = house.inside.consents.get(`${caseId()}/1`);
    expect(kept?.consent).toEqual(kase?.state === 'mapping' && kase.consent);
    expect(kept?.terms).toMatchObject({ origin: 'sent-ute-koordinering', section: 'terms' });
    expect(JSON.parse(kept?.terms?.box ?? '')).toEqual({
      purpose: 'Felles plan',
      interpreter: '',
      representative: 'none',
      mandate: '',
      conditions: 'Ring meg først',
    });
    expect(JSON.stringify(kase)).not.toContain('Ring meg');
  });

  it('names what was in force on the day it was given', async () => {
    const house = waiting();

    await record(house);

    expect(caseIn(house, caseId())).toMatchObject({
      consent: { statutes: ['hpl-22'], legalBasis: ['gdpr-6-1-e'], recordedIn: 'sent-ute-koordinering' },
    });
  });

  it('opens just what was ticked behind *Tilpass*', async () => {
    const house = waiting();
    const ticks = { [`see-D-${ORIGIN}`]: KRONSTAD };

    await house.does.recordConsent({ ...house.ask('author'), caseId: caseId(), values: CONSENT, ticks });

    expect(caseIn(house, caseId())).toMatchObject({
      consent: { scope: 'adjusted', grants: [{ group: 'D', from: ORIGIN, to: KRONSTAD }] },
    });
  });

  it('is judged by the case as it is at the save: what was erased meanwhile is not opened', async () => {
    const house = waiting();
    const without = () => putReferral(house, { state: 'awaiting-consent', holdings: [] } as never);
    const does = useCasesIn(interrupted(house, without));
    const ticks = { [`see-D-${ORIGIN}`]: KRONSTAD };

    const refused = await does.recordConsent({
      ...house.ask('author'),
      caseId: caseId(),
      values: CONSENT,
      ticks,
    });

    expect(refused).toEqual({ ok: false, error: { kind: 'try-again' } });
    expect(caseIn(house, caseId())?.state).toBe('awaiting-consent');
  });
});
