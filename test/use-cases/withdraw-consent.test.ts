import { briefOf } from '../../src/domain/action';
import { anAction } from '../builders/cases';
import { actionId, caseId, meetingId, NOON } from '../builders/ids';
import { aHouse, caseIn, type House, keptIn, putReferral, type Who } from './asking';

const withdraw = (house: House, who: Who = 'member') =>
  house.does.withdrawConsent({ ...house.ask(who), caseId: caseId() });
const participant = (over: object = {}): House => {
  const house = aHouse();
  putReferral(house, { state: 'active', presented: true, ...over } as never);
  return house;
};

describe('withdrawConsent', () => {
  it.each(['author', 'coordinator', 'member'] as const)(
    'can be told to anyone: the %s may record it',
    async who => {
      const house = participant();

      const withdrawn = await withdraw(house, who);

      expect(withdrawn).toMatchObject({ ok: true, value: { state: 'withdrawn', since: NOON } });
      expect(house.events()).toMatchObject([
        { operation: 'withdraw-consent', rule: `withdraw-consent/${who}`, disclosed: [] },
      ]);
    },
  );

  it('shuts everything at once, off the agenda, and the clock of the consent stops', async () => {
    const house = participant({ meetingId: meetingId() });

    await withdraw(house);

    expect(caseIn(house, caseId())).not.toHaveProperty('consent');
    expect(caseIn(house, caseId())).not.toHaveProperty('meetingId');
    expect(house.inside.cases.get(caseId())).not.toHaveProperty('clockAt');
  });

  it('leaves one thing to be carried out, however many tasks there are', async () => {
    const actions = Array.from({ length: 60 }, (_, n) => briefOf(anAction({ id: actionId(String(n)) })));
    const house = participant({ actions, meetingId: meetingId() });

    await withdraw(house, 'coordinator');

    expect(house.sent()).toEqual([
      { kind: 'stop-work', caseId: caseId(), stoppedAt: NOON, by: 'koordinator' },
    ]);
  });

  it.each(['owner', 'colleague', 'admin'] as const)('is refused to the %s', async who => {
    const house = participant();
    const kept = keptIn(house);

    const refused = await withdraw(house, who);

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(keptIn(house)).toBe(kept);
  });
});
