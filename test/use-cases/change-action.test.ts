import { briefOf } from '../../src/domain/action';
import { type Instant } from '../../src/domain/time';
import { aCase, anAction } from '../builders/cases';
import { caseId, day, instant, meetingId, personId } from '../builders/ids';
import { aPerson } from '../builders/people';
import {
  aHouse,
  caseIn,
  COORDINATOR,
  heldBy,
  type House,
  ORIGIN,
  OWNER,
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

  describe('of a task that somebody has been told of', () => {
    const where = { activityId: 'digest', conversationId: 'chat' };
    const edits = async (house: House) => (await carried(house)).filter(({ kind }) => kind === 'edit-digest');
    const edit = (to: string) => ({ kind: 'edit-digest', to, on: '2026-12-04' });

    it('has the digest of its owner drawn anew', async () => {
      const house = aTask({ due: day('2026-12-07') });

      await house.does.completeAction({ ...house.ask('owner'), ...KEY, outcome: 'partly' });

      expect(await edits(house)).toEqual([edit(OWNER)]);
    });

    it('has the stand-in’s and the coordinators’ drawn anew, too, when they heard that it is late', async () => {
      const house = aTask({ due: day('2026-11-20'), standIn: personId('innmelder') });

      await house.does.completeAction({ ...house.ask('owner'), ...KEY, outcome: 'partly' });

      expect(await edits(house)).toEqual([OWNER, 'innmelder', COORDINATOR, STAND_IN].map(edit));
    });

    it('leaves an answer that asks further to stand, in the message of whoever pressed', async () => {
      const house = aTask({ due: day('2026-12-03'), standIn: personId('innmelder') });

      await house.does.blockAction({ ...house.ask('owner'), where, ...KEY, gap: 'other' });

      expect(await edits(house)).toEqual([{ ...edit(OWNER), answeredIn: where }, edit('innmelder')]);
    });
  });

  describe('when the task is to ring', () => {
    const COME = instant('2026-12-04T04:00');
    const ringing = (over: object, remindAt: Instant) => {
      const house = aHouse();
      const action = anAction({ due: day('2026-11-27') });
      putTaskIn(house, { kase: aCase({ state: 'mapping', ...over } as never), action }, { remindAt });
      return house;
    };
    const block = async (house: House) => {
      await house.does.blockAction({ ...house.ask('owner'), ...KEY, gap: 'other' });
      return taskIn(house)?.remindAt;
    };

    it('keeps a rung that has come and may not have rung', async () => {
      expect(await block(ringing({}, COME))).toBe(COME);
    });

    it('keeps the one that is put off while its case rests', async () => {
      const putOff = instant('2026-12-07T04:00');

      expect(await block(ringing({ pausedUntil: day('2026-12-20') }, putOff))).toBe(putOff);
    });

    it('goes by its date otherwise', async () => {
      expect(await block(ringing({}, instant('2026-12-07T04:00')))).toBeUndefined();
    });
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
