import { aCase, anAction } from '../builders/cases';
import { caseId, day, instant, NOON } from '../builders/ids';
import { aHouse, heldBy, type House, keptIn, ORIGIN, OWNER, putTaskIn } from './asking';

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
const sentTo = (house: House) => house.sent().map(errand => ('to' in errand ? errand.to : errand.kind));

describe('grantNewDate', () => {
  const asked = { due: day('2026-12-18'), reason: 'no-contact', at: NOON } as const;

  it('moves the task and its rungs to the new date, and tells its owner', async () => {
    const house = aTask({ asked });

    await house.does.grantNewDate({ ...house.ask('coordinator'), ...KEY, due: day('2026-12-18') });

    expect(taskIn(house)).toMatchObject({
      action: { state: 'open', due: '2026-12-18' },
      remindAt: instant('2026-12-16T04:00'),
    });
    expect(taskIn(house)?.action).not.toHaveProperty('asked');
    expect(sentTo(house)).toEqual([OWNER]);
    expect(house.sent()).toMatchObject([{ notice: { kind: 'new-date-granted', actionId: KEY.actionId } }]);
  });

  it.each([
    ['2026-12-03', 'past-date'],
    ['2027-12-05', 'far-date'],
  ])('does not give a day that has passed, nor one in more than twelve months: %s', async (due, kind) => {
    const house = aTask({ asked });
    const kept = keptIn(house);

    const refused = await house.does.grantNewDate({ ...house.ask('coordinator'), ...KEY, due: day(due) });

    expect(refused).toEqual({ ok: false, error: { kind } });
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toMatchObject([{ operation: 'grant-new-date', allowed: false }]);
  });

  it('is not the owner’s to give, who is told that it cannot be done', async () => {
    const house = aTask({ asked });

    const refused = await house.does.grantNewDate({ ...house.ask('owner'), ...KEY, due: day('2026-12-18') });

    expect(refused).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(taskIn(house)?.action.due).toBe('2026-12-11');
  });
});
