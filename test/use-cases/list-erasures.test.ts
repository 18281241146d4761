import { aCase, aDisqualification } from '../builders/cases';
import { caseCode, caseId, day, instant, NOON, personId } from '../builders/ids';
import { aHouse, COORDINATOR, type House } from './asking';

const archivedAt = (at = NOON) => ({ ref: '2026/1', at, by: personId('koordinator') });
const put = (house: House, name: string, over: object) =>
  house.putCase(aCase({ id: caseId(name), code: caseCode(name), ...over }));

describe('listErasures', () => {
  const list = async (house: House) => {
    const listed = await house.does.listErasures(house.ask('coordinator'));
    if (!listed.ok) throw new Error(listed.error.kind);
    const codes = (of: keyof typeof listed.value) =>
      listed.value[of].map(({ kase, on }) => [kase.id, on] as const);
    return { planned: codes('planned'), erased: codes('erased') };
  };

  it('holds what will be erased, soonest first, and what was lately, newest first', async () => {
    const house = aHouse();
    const earlier = instant('2026-11-10T09:00');
    put(house, 'later', { state: 'concluded', archived: archivedAt() });
    put(house, 'soon', { state: 'declined', since: earlier, archived: archivedAt() });
    put(house, 'unarchived', { state: 'declined' });
    put(house, 'open', { state: 'active', archived: archivedAt() });
    put(house, 'gone', { state: 'declined', archived: archivedAt(), erasedOn: day('2026-11-10') });
    put(house, 'just gone', { state: 'withdrawn', archived: archivedAt(), erasedOn: day('2026-12-01') });
    put(house, 'long gone', { state: 'declined', archived: archivedAt(), erasedOn: day('2026-08-01') });

    const { planned, erased } = await list(house);

    expect(planned).toEqual([
      [caseId('soon'), '2027-01-03'],
      [caseId('later'), '2027-12-04'],
    ]);
    expect(erased).toEqual([
      [caseId('just gone'), '2026-12-01'],
      [caseId('gone'), '2026-11-10'],
    ]);
  });

  it('leaves out what the coordinator is disqualified on', async () => {
    const house = aHouse();
    const disqualified = [aDisqualification(COORDINATOR)];
    put(house, 'soon', { state: 'declined', archived: archivedAt(), disqualified });

    expect(await list(house)).toEqual({ planned: [], erased: [] });
  });

  it('is told in the audit, by the rule of the inbox', async () => {
    const house = aHouse();

    await list(house);

    expect(house.events()).toMatchObject([{ operation: 'list-erasures', rule: 'open-inbox/coordinator' }]);
  });

  it.each(['author', 'member', 'admin', 'leader'] as const)('is refused to the %s', async who => {
    const house = aHouse();

    const refused = await house.does.listErasures(house.ask(who));

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(house.events()).toMatchObject([{ operation: 'list-erasures', allowed: false }]);
  });
});
