import { caseId, day } from '../builders/ids';
import { aHouse, AUTHOR, caseIn, keptIn, putReferral } from './asking';

const ASKING = { caseId: caseId(), missing: 'asked', answerBy: day('2026-12-11') } as const;

describe('requestInformation', () => {
  it.each(['submitted', 'ready-for-review'] as const)(
    'asks the author of a case that is %s, with a day to answer by',
    async state => {
      const house = aHouse();
      putReferral(house, { state });

      await house.does.requestInformation({ ...house.ask('coordinator'), ...ASKING });

      expect(caseIn(house, caseId())).toMatchObject({
        state: 'needs-info',
        missing: 'asked',
        answerBy: '2026-12-11',
      });
      expect(house.sent()).toMatchObject([
        { to: AUTHOR, notice: { kind: 'answer-needed', by: '2026-12-11' } },
      ]);
    },
  );

  it('may ask for an answer today', async () => {
    const house = aHouse();
    putReferral(house);

    const asked = await house.does.requestInformation({
      ...house.ask('coordinator'),
      ...ASKING,
      answerBy: day('2026-12-04'),
    });

    expect(asked.ok).toBe(true);
  });

  it('does not ask for an answer by a day that has passed', async () => {
    const house = aHouse();
    putReferral(house);
    const kept = keptIn(house);

    const refused = await house.does.requestInformation({
      ...house.ask('coordinator'),
      ...ASKING,
      answerBy: day('2026-12-03'),
    });

    expect(refused).toEqual({ ok: false, error: { kind: 'past-date' } });
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toMatchObject([{ operation: 'request-information', allowed: false }]);
  });

  it('tells somebody who may not ask nothing of the date', async () => {
    const house = aHouse();
    putReferral(house);

    const refused = await house.does.requestInformation({
      ...house.ask('author'),
      ...ASKING,
      answerBy: day('2026-12-03'),
    });

    expect(refused).toMatchObject({ ok: false, error: { kind: 'wrong-state' } });
  });
});
