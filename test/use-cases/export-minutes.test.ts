import { aDisqualification } from '../builders/cases';
import { caseCode, caseId, meetingId, NOON, personId } from '../builders/ids';
import { inTime } from '../fakes/fake-world';
import { plusMs } from '../../src/domain/time';
import { type House, type Who } from './asking';
import { afterMeeting, approves, MEETING, NO, putMinuted } from './minuted';

const exportsTo = (house: House, who: Who) =>
  house.does.exportMinutes({ ...house.ask(who, { command: 'export' }), ...MEETING });
const tokenFor = async (house: House, who: Who): Promise<string> => {
  const offer = await exportsTo(house, who);
  return offer.ok ? offer.value.token : '';
};
const fetches = (house: House, token: string) =>
  house.does.downloadFile({ token, at: plusMs(NOON, 60_000), within: inTime() });

describe('exportMinutes', () => {
  it.each<Who>(['chair', 'coordinator', 'member'])('offers a link for five minutes to: %s', async who => {
    const house = afterMeeting();

    const token = await tokenFor(house, who);

    expect(house.tickets.open(token)).toMatchObject({
      person: house.who[who].person.id,
      what: { kind: 'minutes', meetingId: meetingId() },
      expiresAt: plusMs(NOON, 5 * 60_000),
    });
    expect(house.events().at(-1)).toMatchObject({ operation: 'export-minutes', subject: meetingId() });
  });

  it.each<Who>(['author', 'owner', 'admin', 'leader', 'gone'])('offers none to: %s', async who => {
    expect(await exportsTo(afterMeeting(), who)).toEqual(NO);
  });

  it('T28 gives once what its holder may see when they fetch it, and keeps that they did', async () => {
    const house = afterMeeting();
    await approves(house);
    const token = await tokenFor(house, 'member');
    putMinuted(house, 'one', {
      kase: { disqualified: [aDisqualification(personId('medlem-dps'))] },
      item: { number: 1 },
    });

    const [first, again] = [await fetches(house, token), await fetches(house, token)];

    expect(first).toMatchObject({
      value: { file: { kind: 'minutes', minutes: { partial: true, items: [{ code: caseCode('two') }] } } },
    });
    expect(again).toEqual(NO);
    expect(house.events().at(-1)).toMatchObject({
      operation: 'download-minutes',
      by: { person: 'medlem-dps' },
      rule: 'open-minutes/member',
    });
  });

  it('asks the policy again when it is fetched', async () => {
    const house = afterMeeting();
    const token = await tokenFor(house, 'member');
    house.enrol({ ...house.who.member.person, roles: ['leader'] });

    expect(await fetches(house, token)).toEqual(NO);
    expect(house.inside.cases.has(caseId('one'))).toBe(true);
  });
});
