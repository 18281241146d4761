import { consentMark } from '../../src/domain/consent-status';
import { aCase, aConsent } from '../builders/cases';
import { caseId, day } from '../builders/ids';
import { aHouse, caseIn, type House, keptIn, putReferral } from './asking';
import { CONSENT } from './verbs';

const CHANGED = { ok: false, error: { kind: 'changed-meanwhile' } };
/** A consent came after the card was drawn. */
const since = (state: 'submitted' | 'active'): House => {
  const house = aHouse();
  putReferral(house, { state, consent: aConsent({ version: 2 }), consents: 2 });
  return house;
};
const SEEN = { caseId: caseId(), seen: consentMark(aCase({ consents: 1 })) };

describe('a card drawn over a consent that has changed since', () => {
  it.each([
    [
      'records none',
      'submitted',
      (house: House) => house.does.recordConsent({ ...house.ask('coordinator'), ...SEEN, values: CONSENT }),
    ],
    [
      'records none, whatever else is wrong with the form',
      'submitted',
      (house: House) => house.does.recordConsent({ ...house.ask('coordinator'), ...SEEN, values: {} }),
    ],
    [
      'renews none',
      'active',
      (house: House) => house.does.renewConsent({ ...house.ask('coordinator'), ...SEEN, values: CONSENT }),
    ],
    [
      'narrows none',
      'active',
      (house: House) =>
        house.does.narrowConsent({ ...house.ask('coordinator'), ...SEEN, until: '2027-01-04', ticks: {} }),
    ],
    [
      'records no no',
      'submitted',
      (house: House) =>
        house.does.refuseConsent({
          ...house.ask('coordinator'),
          ...SEEN,
          askAgainAfter: day('2027-06-04'),
        }),
    ],
  ] as const)('T03 %s', async (_, state, press) => {
    const house = since(state);
    const kept = keptIn(house);

    const refused = await press(house);

    expect(refused).toEqual(CHANGED);
    expect(keptIn(house)).toBe(kept);
  });

  it('T03 still takes it back, for a withdrawal never waits', async () => {
    const house = since('active');

    await house.does.withdrawConsent({ ...house.ask('coordinator'), caseId: caseId() });

    expect(caseIn(house, caseId())?.state).toBe('withdrawn');
  });
});
