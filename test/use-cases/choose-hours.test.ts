import { type TimeOfDay } from '../../src/domain/time';
import { personId } from '../builders/ids';
import { aHouse } from './asking';

const MEMBER = personId('medlem-dps');
const hour = '10:00' as TimeOfDay;

describe('startHours', () => {
  const where = { activityId: 'digest', conversationId: 'chat' };

  it('is a look: its message shows no digest any more', async () => {
    const house = aHouse();

    const started = await house.does.startHours({ ...house.ask('member'), where });

    expect(started.ok).toBe(true);
    expect(house.events()).toMatchObject([{ operation: 'start-hours', rule: 'choose-hours/self', where }]);
  });

  it('is refused to somebody who was removed', async () => {
    const house = aHouse();

    const started = await house.does.startHours(house.ask('gone'));

    expect(started).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(house.events()).toMatchObject([{ operation: 'start-hours', allowed: false }]);
  });
});

describe('chooseHours', () => {
  it('keeps the hour of the asker’s own digest, and nothing else of theirs', async () => {
    const house = aHouse();
    const before = house.inside.people.get(MEMBER)?.person;

    await house.does.chooseHours({ ...house.ask('member'), hour });

    expect(house.inside.people.get(MEMBER)?.person).toEqual({ ...before, digestAt: hour });
    expect(house.events()).toMatchObject([
      { operation: 'choose-hours', subject: MEMBER, rule: 'choose-hours/self' },
    ]);
  });

  it('is nothing for somebody who was removed', async () => {
    const house = aHouse();

    const chosen = await house.does.chooseHours({ ...house.ask('gone'), hour });

    expect(chosen.ok).toBe(false);
    expect(house.inside.people.get('sluttet')?.person).not.toHaveProperty('digestAt');
  });
});
