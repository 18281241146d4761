import { aDisqualification, anAction, aCase, doneAction } from '../builders/cases';
import { briefOf } from '../../src/domain/action';
import { actionId, caseCode, caseId, day, personId } from '../builders/ids';
import { aHouse, type House, OWNER } from './asking';

const put = (house: House, name: string, over: object = {}) =>
  house.putCase(aCase({ id: caseId(name), code: caseCode(name), ...over }));

describe('listMyActions', () => {
  const withTasks = () => {
    const house = aHouse();
    const tasks = [
      anAction({ id: actionId('late'), due: day('2026-12-20') }),
      anAction({ id: actionId('soon'), due: day('2026-12-10'), owner: personId('en-annen'), standIn: OWNER }),
      doneAction({ id: actionId('done') }),
      anAction({ id: actionId('other'), owner: personId('en-annen') }),
    ];
    tasks.forEach(task => house.putTask(task));
    put(house, 'case', { state: 'mapping', actions: tasks.map(briefOf) });
    return house;
  };

  it('lists what one owns or stands in for and has not done, soonest first', async () => {
    const house = withTasks();

    const mine = await house.does.listMyActions(house.ask('owner'));

    expect(mine.ok && mine.value.map(({ id }) => id)).toEqual([actionId('soon'), actionId('late')]);
    expect(house.events()).toMatchObject([{ operation: 'list-my-actions', rule: 'list-my-actions/self' }]);
  });

  it('leaves out a case the owner is disqualified from', async () => {
    const house = withTasks();
    const kase = house.inside.cases.get(caseId('case'))?.kase;
    if (kase !== undefined) house.putCase({ ...kase, disqualified: [aDisqualification(OWNER)] });

    const mine = await house.does.listMyActions(house.ask('owner'));

    expect(mine).toEqual({ ok: true, value: [] });
  });

  it('is refused to somebody removed', async () => {
    const house = withTasks();

    const refused = await house.does.listMyActions(house.ask('gone'));

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(house.events()).toMatchObject([{ operation: 'list-my-actions', allowed: false }]);
  });

  it('lists nothing when the look cannot be recorded', async () => {
    const house = withTasks();
    house.inside.people.delete(OWNER);

    const looking = house.does.listMyActions(house.ask('owner'));

    await expect(looking).rejects.toThrow('not in the directory');
  });
});
