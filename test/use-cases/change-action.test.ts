import { briefOf } from '../../src/domain/action';
import { aCase, anAction } from '../builders/cases';
import { caseId, day, instant, meetingId, NOON, personId } from '../builders/ids';
import { aPerson } from '../builders/people';
import {
  aHouse,
  caseIn,
  COORDINATOR,
  heldBy,
  type House,
  keptIn,
  ORIGIN,
  OWNER,
  putTaskIn,
  STAND_IN,
} from './asking';

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
const sentTo = (house: House) => house.sent().map(errand => ('to' in errand ? errand.to : errand.kind));

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

describe('askNewDate', () => {
  const asking = { ...KEY, due: day('2026-12-18'), reason: 'no-contact' } as const;

  it('keeps what is asked beside the old date, which stands, and tells the coordinators', async () => {
    const house = aTask();

    await house.does.askNewDate({ ...house.ask('owner'), ...asking });

    expect(taskIn(house)).toMatchObject({
      action: { due: '2026-12-11', asked: { due: '2026-12-18', reason: 'no-contact', at: NOON } },
      remindAt: instant('2026-12-09T07:30'),
    });
    expect(caseIn(house, caseId())?.actions).toMatchObject([{ due: '2026-12-11', newDateAsked: true }]);
    expect(sentTo(house)).toEqual([COORDINATOR, STAND_IN]);
    expect(house.sent()).toMatchObject([
      { notice: { kind: 'new-date-asked', actionId: KEY.actionId } },
      { notice: { kind: 'new-date-asked', actionId: KEY.actionId } },
    ]);
  });

  it('is not asked for a day that has passed', async () => {
    const house = aTask();
    const kept = keptIn(house);

    const refused = await house.does.askNewDate({ ...house.ask('owner'), ...asking, due: day('2026-12-03') });

    expect(refused).toEqual({ ok: false, error: { kind: 'past-date' } });
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

describe('blockAction', () => {
  it('shows the gap it stands before, and goes on ringing', async () => {
    const house = aTask();

    await house.does.blockAction({ ...house.ask('owner'), ...KEY, gap: 'housing' });

    expect(taskIn(house)).toMatchObject({
      action: { state: 'blocked', gap: 'housing' },
      remindAt: instant('2026-12-09T07:30'),
    });
    expect(caseIn(house, caseId())?.actions).toMatchObject([{ state: 'blocked' }]);
    expect(house.sent()).toEqual([]);
  });
});

describe('grantNewDate', () => {
  const asked = { due: day('2026-12-18'), reason: 'no-contact', at: NOON } as const;

  it('moves the task and its rungs to the new date, and tells its owner', async () => {
    const house = aTask({ asked });

    await house.does.grantNewDate({ ...house.ask('coordinator'), ...KEY, due: day('2026-12-18') });

    expect(taskIn(house)).toMatchObject({
      action: { state: 'open', due: '2026-12-18' },
      remindAt: instant('2026-12-16T07:30'),
    });
    expect(taskIn(house)?.action).not.toHaveProperty('asked');
    expect(sentTo(house)).toEqual([OWNER]);
    expect(house.sent()).toMatchObject([{ notice: { kind: 'new-date-granted', actionId: KEY.actionId } }]);
  });

  it('does not give a day that has passed', async () => {
    const house = aTask({ asked });
    const kept = keptIn(house);

    const refused = await house.does.grantNewDate({
      ...house.ask('coordinator'),
      ...KEY,
      due: day('2026-12-03'),
    });

    expect(refused).toEqual({ ok: false, error: { kind: 'past-date' } });
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
