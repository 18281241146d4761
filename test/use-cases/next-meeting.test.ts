import fc from 'fast-check';
import { type Meeting, type PlannedMeeting } from '../../src/domain/meeting';
import { type LocalDate, plusDays } from '../../src/domain/time';
import { comingMeetings, meetingById, neighboursOf, nextMeeting } from '../../src/use-cases/next-meeting';
import { day, instant, meetingId, NOON } from '../builders/ids';
import { aMeeting, anEndedMeeting, aProgramme, aRunningMeeting } from '../builders/meetings';
import { inTime } from '../fakes/fake-world';
import { aHouse, counted, type House } from './asking';

const on = (series: string, held = series): Pick<PlannedMeeting, 'id' | 'on' | 'startsAt'> => ({
  id: meetingId(series),
  on: day(held),
  startsAt: instant(`${held}T08:00`),
});
const cancelled = (series: string): Meeting => ({
  ...aMeeting(on(series)),
  state: 'cancelled',
  reason: 'too-few',
  cancelledAt: NOON,
});
const ended = (series: string, held = series): Meeting => anEndedMeeting(on(series, held));

const houseWith = (...meetings: readonly Meeting[]): House => {
  const house = aHouse();
  meetings.forEach(house.putMeeting);
  return house;
};
const next = async (house: House, today: string) => {
  const { meeting } = await nextMeeting(house, day(today), inTime());
  return [meeting.id, meeting.on, meeting.state];
};

describe('nextMeeting', () => {
  it.each([
    ['the first of the series before it has begun', '2026-11-01', '2026-11-25'],
    ['the one on that day', '2026-12-09', '2026-12-09'],
    ['the one after the last', '2026-12-10', '2026-12-23'],
  ])('is %s', async (_, today, expected) => {
    expect(await next(aHouse(), today)).toEqual([meetingId(expected), expected, 'planned']);
  });

  it.each<[string, readonly Meeting[], string, readonly [series: string, held: string, state: string]]>([
    [
      'moved to a later day',
      [aMeeting(on('2026-12-09', '2026-12-14'))],
      '2026-12-12',
      ['2026-12-09', '2026-12-14', 'planned'],
    ],
    [
      'moved to an earlier day',
      [aMeeting(on('2026-12-09', '2026-12-07'))],
      '2026-12-04',
      ['2026-12-09', '2026-12-07', 'planned'],
    ],
    [
      'the one after, when it was moved to a day that has been',
      [ended('2026-12-09', '2026-12-07')],
      '2026-12-08',
      ['2026-12-23', '2026-12-23', 'planned'],
    ],
    [
      'the one after, when it has ended the same day',
      [ended('2026-12-09')],
      '2026-12-09',
      ['2026-12-23', '2026-12-23', 'planned'],
    ],
    [
      'past several that were cancelled',
      [cancelled('2026-12-09'), cancelled('2026-12-23')],
      '2026-12-04',
      ['2027-01-06', '2027-01-06', 'planned'],
    ],
    [
      'moved behind the day of the one that was cancelled',
      [cancelled('2026-12-23'), aMeeting(on('2026-12-09', '2026-12-18'))],
      '2026-12-16',
      ['2026-12-09', '2026-12-18', 'planned'],
    ],
    [
      'the one nobody ended',
      [aRunningMeeting(on('2026-12-09'))],
      '2026-12-15',
      ['2026-12-09', '2026-12-09', 'running'],
    ],
    [
      'the one nobody ended, moved to a later day',
      [aRunningMeeting(on('2026-12-09', '2026-12-14'))],
      '2026-12-15',
      ['2026-12-09', '2026-12-14', 'running'],
    ],
    [
      'the one nobody ended, moved to an earlier day',
      [aRunningMeeting(on('2026-12-09', '2026-12-07'))],
      '2026-12-08',
      ['2026-12-09', '2026-12-07', 'running'],
    ],
    [
      'the one nobody ended, behind one that was cancelled',
      [aRunningMeeting(on('2026-11-25')), cancelled('2026-12-09')],
      '2026-12-15',
      ['2026-11-25', '2026-11-25', 'running'],
    ],
    [
      'the one nobody ended, before one that was moved past today',
      [aRunningMeeting(on('2026-11-25')), aMeeting(on('2026-12-09', '2026-12-18'))],
      '2026-12-15',
      ['2026-11-25', '2026-11-25', 'running'],
    ],
  ])('is %s', async (...[, meetings, today, [series, held, state]]) => {
    expect(await next(houseWith(...meetings), today)).toEqual([meetingId(series), held, state]);
  });

  it('passes over one that was never held', async () => {
    const house = houseWith(aMeeting(on('2026-12-09', '2026-12-07')));

    expect(await next(house, '2026-12-08')).toEqual([meetingId('2026-12-23'), '2026-12-23', 'planned']);
  });

  it('costs two reads, side by side', async () => {
    const { world, calls } = counted(aHouse());

    await nextMeeting(world, day('2026-12-04'), inTime());

    expect(calls).toEqual(['meetings.load', 'meetings.load']);
  });

  it('is always found, and never over nor passed, whatever was moved, cancelled or ended', async () => {
    const series = ['2026-11-25', '2026-12-09', '2026-12-23', '2027-01-06'];
    const anyMeeting = (one: string) =>
      fc
        .record({
          shift: fc.integer({ min: -6, max: 6 }),
          state: fc.constantFrom('planned', 'ended', 'cancelled', 'running' as const),
        })
        .map(({ shift, state }): Meeting => {
          const at = on(one, plusDays(day(one), shift));
          if (state === 'cancelled') return { ...cancelled(one), ...at };
          if (state === 'ended') return anEndedMeeting(at);
          return state === 'running' ? aRunningMeeting(at) : aMeeting(at);
        });
    const anyDay = fc.integer({ min: 0, max: 60 }).map((n): LocalDate => plusDays(day('2026-11-20'), n));

    await fc.assert(
      fc.asyncProperty(fc.tuple(...series.map(anyMeeting)), anyDay, async (meetings, today) => {
        const { meeting } = await nextMeeting(houseWith(...meetings), today, inTime());

        expect(['planned', 'running']).toContain(meeting.state);
        expect(meeting.state === 'running' || meeting.on >= today).toBe(true);
        const earlier = meetings.filter(one => one.state === 'planned' && one.on >= today);
        expect(earlier.every(one => meeting.state === 'running' || meeting.on <= one.on)).toBe(true);
      }),
    );
  });
});

describe('comingMeetings', () => {
  it('are the next of the series on the days they are held, cancelled ones among them', async () => {
    const house = houseWith(aMeeting(on('2026-11-25', '2026-12-07')), cancelled('2026-12-23'));

    const coming = await comingMeetings(house, { today: day('2026-12-04'), most: 3 }, inTime());

    expect(coming.map(meeting => [meeting.on, meeting.state])).toEqual([
      ['2026-12-07', 'planned'],
      ['2026-12-09', 'planned'],
      ['2026-12-23', 'cancelled'],
    ]);
  });
});

describe('neighboursOf', () => {
  it('are as they are now; the first has none before it', async () => {
    const house = houseWith(aMeeting(on('2026-12-23', '2026-12-21')));

    const { before, after } = await neighboursOf(house, meetingId('2026-12-09'), inTime());

    expect([before?.on, after.on]).toEqual(['2026-11-25', '2026-12-21']);
    expect(await neighboursOf(house, meetingId('2026-11-25'), inTime())).not.toHaveProperty('before');
  });
});

describe('meetingById', () => {
  it('finds it by the day of the series when it has moved, and knows of no other day', async () => {
    const house = houseWith(aMeeting(on('2026-12-09', '2026-12-14')));

    expect((await meetingById(house, meetingId('2026-12-09'), inTime()))?.meeting.on).toBe('2026-12-14');
    expect(await meetingById(house, meetingId('2026-12-14'), inTime())).toBeUndefined();
  });

  it('makes one as the series has it, with the link of the programme', async () => {
    const house = aHouse({ programme: aProgramme({ link: 'https://moete.example/1' }) });

    const found = await meetingById(house, meetingId('2026-12-09'), inTime());

    expect(found).toMatchObject({ meeting: { link: 'https://moete.example/1', revision: 0 } });
  });
});
