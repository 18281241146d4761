import { type Person } from '../../src/domain/people';
import { plusMs } from '../../src/domain/time';
import { caseCode, caseId, day, NOON } from '../builders/ids';
import { inTime } from '../fakes/fake-world';
import { aHouse, type House, putReferral } from './asking';

const MINUTE_MS = 60_000;
const NO = { ok: false, error: { kind: 'not-available' } };

const offered = async () => {
  const house = aHouse();
  putReferral(house);
  await house.does.openCase({ ...house.ask('author', { command: 'open' }), caseId: caseId() });
  const offer = await house.does.exportAccessLog({ ...house.ask('coordinator'), caseId: caseId() });
  return { house, token: offer.ok ? offer.value.token : '' };
};
const fetches = (house: House, token: string, minutes = 1) =>
  house.does.downloadFile({ token, at: plusMs(NOON, minutes * MINUTE_MS), within: inTime() });

describe('downloadFile', () => {
  it('T28 gives every row once, after the event of giving it is stored', async () => {
    const { house, token } = await offered();

    const [first, again] = [await fetches(house, token), await fetches(house, token)];

    expect(first).toMatchObject({
      value: { file: { kind: 'access-log', code: caseCode(), rows: [{ person: 'innmelder' }] } },
    });
    expect(again).toEqual(NO);
    expect(house.events().at(-1)).toMatchObject({
      operation: 'download-access-log',
      by: { person: 'koordinator' },
      caseId: caseId(),
      rule: 'export-access-log/coordinator',
    });
  });

  it('is one file for those who come at the same time', async () => {
    const { house, token } = await offered();

    const answers = await Promise.all([1, 2, 3].map(() => fetches(house, token)));

    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is over after five minutes, and for a text that is no ticket', async () => {
    const { house, token } = await offered();
    const kept = house.events().length;

    expect(await fetches(house, token, 5)).toEqual(NO);
    expect(await fetches(house, 'made up')).toEqual(NO);
    expect(house.events()).toHaveLength(kept);
    expect(await fetches(house, token, 4)).toMatchObject({ ok: true });
  });

  it('gives nothing to an account that is somebody else’s now', async () => {
    const { house, token } = await offered();
    house.enrol({ ...house.who.coordinator.person, identities: [{ tenantId: 'x', objectId: 'y' }] });

    expect(await fetches(house, token)).toEqual(NO);
  });

  it.each<[string, Partial<Person>]>([
    ['was removed', { removedOn: day('2026-12-04') }],
    ['has another role', { roles: ['member'] }],
  ])('asks the policy again, and keeps its refusal of somebody who %s', async (_, over) => {
    const { house, token } = await offered();
    house.enrol({ ...house.who.coordinator.person, ...over });

    const refused = await fetches(house, token);

    expect(refused).toEqual(NO);
    expect(house.events().at(-1)).toMatchObject({ operation: 'download-access-log', allowed: false });
  });

  it('gives nothing to somebody who is in no directory', async () => {
    const { house, token } = await offered();
    house.inside.people.clear();

    expect(await fetches(house, token)).toEqual(NO);
  });

  it('gives nothing when the event cannot be stored', async () => {
    const { house, token } = await offered();
    jest.spyOn(house.people, 'recordLookup').mockRejectedValue(new Error('full'));

    await expect(fetches(house, token)).rejects.toThrow('full');
  });
});
