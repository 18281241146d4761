import { briefOf } from '../../src/domain/action';
import { aCase, anAction } from '../builders/cases';
import { caseId, day, instant, meetingId } from '../builders/ids';
import { aPerson } from '../builders/people';
import { aHouse, caseIn, heldBy, type House, ORIGIN, OWNER, putTaskIn } from './asking';

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

describe('changeAction', () => {
  it('keeps the detail as it lies', async () => {
    const house = aTask();
    const before = taskIn(house)?.detail;

    await house.does.blockAction({ ...house.ask('owner'), ...KEY, gap: 'other' });

    expect(before).toBeDefined();
    expect(taskIn(house)?.detail).toEqual(before);
  });

  it('draws the item in the channel anew when the case stands on an agenda', async () => {
    const house = aTask({}, { meetingId: meetingId() });

    await house.does.blockAction({ ...house.ask('owner'), ...KEY, gap: 'other' });

    expect(house.sent()).toEqual([{ kind: 'edit-item', meetingId: meetingId(), caseId: caseId() }]);
  });

  it('leaves the other tasks of the case as they are', async () => {
    const house = aTask();
    const other = { ...briefOf(anAction()), id: anAction({ id: 'x' as never }).id };
    const kase = caseIn(house, caseId());
    if (kase !== undefined) house.putCase({ ...kase, actions: [other, ...kase.actions] });

    await house.does.blockAction({ ...house.ask('owner'), ...KEY, gap: 'other' });

    expect(caseIn(house, caseId())?.actions).toMatchObject([other, { state: 'blocked' }]);
  });

  it('is refused to an owner who was removed since', async () => {
    const house = aTask();
    const by = house.enrol(aPerson({ id: OWNER, roles: [], removedOn: day('2026-12-03') }));

    const refused = await house.does.blockAction({ ...house.ask('owner'), by, ...KEY, gap: 'other' });

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
  });
});
