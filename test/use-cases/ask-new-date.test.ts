import { aCase, anAction } from '../builders/cases';
import { caseId, day, instant, NOON } from '../builders/ids';
import {
  aHouse,
  caseIn,
  COORDINATOR,
  heldBy,
  type House,
  keptIn,
  ORIGIN,
  putTaskIn,
  STAND_IN,
} from './asking';
import { carried } from './carried';

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
const sentTo = async (house: House) =>
  (await carried(house)).map(errand => ('to' in errand ? errand.to : errand.kind));

describe('askNewDate', () => {
  const asking = { ...KEY, due: day('2026-12-18'), reason: 'no-contact' } as const;

  it('keeps what is asked beside the old date, which stands, and tells the coordinators', async () => {
    const house = aTask();

    await house.does.askNewDate({ ...house.ask('owner'), ...asking });

    expect(taskIn(house)).toMatchObject({
      action: { due: '2026-12-11', asked: { due: '2026-12-18', reason: 'no-contact', at: NOON } },
      remindAt: instant('2026-12-09T04:00'),
    });
    expect(caseIn(house, caseId())?.actions).toMatchObject([{ due: '2026-12-11', newDateAsked: true }]);
    expect(await sentTo(house)).toEqual([COORDINATOR, STAND_IN]);
    expect(await carried(house)).toMatchObject([
      { notice: { kind: 'new-date-asked', actionId: KEY.actionId } },
      { notice: { kind: 'new-date-asked', actionId: KEY.actionId } },
    ]);
  });

  it.each([
    ['2026-12-03', 'past-date'],
    ['2027-12-05', 'far-date'],
  ])('is not asked for a day that has passed, nor one in more than twelve months: %s', async (due, kind) => {
    const house = aTask();
    const kept = keptIn(house);

    const refused = await house.does.askNewDate({ ...house.ask('owner'), ...asking, due: day(due) });

    expect(refused).toEqual({ ok: false, error: { kind } });
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toMatchObject([{ operation: 'ask-new-date', allowed: false }]);
  });

  it('says nothing of the date to somebody else', async () => {
    const house = aTask();

    const refused = await house.does.askNewDate({
      ...house.ask('colleague'),
      ...asking,
      due: day('2026-12-03'),
    });

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(house.events()).toMatchObject([{ operation: 'ask-new-date', allowed: false }]);
  });
});
