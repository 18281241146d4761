import { type Result } from '../../src/result';
import { type MyLookups } from '../../src/use-cases/list-my-lookups';
import { plusMs } from '../../src/domain/time';
import { caseCode, caseId, NOON } from '../builders/ids';
import { aHouse, type House, putReferral } from './asking';

const DAY_MS = 86_400_000;

const rowsOf = (listed: Result<MyLookups, unknown>) =>
  listed.ok ? listed.value.rows.map(({ look, code }) => [look.operation, look.allowed, code]) : listed;

const opens = (house: House, command: string, over: object = {}) =>
  house.does.openCase({ ...house.ask('author', { command }), caseId: caseId(), ...over });

describe('listMyLookups', () => {
  it('lists what one saw, with the code of its case', async () => {
    const house = aHouse();
    putReferral(house);
    await opens(house, 'open');
    await house.does.openCase({ ...house.ask('coordinator', { command: 'theirs' }), caseId: caseId() });

    const listed = await house.does.listMyLookups(house.ask('author', { command: 'list' }));

    expect(rowsOf(listed)).toEqual([['open-case', true, caseCode()]]);
    expect(house.events().at(-1)).toMatchObject({ operation: 'list-my-lookups', allowed: true });
  });

  it('T24 tells of a refusal only the code that was written, whether there is such a case or not', async () => {
    const house = aHouse();
    putReferral(house, { author: house.who.colleague.person.id });
    const at = (minutes: number) => ({ at: plusMs(NOON, minutes * 60_000) });
    await opens(house, 'by id', at(1));
    await opens(house, 'by code', { ...at(2), typed: caseCode() });
    await opens(house, 'nobody’s', { ...at(3), caseId: caseId('none'), typed: caseCode('none') });
    const load = jest.spyOn(house.cases, 'load');

    const listed = await house.does.listMyLookups(house.ask('author', { command: 'list' }));

    expect(rowsOf(listed)).toEqual([
      ['open-case', false, caseCode('none')],
      ['open-case', false, caseCode()],
      ['open-case', false, undefined],
    ]);
    expect(load).not.toHaveBeenCalled();
  });

  it('leaves out what is done and not seen, what is older than thirty days, and looking at this', async () => {
    const house = aHouse();
    putReferral(house);
    await opens(house, 'old', { at: plusMs(NOON, -30 * DAY_MS - 1) });
    await opens(house, 'still', { at: plusMs(NOON, -30 * DAY_MS) });
    await house.does.chooseLanguage({ ...house.ask('author', { command: 'nn' }), language: 'nn' });
    await house.does.listMyLookups(house.ask('author', { command: 'before' }));

    const listed = await house.does.listMyLookups(house.ask('author', { command: 'list' }));

    expect(rowsOf(listed)).toHaveLength(1);
  });

  it('goes on where it was', async () => {
    const house = aHouse();
    putReferral(house);
    for (let look = 0; look < 11; look += 1) await opens(house, `open ${String(look)}`);

    const first = await house.does.listMyLookups(house.ask('author', { command: 'first' }));
    const before = first.ok ? first.value.older : undefined;
    const rest = await house.does.listMyLookups({
      ...house.ask('author', { command: 'rest' }),
      ...(before === undefined ? {} : { before }),
    });

    expect([rowsOf(first), rowsOf(rest)]).toMatchObject([{ length: 10 }, { length: 1 }]);
  });

  it('shows no code of a case that is erased', async () => {
    const house = aHouse();
    putReferral(house);
    await opens(house, 'open');
    house.inside.cases.clear();

    const listed = await house.does.listMyLookups(house.ask('author', { command: 'list' }));

    expect(rowsOf(listed)).toEqual([['open-case', true, undefined]]);
  });

  it('is refused to somebody removed, and shows nothing when the look cannot be recorded', async () => {
    const house = aHouse();

    const refused = await house.does.listMyLookups(house.ask('gone'));
    house.inside.people.clear();

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(house.events()).toMatchObject([{ operation: 'list-my-lookups', allowed: false }]);
    await expect(house.does.listMyLookups(house.ask('author'))).rejects.toThrow('not in the directory');
  });
});
