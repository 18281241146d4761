import { aCase, anAction } from '../builders/cases';
import { caseId, day, instant, NOON, personId } from '../builders/ids';
import { aHouse, heldBy, type House, ORIGIN, OWNER, putTaskIn } from './asking';

const KEY = { caseId: caseId(), actionId: anAction().id };
const aTask = (over: Parameters<typeof anAction>[0] = {}, kase: object = {}) => {
  const house = aHouse();
  const action = anAction({ detailIn: 'C', ...over });
  putTaskIn(
    house,
    { kase: aCase({ state: 'mapping', holdings: heldBy(ORIGIN), ...kase } as never), action },
    { detail: 'Ring utleier', remindAt: instant('2026-12-09T07:30') },
  );
  return house;
};
const taskIn = ({ inside }: House) => inside.actions.get(`${KEY.caseId}/${KEY.actionId}`);

describe('completeAction', () => {
  it('settles the task with how it went, and rings no more', async () => {
    const house = aTask({ asked: { due: day('2026-12-20'), reason: 'no-contact', at: NOON } });

    const done = await house.does.completeAction({ ...house.ask('owner'), ...KEY, outcome: 'partly' });

    expect(taskIn(house)?.action).toMatchObject({ state: 'done', outcome: 'partly', doneAt: NOON });
    expect(taskIn(house)?.action).not.toHaveProperty('asked');
    expect(taskIn(house)).not.toHaveProperty('remindAt');
    expect(done).toMatchObject({ ok: true, value: { actions: [{ state: 'done', newDateAsked: false }] } });
    expect(house.sent()).toEqual([]);
  });

  it('may be done by the stand-in', async () => {
    const house = aTask({ owner: personId('en-annen'), standIn: OWNER });

    const done = await house.does.completeAction({ ...house.ask('owner'), ...KEY, outcome: 'carried-out' });

    expect(done.ok).toBe(true);
  });
});
