import { aCase, anAction } from '../builders/cases';
import { caseId, instant } from '../builders/ids';
import { aHouse, caseIn, heldBy, type House, ORIGIN, putTaskIn } from './asking';

const KEY = { caseId: caseId(), actionId: anAction().id };
const aTask = (over: Parameters<typeof anAction>[0] = {}, kase: object = {}) => {
  const house = aHouse();
  const action = anAction({ detailIn: 'C', ...over });
  putTaskIn(
    house,
    { kase: aCase({ state: 'mapping', holdings: heldBy(ORIGIN), ...kase } as never), action },
    { detail: 'Ring utleier', remindAt: instant('2026-12-09T04:00') },
  );
  return house;
};
const taskIn = ({ inside }: House) => inside.actions.get(`${KEY.caseId}/${KEY.actionId}`);

describe('blockAction', () => {
  it('shows the gap it stands before, and goes on ringing', async () => {
    const house = aTask();

    await house.does.blockAction({ ...house.ask('owner'), ...KEY, gap: 'housing' });

    expect(taskIn(house)).toMatchObject({
      action: { state: 'blocked', gap: 'housing' },
      remindAt: instant('2026-12-09T04:00'),
    });
    expect(caseIn(house, caseId())?.actions).toMatchObject([{ state: 'blocked' }]);
    expect(house.sent()).toEqual([]);
  });
});
