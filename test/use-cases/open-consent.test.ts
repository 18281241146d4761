import { type ConsentTerms } from '../../src/domain/consent';
import { useCasesIn } from '../../src/use-cases/all';
import { aConsent } from '../builders/cases';
import { agencyId, caseId } from '../builders/ids';
import { aHouse, counted, type House, ORIGIN, putReferral, type Who } from './asking';

const KRONSTAD = agencyId('kronstad-dps');
const TERMS: ConsentTerms = {
  purpose: 'Felles plan',
  interpreter: 'Somali',
  representative: 'present',
  mandate: 'Økonomi',
  conditions: 'Ring meg først',
};
const consented = (over: object = {}): House => {
  const house = aHouse();
  const consent = aConsent({ grants: [{ group: 'B', from: ORIGIN, to: KRONSTAD }] });
  putReferral(house, { state: 'active', presented: true, consent, ...over } as never);
  const piece = { origin: ORIGIN, section: 'terms', revision: 1, box: JSON.stringify(TERMS) } as const;
  house.inside.consents.set(`${caseId()}/1`, { caseId: caseId(), consent, terms: piece });
  return house;
};
const open = async (house: House, who: Who) => {
  const opened = await house.does.openConsent({ ...house.ask(who), caseId: caseId() });
  return opened.ok ? opened.value.terms : opened.error;
};
const THEIRS = [{ origin: ORIGIN, section: 'terms' }];

describe('openConsent', () => {
  it.each(['author', 'coordinator'] as const)(
    'shows what it says in words to the %s, and records that it did',
    async who => {
      const house = consented();

      expect(await open(house, who)).toEqual(TERMS);
      expect(house.events()).toMatchObject([{ operation: 'open-consent', disclosed: THEIRS, consent: 1 }]);
    },
  );

  it('shows a member whom it opens something to what must be kept, and of nobody’s language or guardian', async () => {
    const house = consented();

    const told = await open(house, 'member');

    const { purpose, conditions } = TERMS;
    expect(told).toEqual({ purpose, conditions, interpreter: '', representative: 'none', mandate: '' });
    expect(house.events()).toMatchObject([{ operation: 'open-consent', disclosed: THEIRS, consent: 1 }]);
  });

  it('shows nothing of it to an agency that it opens nothing to', async () => {
    const house = consented();

    expect(await open(house, 'chair')).toBeUndefined();
    expect(house.events()).toMatchObject([{ operation: 'open-consent', disclosed: [] }]);
  });

  it('shows members nothing of it when it has run out, but those it was recorded with', async () => {
    const house = consented({ state: 'consent-expired', cameFrom: 'active' });

    expect(await open(house, 'member')).toBeUndefined();
    expect(await open(house, 'author')).toEqual(TERMS);
  });

  it('does not read what it may not show', async () => {
    const house = consented();
    const { world, calls } = counted(house);

    await useCasesIn(world).openConsent({ ...house.ask('chair'), caseId: caseId() });

    expect(calls.filter(call => call.startsWith('cases.'))).toEqual(['cases.load']);
  });

  it('shows none where there is none, and where it was never kept', async () => {
    const before = aHouse();
    putReferral(before, { state: 'awaiting-consent' });
    const unkept = consented();
    unkept.inside.consents.clear();

    expect(await open(before, 'coordinator')).toBeUndefined();
    expect(await open(unkept, 'coordinator')).toBeUndefined();
  });

  it('is refused to who only owns a task', async () => {
    expect(await open(consented(), 'owner')).toEqual({ kind: 'not-available' });
  });
});

describe('startRenewal', () => {
  it('begins with what was said, which is recorded, and who may have asked', async () => {
    const house = consented();

    const found = await house.does.startRenewal({ ...house.ask('coordinator'), caseId: caseId() });

    expect(found).toMatchObject({ ok: true, value: { terms: TERMS } });
    expect(found.ok && found.value.people.length).toBeGreaterThan(1);
    expect(house.events()).toMatchObject([{ operation: 'start-renew-consent', disclosed: THEIRS }]);
  });
});
