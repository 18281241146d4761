import { plusMs } from '../../src/domain/time';
import { day, instant, meetingId, NOON } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { inTime } from '../fakes/fake-world';
import { aHouse, type House, type Who } from './asking';

const offered = async (house: House, who: Who = 'member'): Promise<string> => {
  const offer = await house.does.exportCalendar(house.ask(who));
  return offer.ok ? offer.value.token : '';
};
const fetched = (house: House, token: string) =>
  house.does.downloadFile({ token, at: plusMs(NOON, 60_000), within: inTime() });

describe('exportCalendar', () => {
  it.each<Who>(['member', 'coordinator', 'chair'])(
    'is for %s, and is recorded under its own name',
    async who => {
      const house = aHouse();

      expect(await offered(house, who)).not.toBe('');

      expect(house.events()).toMatchObject([{ operation: 'export-calendar', allowed: true, disclosed: [] }]);
    },
  );

  it.each<Who>(['author', 'admin', 'leader', 'gone'])('is refused %s', async who => {
    const house = aHouse();

    expect(await house.does.exportCalendar(house.ask(who))).toEqual({
      ...{ ok: false, error: { kind: 'not-available' } },
    });
    expect(house.events()).toMatchObject([{ operation: 'export-calendar', allowed: false, rule: 'none' }]);
  });
});

describe('downloadCalendar', () => {
  it('gives the next six of the series as they are held, once', async () => {
    const house = aHouse();
    const moved = { on: day('2026-12-14'), startsAt: instant('2026-12-14T08:00') };
    house.putMeeting(aMeeting(moved));
    const token = await offered(house);

    const [file, again] = [await fetched(house, token), await fetched(house, token)];

    expect(file).toMatchObject({
      value: {
        file: {
          kind: 'calendar',
          meetings: [
            { id: meetingId(), on: '2026-12-14' },
            ...['2026-12-23', '2027-01-06', '2027-01-20', '2027-02-03', '2027-02-17'].map(on => ({ on })),
          ],
        },
      },
    });
    expect(again).toMatchObject({ ok: false });
    expect(house.events().at(-1)).toMatchObject({
      operation: 'download-calendar',
      rule: 'open-agenda/member',
    });
  });

  it('is asked anew when it is fetched', async () => {
    const house = aHouse();
    const token = await offered(house);
    house.enrol({ ...house.who.member.person, roles: [] });

    expect(await fetched(house, token)).toEqual({ ok: false, error: { kind: 'not-available' } });
  });
});
