import { disqualify, isDisqualified } from '../../src/domain/disqualification';
import { aCase, aDisqualification } from '../builders/cases';
import { personId } from '../builders/ids';

const SOMEBODY = personId('inhabil');

describe('disqualify', () => {
  it('is for one person in one case, and is never taken back', () => {
    const kase = disqualify(aCase(), aDisqualification(SOMEBODY));

    expect(isDisqualified(kase, SOMEBODY)).toBe(true);
    expect(isDisqualified(kase, personId('en-annen'))).toBe(false);
    expect(isDisqualified(aCase(), SOMEBODY)).toBe(false);
  });

  it('keeps the first when it is declared again', () => {
    const kase = disqualify(aCase(), { ...aDisqualification(SOMEBODY), reason: 'party' });

    const again = disqualify(kase, { ...aDisqualification(SOMEBODY), reason: 'family' });

    expect(again).toBe(kase);
  });
});
