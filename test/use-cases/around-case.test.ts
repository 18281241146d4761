import { type CaseState } from '../../src/domain/case';
import { type Meeting } from '../../src/domain/meeting';
import { aroundCase } from '../../src/use-cases/around-case';
import { anItem } from '../builders/cases';
import { day, instant, meetingId, NOON } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { aHouse, counted, putReferral, type Who } from './asking';

const moved = { on: day('2026-12-14'), startsAt: instant('2026-12-14T08:00') };
type On = {
  readonly meeting?: Meeting;
  readonly at?: string;
  readonly state?: CaseState;
  readonly who?: Who;
};
const around = async ({
  meeting,
  at = '2026-12-04T11:00',
  state = 'ready-for-review',
  who = 'author',
}: On) => {
  const house = aHouse();
  if (meeting !== undefined) house.putMeeting(meeting);
  house.putItem(anItem());
  const kase = putReferral(house, {
    ...{ state, presented: true },
    ...(meeting === undefined ? {} : { meetingId: meetingId() }),
  });
  const { world, calls } = counted(house);
  const found = await aroundCase(world, house.ask(who, { at: instant(at) }), kase);
  return { ...found, calls };
};

describe('aroundCase', () => {
  it.each<[string, CaseState, Meeting, string]>([
    ['a referral', 'ready-for-review', aRunningMeeting(moved), '2026-12-14T08:30'],
    ['a referral left undecided', 'ready-for-review', aRunningMeeting(moved), '2026-12-15T08:30'],
    ['one awaiting consent', 'awaiting-consent', aRunningMeeting(moved), '2026-12-14T08:30'],
    ['a participant', 'active', aRunningMeeting(moved), '2026-12-14T08:30'],
    ['one just taken in, on the day of the series', 'mapping', aRunningMeeting(), '2026-12-09T08:30'],
  ])('finds the item on the day the meeting is really held: %s', async (...[, state, meeting, at]) => {
    expect((await around({ meeting, at, state })).found?.meeting.id).toBe(meetingId());
  });

  it.each<[string, CaseState, string]>([
    ['before it, on the day of the series', 'ready-for-review', '2026-12-09T08:30'],
    ['before it, on the day of the series', 'active', '2026-12-09T08:30'],
    ['the day after', 'active', '2026-12-15T08:30'],
  ])('finds none %s: %s', async (_, state, at) => {
    expect((await around({ meeting: aMeeting(moved), at, state })).found).toBeUndefined();
  });

  it('tells the day the agenda it stands on is really held', async () => {
    expect((await around({ meeting: aMeeting(moved) })).nextOn).toBe('2026-12-14');
  });

  it('tells the day of the next, when that one is cancelled', async () => {
    const cancelled: Meeting = {
      ...aMeeting(),
      ...{ state: 'cancelled', reason: 'too-few', cancelledAt: NOON },
    };

    expect((await around({ meeting: cancelled })).nextOn).toBe('2026-12-23');
  });

  it('reads one meeting for a case on an agenda to come, and none for what waits for no meeting', async () => {
    const onAgenda = await around({ meeting: aMeeting() });
    const [fresh, mapped] = [
      await around({ state: 'submitted' }),
      await around({ meeting: aMeeting(), state: 'mapping' }),
    ];

    expect(onAgenda.calls).toEqual(['meetings.load']);
    expect([fresh.calls, mapped.calls]).toEqual([[], []]);
  });
});
