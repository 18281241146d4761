import { type Person } from '../../src/domain/people';
import { agencyId, caseCode, caseId, commandId, personId } from '../builders/ids';
import { aPerson } from '../builders/people';
import { inTime } from '../fakes/fake-world';
import { aHouse, counted, type House, putReferral, type Who } from './asking';
import { useCasesIn } from '../../src/use-cases/all';

const anOfficer = (over: Partial<Person> = {}) =>
  aPerson({
    id: personId('personvernombud'),
    roles: ['privacy-officer'],
    agency: agencyId('kronstad-dps'),
    partner: 'helse',
    ...over,
  });

/** The author and the member have opened a case; somebody without a part in it was refused. */
const looked = async () => {
  const house = aHouse();
  putReferral(house, { state: 'ready-for-review', presented: true });
  for (const who of ['author', 'member', 'admin'] as const)
    await house.does.openCase({ ...house.ask(who, { command: who }), caseId: caseId() });
  return house;
};
const peopleIn = async (house: House, asking: ReturnType<House['ask']>) => {
  const log = await house.does.openAccessLog({ ...asking, caseId: caseId() });
  return log.ok ? log.value.rows.map(({ person, allowed }) => [person, allowed]).sort() : log;
};
const askAs = (house: House, person: Person) => ({
  ...house.ask('author', { command: 'log' }),
  by: house.enrol(person),
});

describe('openAccessLog', () => {
  it('shows the coordinator who was shown something', async () => {
    const house = await looked();

    const people = await peopleIn(house, house.ask('coordinator', { command: 'log' }));

    expect(people).toEqual([
      ['innmelder', true],
      ['medlem-dps', true],
    ]);
    expect(house.events().at(-1)).toMatchObject({
      operation: 'open-access-log',
      caseId: caseId(),
      disclosed: [],
      rule: 'open-access-log/coordinator',
    });
  });

  it('T28 shows a privacy officer the own partner’s people, and what those were refused', async () => {
    const house = await looked();

    expect(await peopleIn(house, askAs(house, anOfficer()))).toEqual([['medlem-dps', true]]);
    expect(
      await peopleIn(house, askAs(house, anOfficer({ id: personId('kommunens'), partner: 'kommune' }))),
    ).toEqual([
      ['innmelder', true],
      ['tilgangsansvarlig', false],
    ]);
  });

  it.each<Who>(['author', 'member', 'owner', 'admin', 'gone'])(
    'T28 refuses %s like a case that does not exist, at the same cost',
    async who => {
      const house = await looked();
      const asking = async (id: string) => {
        const { world, calls } = counted(house);
        const does = useCasesIn(world);
        const answer = await does.openAccessLog({
          ...house.ask(who, { command: `${who} ${id}` }),
          caseId: caseId(id),
        });
        return { answer, calls };
      };

      const [real, none] = [await asking('case'), await asking('none')];

      expect(real.answer).toEqual({ ok: false, error: { kind: 'not-available' } });
      expect(none).toEqual(real);
    },
  );

  it('keeps the code somebody wrote, and nothing else, when it refuses', async () => {
    const house = await looked();

    await house.does.openAccessLog({ ...house.ask('member'), caseId: caseId(), typed: caseCode() });

    expect(house.events().at(-1)).toMatchObject({ subject: caseCode(), allowed: false });
  });

  it('shows ten at a time', async () => {
    const house = await looked();
    for (let look = 0; look < 12; look += 1)
      await house.does.openCase({
        ...{ commandId: commandId(String(look)), by: house.who.member, within: inTime() },
        ...{ account: house.ask('member').account, at: house.inside.now, caseId: caseId() },
      });

    const first = await house.does.openAccessLog({ ...house.ask('coordinator'), caseId: caseId() });
    const before = first.ok ? first.value.older : undefined;
    const rest = await house.does.openAccessLog({
      ...house.ask('coordinator', { command: 'rest' }),
      ...{ caseId: caseId(), ...(before === undefined ? {} : { before }) },
    });

    expect(first).toMatchObject({ value: { code: caseCode(), rows: { length: 10 } } });
    expect(rest).toMatchObject({ value: { rows: { length: 4 } } });
    expect(rest).not.toHaveProperty('value.older');
  });
});
