import { type Case } from '../../src/domain/case';
import { type ConsentTerms } from '../../src/domain/consent';
import { visible } from '../../src/policy/visible';
import { aConsent } from '../builders/cases';
import { agencyId, caseId, day, NOON } from '../builders/ids';
import { aMember } from '../builders/people';
import { aHouse, AUTHOR, caseIn, type House, keptIn, ORIGIN, putReferral, STAND_IN } from './asking';
import { carried } from './carried';
import { useCasesIn } from '../../src/use-cases/all';
import { interrupted } from './asking';

const KRONSTAD = agencyId('kronstad-dps');
const POLICE = agencyId('innsatsgruppen');
const TERMS: ConsentTerms = {
  purpose: 'Felles plan',
  interpreter: '',
  representative: 'none',
  mandate: '',
  conditions: 'Ring meg først',
};
const consent = aConsent({
  grants: [KRONSTAD, POLICE].flatMap(to => (['C', 'D'] as const).map(group => ({ group, from: ORIGIN, to }))),
  leftOut: [],
});
const wide = (over: object = {}): House => {
  const house = aHouse();
  putReferral(house, { state: 'active', presented: true, consents: 1, consent, ...over } as never);
  const piece = { origin: ORIGIN, section: 'terms', revision: 1, box: JSON.stringify(TERMS) } as const;
  house.inside.consents.set(`${caseId()}/1`, { caseId: caseId(), consent, terms: piece });
  return house;
};
const WITHOUT_POLICE = { [`see-C-${ORIGIN}`]: KRONSTAD, [`see-D-${ORIGIN}`]: KRONSTAD };
const AS_IT_IS = Object.fromEntries(
  ['C', 'D'].map(group => [`see-${group}-${ORIGIN}`, `${KRONSTAD},${POLICE}`]),
);
const narrow = (house: House, over: object = {}) =>
  house.does.narrowConsent({
    ...house.ask('coordinator'),
    caseId: caseId(),
    until: '2027-06-04',
    ticks: WITHOUT_POLICE,
    ...over,
  });
const sees = (kase: Case | undefined, agency: typeof KRONSTAD) =>
  kase &&
  visible(aMember({ agency }), kase, { at: NOON, today: day('2026-12-04') }).map(({ section }) => section);

describe('narrowConsent', () => {
  it('locks what was taken away from the save on, and nothing else', async () => {
    const house = wide();

    await narrow(house);

    expect(sees(caseIn(house, caseId()), POLICE)).toEqual([]);
    expect(sees(caseIn(house, caseId()), KRONSTAD)).toEqual(['C', 'D']);
    expect(house.events()).toMatchObject([{ operation: 'narrow-consent', allowed: true }]);
  });

  it('is a version of its own, with the words that were said, where they lay', async () => {
    const house = wide();

    await narrow(house);

    const kept = house.inside.consents.get(`${caseId()}/2`);
    expect(kept?.consent).toMatchObject({
      version: 2,
      scope: 'adjusted',
      recordedIn: ORIGIN,
      givenOn: '2026-12-04',
    });
    expect(kept?.terms?.origin).toBe(ORIGIN);
    expect(JSON.parse(kept?.terms?.box ?? '')).toEqual(TERMS);
    expect(house.inside.consents.get(`${caseId()}/1`)?.consent).toEqual(consent);
  });

  it('keeps no words where none were ever kept', async () => {
    const house = wide();
    house.inside.consents.clear();

    await narrow(house);

    expect(house.inside.consents.get(`${caseId()}/2`)).not.toHaveProperty('terms');
  });

  it('may only end it earlier', async () => {
    const house = wide();

    await narrow(house, { ticks: AS_IT_IS, until: '2027-01-04' });

    expect(caseIn(house, caseId())).toMatchObject({
      consent: { scope: 'coordination', grants: consent.grants, until: '2027-01-04' },
    });
  });

  it('tells the author and the coordinators that something is new, never what', async () => {
    const house = wide();

    await narrow(house);

    expect(await carried(house)).toMatchObject([
      { to: AUTHOR, notice: { kind: 'new-information' } },
      { kind: 'find-messages', losing: true },
      { to: STAND_IN, notice: { kind: 'new-information' } },
    ]);
  });

  it('does not revive one that has run out', async () => {
    const house = wide({ state: 'consent-expired', cameFrom: 'active' });

    await narrow(house, { until: undefined });

    expect(caseIn(house, caseId())).toMatchObject({ state: 'consent-expired', consents: 2 });
    expect(sees(caseIn(house, caseId()), KRONSTAD)).toEqual([]);
  });

  it.each([
    ['opens more', { ticks: { [`see-E-${ORIGIN}`]: KRONSTAD } }, 'matrix', 'not-in-matrix'],
    ['lasts longer', { until: '2027-06-05' }, 'until', 'later-than-now'],
    ['takes nothing away', { ticks: AS_IT_IS }, 'matrix', 'nothing-taken-away'],
  ])('says what is wrong with one that %s, and saves nothing', async (...[, over, field, problem]) => {
    const house = wide();
    const kept = keptIn(house);

    expect(await narrow(house, over)).toEqual({ ok: true, value: { problems: [{ field, problem }] } });
    expect(keptIn(house)).toBe(kept);
  });

  it('says nothing of it to somebody who may not', async () => {
    const house = wide();

    const refused = await house.does.narrowConsent({ ...house.ask('member'), caseId: caseId(), ticks: {} });

    expect(refused).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(house.events()).toMatchObject([{ operation: 'narrow-consent', allowed: false }]);
  });

  it('is judged again when somebody else has narrowed it meanwhile', async () => {
    const house = wide();
    const narrower = { ...consent, grants: consent.grants.filter(({ group }) => group === 'C') };
    const does = useCasesIn(
      interrupted(house, () =>
        putReferral(house, { state: 'active', consents: 2, consent: narrower } as never),
      ),
    );

    const refused = await does.narrowConsent({
      ...house.ask('coordinator'),
      caseId: caseId(),
      until: '2027-06-04',
      ticks: WITHOUT_POLICE,
    });

    expect(refused).toEqual({ ok: false, error: { kind: 'try-again' } });
  });
});
