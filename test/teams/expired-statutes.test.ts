import { day } from '../builders/ids';
import { aProgramme } from '../builders/meetings';
import { caseId } from '../builders/ids';
import { inputIn, wordsIn } from '../cards/rules';
import { aHouse, caseIn, keptIn, putReferral } from '../use-cases/asking';
import { aFront, isRefusal, words, wrongWith } from './front';
import { GOOD } from './presses';

const statutes = aProgramme().statutes.map(statute => ({ ...statute, validTo: day('2026-12-03') }));
/** Every statute ended yesterday, after the form was opened. */
const afterTheEnd = (over: object = {}) => {
  const house = aHouse({ programme: aProgramme({ statutes }) });
  putReferral(house, over);
  return aFront(house);
};

describe('a press that uses a statute that has expired', () => {
  it('shares nothing, says why with all that was typed, and tells those who keep the list', async () => {
    const front = afterTheEnd();
    const kept = keptIn(front.house);
    const data = { ...GOOD['share-exceptionally']?.data, caseId: caseId() };

    const card = await front.press('author', 'share-exceptionally', data);

    expect(wordsIn(card)).toContain(
      words().statute.noneInForce('hpl. §\u00a031', words().date('2026-12-03')),
    );
    expect(inputIn(card, 'reason')).toMatchObject({ value: (data as { reason?: string }).reason });
    expect(wrongWith(card)).toEqual([]);
    expect(keptIn(front.house)).toBe(kept);
    expect(front.logged).toContainEqual({ event: 'statute-expired', fields: { id: 'hpl-31' } });
  });

  it('records no consent, says why, and tells those who keep the list', async () => {
    const front = afterTheEnd({ state: 'awaiting-consent', presented: true });
    const data = { ...GOOD['record-consent']?.data, caseId: caseId() };

    const card = await front.press('coordinator', 'record-consent', data);

    expect(wordsIn(card)).toContain(words().statute.noGrounds('hpl. §\u00a022', words().date('2026-12-03')));
    expect(caseIn(front.house, caseId())?.state).toBe('awaiting-consent');
    expect(front.logged).toContainEqual({ event: 'statute-expired', fields: { id: 'hpl-22' } });
  });

  it.each([
    ['coordinator', 'open-inbox', {}],
    ['author', 'open-case', { caseId: caseId() }],
    ['author', 'start-sharing', { caseId: caseId() }],
  ] as const)('leaves everything else as it is: the %s can %s', async (who, verb, data) => {
    const front = afterTheEnd();

    const card = await front.press(who, verb, data);

    expect(isRefusal(card, 'not-available')).toBe(false);
    expect(wrongWith(card)).toEqual([]);
  });
});
