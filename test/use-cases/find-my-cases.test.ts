import { briefOf } from '../../src/domain/action';
import { CASE_STATES } from '../../src/domain/case';
import { findMyCases } from '../../src/use-cases/find-my-cases';
import { aCase, aDisqualification, anAction } from '../builders/cases';
import { caseCode, caseId, instant, personId } from '../builders/ids';
import { aHouse, COORDINATOR, type House, putTaskIn, type Who } from './asking';

const put = (house: House, name: string, over: Parameters<typeof aCase>[0] = {}) => {
  const kase = house.putCase(aCase({ id: caseId(name), code: caseCode(name), ...over }));
  house.inside.codes.set(kase.code, kase.id);
};

const finds = async (house: House, who: Who, typed = ''): Promise<readonly string[]> => {
  const found = await house.does.findMyCases({ ...house.ask(who), typed });
  return found.ok ? found.value : ['refused'];
};

/** What is asked of the ports for it, in order. */
const asks = async (house: House, who: Who, typed: string) => {
  const asked: string[] = [];
  const counting = <Port extends object>(port: Port): Port =>
    new Proxy(port, {
      get: (target, name): unknown => {
        asked.push(String(name));
        return Reflect.get(target, name);
      },
    });
  const world = { ...house, cases: counting(house.cases), people: counting(house.people) };
  const found = await findMyCases(world)({ ...house.ask(who), typed });
  return { asked, found };
};

describe('findMyCases', () => {
  it('finds what one sent in, newest first', async () => {
    const house = aHouse();
    put(house, 'old', { submittedAt: instant('2026-11-01T08:00') });
    put(house, 'new', { submittedAt: instant('2026-12-01T08:00') });
    put(house, 'another’s', { author: personId('kollega') });

    expect(await finds(house, 'author')).toEqual([caseCode('new'), caseCode('old')]);
  });

  it('finds for the group what has been on an agenda, and for the coordinator everything', async () => {
    const house = aHouse();
    put(house, 'presented', { presented: true, submittedAt: instant('2026-12-02T08:00') });
    put(house, 'new', { presented: false, submittedAt: instant('2026-12-01T08:00') });

    expect(await finds(house, 'member')).toEqual([caseCode('presented')]);
    expect(await finds(house, 'coordinator')).toEqual([caseCode('presented'), caseCode('new')]);
  });

  it('finds for an owner the case of their task, once', async () => {
    const house = aHouse();
    const action = anAction({ caseId: caseId('worked on') });
    const kase = aCase({ id: caseId('worked on'), code: caseCode('worked on'), state: 'mapping' });
    putTaskIn(house, { kase, action });
    const another = anAction({ caseId: kase.id, id: anAction().id.replace(/^./, 'f') as typeof action.id });
    house.putCase({ ...kase, actions: [briefOf(action), briefOf(another)] });
    house.putTask(another);

    expect(await finds(house, 'owner')).toEqual([caseCode('worked on')]);
  });

  it('finds it by how its code begins, as people type it, and by nothing else', async () => {
    const house = aHouse();
    put(house, 'mine');
    const code = caseCode('mine');
    const bare = code.replaceAll('-', '').toLowerCase();

    const found = await Promise.all(
      [code, code.slice(0, 6), bare, bare.slice(2, 5), 's', ' su '].map(typed =>
        finds(house, 'author', typed),
      ),
    );
    const missed = await Promise.all(
      [`${code}9`, code.slice(-4), 'Navn Navnesen', 'Innmelder', 'submitted', caseId('mine')].map(typed =>
        finds(house, 'author', typed),
      ),
    );

    expect(found.flat()).toEqual(found.map(() => code));
    expect(missed.flat()).toEqual([]);
  });

  it('finds what is over by the whole of its code, where one may open every case', async () => {
    const house = aHouse();
    const over = { at: instant('2027-01-08T08:00'), by: COORDINATOR, ref: '2026/1' };
    put(house, 'over', { state: 'concluded', reason: 'ordinary', presented: true, archived: over });
    const code = caseCode('over');
    const asks = [code, code.toLowerCase().replaceAll('-', ' '), code.slice(0, -1), ''];

    const found = await Promise.all(asks.map(typed => finds(house, 'coordinator', typed)));

    expect(found).toEqual([[code], [code], [], []]);
    expect(await finds(house, 'author', code.slice(0, 6))).toEqual([code]);
  });

  it('finds ten at the most', async () => {
    const house = aHouse();
    Array.from({ length: 12 }, (_, n) => {
      put(house, `case ${String(n)}`);
    });

    expect(await finds(house, 'author')).toHaveLength(10);
  });

  it.each(CASE_STATES)('finds no case that one is disqualified from: %s', async state => {
    const house = aHouse();
    put(house, 'kin', { state, presented: true, disqualified: [aDisqualification(COORDINATOR)] });

    expect(await finds(house, 'coordinator')).toEqual([]);
    expect(await finds(house, 'standIn')).toEqual([caseCode('kin')]);
  });

  it('finds nothing of an agency that its author has left', async () => {
    const house = aHouse();
    put(house, 'left behind', { origin: aHouse().who.member.person.agency });

    expect(await finds(house, 'author')).toEqual([]);
  });

  it.each(['author', 'colleague', 'member', 'owner', 'admin', 'leader'] as const)(
    'T12 finds %s the same, and asks the same, for a code of others and for one of nobody',
    async who => {
      const house = aHouse();
      put(house, 'mine');
      put(house, 'of others', { author: personId('en-annen') });

      const ofOthers = await asks(house, who, caseCode('of others'));
      const ofNobody = await asks(house, who, caseCode('of nobody'));
      const inPart = await asks(house, who, caseCode('of others').slice(0, 7));

      expect(ofOthers).toEqual({ asked: ofOthers.asked, found: { ok: true, value: [] } });
      expect([ofNobody, inPart]).toEqual([ofOthers, ofOthers]);
      expect(ofOthers.asked.length).toBeGreaterThan(0);
    },
  );

  it('refuses whoever was removed, and keeps the refusal', async () => {
    const house = aHouse();
    put(house, 'any');

    expect(await finds(house, 'gone')).toEqual(['refused']);
    expect(house.events().at(-1)).toMatchObject({ operation: 'find-my-cases', allowed: false });
  });

  it('is a look at one’s own list: kept before anything is found, without what was typed', async () => {
    const house = aHouse();
    put(house, 'mine');

    await finds(house, 'author', caseCode('mine'));

    expect(house.events().at(-1)).toMatchObject({ operation: 'find-my-cases', allowed: true, disclosed: [] });
    expect(JSON.stringify(house.events().at(-1))).not.toContain(caseCode('mine').slice(3, 7));
  });
});
