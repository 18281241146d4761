import { anAction } from '../builders/cases';
import { briefOf } from '../../src/domain/action';
import { useCasesIn } from '../../src/use-cases/all';
import { actionId, agencyId, caseId } from '../builders/ids';
import { aHouse, counted, heldBy, ORIGIN, putReferral } from './asking';

const KEY = { caseId: caseId(), actionId: actionId() };

describe('openAction', () => {
  const withTask = (over: Parameters<typeof anAction>[0] = {}, from = ORIGIN) => {
    const house = aHouse();
    const task = anAction({ detailIn: 'C', ...over });
    putReferral(house, { state: 'mapping', actions: [briefOf(task)] } as never);
    house.putTask(task, { detail: 'Ring utleier', detailFrom: from });
    return house;
  };

  it('shows its owner the detail, and records that', async () => {
    const house = withTask();

    const opened = await house.does.openAction({ ...house.ask('owner'), ...KEY });

    expect(opened).toMatchObject({ ok: true, value: { action: { id: actionId() }, detail: 'Ring utleier' } });
    expect(house.events()).toMatchObject([{ disclosed: heldBy(ORIGIN, ['C']) }]);
  });

  it.each([
    ['the coordinator, to whom no consent opens it', 'coordinator', ORIGIN],
    ['an owner, to whom no consent opens it', 'owner', agencyId('kronstad-dps')],
  ] as const)('keeps it from %s', async (_, who, from) => {
    const house = withTask({}, from);
    const { world, calls } = counted(house);

    const opened = await useCasesIn(world).openAction({ ...house.ask(who), ...KEY });

    expect(opened.ok && opened.value).not.toHaveProperty('detail');
    expect(house.events()).toMatchObject([{ disclosed: [] }]);
    expect(calls).not.toContain('cases.detailOf');
  });

  it('opens a task without one', async () => {
    const house = withTask();
    house.putTask(anAction());

    const opened = await house.does.openAction({ ...house.ask('owner'), ...KEY });

    expect(opened.ok && opened.value).not.toHaveProperty('detail');
  });

  it('is refused when the task is in another case', async () => {
    const house = withTask();

    const refused = await house.does.openAction({
      ...house.ask('owner'),
      ...KEY,
      actionId: actionId('other'),
    });

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
  });
});
