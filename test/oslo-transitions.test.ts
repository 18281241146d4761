import { osloCalendar } from '../src/calendar';
import { isLocalDate, isTimeOfDay } from '../src/domain/time';

const MINUTE = 60_000;
const AROUND = 180;
const [FIRST, LAST] = [2025, 2040];

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Europe/Oslo', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
  ...{ hour: '2-digit', minute: '2-digit' },
});

/** What the wall clock shows at a moment, "2026-03-29 01:59": asked of Intl part by part. */
const shownAt = (moment: number): string => {
  const parts = Object.fromEntries(CLOCK.formatToParts(moment).map(({ type, value }) => [type, value]));
  const { year = '', month = '', day = '', hour = '', minute = '' } = parts;
  return `${year}-${month}-${day} ${hour}:${minute}`;
};
/** The same for a clock that is never changed: the name of a minute as a number, and back. */
const plain = (moment: number): string => new Date(moment).toISOString().slice(0, 16).replace('T', ' ');
const numbered = (wall: string): number => Date.parse(`${wall.replace(' ', 'T')}:00Z`);
const aheadAt = (moment: number): number => numbered(shownAt(moment)) - moment;

/** The moment between these from which the wall clock goes otherwise than at `from`. */
const changeBetween = (from: number, to: number): number => {
  if (to - from === MINUTE) return to;
  const middle = from + Math.floor((to - from) / MINUTE / 2) * MINUTE;
  return aheadAt(middle) === aheadAt(from) ? changeBetween(middle, to) : changeBetween(from, middle);
};

const DAYS = Array.from(
  { length: (Date.UTC(LAST + 1, 0, 1) - Date.UTC(FIRST, 0, 1)) / (1_440 * MINUTE) },
  (_, place) => Date.UTC(FIRST, 0, 1) + place * 1_440 * MINUTE,
);
/** Found, not reckoned: every day that ends on another offset than it began on. */
const TRANSITIONS = DAYS.filter(from => aheadAt(from) !== aheadAt(from + 1_440 * MINUTE)).map(from =>
  changeBetween(from, from + 1_440 * MINUTE),
);

/** Every minute of UTC in the hours around a change, by what the wall clock shows then: none, one or two. */
const momentsAround = (change: number): ReadonlyMap<string, readonly number[]> => {
  const shown = new Map<string, number[]>();
  for (let away = -2 * AROUND; away <= 2 * AROUND; away += 1) {
    const moment = change + away * MINUTE;
    const wall = shownAt(moment);
    shown.set(wall, [...(shown.get(wall) ?? []), moment]);
  }
  return shown;
};

/**
 * The rule: a time the clock shows is its moment, the first where it is shown twice; one that is skipped is as much
 * after the change as it would have been had the clock not been changed.
 */
const expectedAt = (wall: string, change: number): number => {
  const [first] = momentsBy(change).get(wall) ?? [];
  return first ?? numbered(wall) - aheadAt(change - MINUTE);
};
const known = new Map<number, ReadonlyMap<string, readonly number[]>>();
const momentsBy = (change: number): ReadonlyMap<string, readonly number[]> => {
  const found = known.get(change) ?? momentsAround(change);
  known.set(change, found);
  return found;
};

const calendar = osloCalendar();
const told = (wall: string): string => {
  const [on = '', time = ''] = wall.split(' ');
  if (!isLocalDate(on) || !isTimeOfDay(time)) throw new Error(`"${wall}" is no time`);
  return calendar.at(on, time);
};
/** Every minute of the wall clock from three hours before the change to three hours after, by either reckoning. */
const wallsAround = (change: number): readonly string[] => {
  const [from, to] = [change - MINUTE, change].map(moment => moment + aheadAt(moment));
  const [least, most] = [Math.min(from ?? 0, to ?? 0), Math.max(from ?? 0, to ?? 0)];
  const count = (most - least) / MINUTE + 2 * AROUND + 1;
  return Array.from({ length: count }, (_, place) => plain(least + (place - AROUND) * MINUTE));
};

describe('T29 the wall clock of Oslo', () => {
  it('is changed thirty-two times from 2025 to 2040, always at one o’clock UTC', () => {
    expect(TRANSITIONS).toHaveLength(32);
    expect(new Set(TRANSITIONS.map(change => plain(change).slice(11)))).toEqual(new Set(['01:00']));
    expect(TRANSITIONS.map(change => new Date(change).getUTCMonth())).toEqual(
      Array.from({ length: 16 }, () => [2, 9]).flat(),
    );
  });

  it.each(TRANSITIONS.map(change => [plain(change), change] as const))(
    'shows every minute for three hours around %s as the rule has it',
    (_, change) => {
      const walls = wallsAround(change);

      const wrong = walls.filter(wall => Date.parse(told(wall)) !== expectedAt(wall, change));

      expect(walls.length).toBeGreaterThanOrEqual(2 * AROUND + 60);
      expect(wrong).toEqual([]);
    },
  );

  it.each(TRANSITIONS.map(change => [plain(change), change] as const))(
    'skips or repeats an hour at %s, and no other minute',
    (_, change) => {
      const times = wallsAround(change).map(wall => momentsBy(change).get(wall)?.length ?? 0);

      const odd = times.filter(count => count !== 1);

      const isSpring = new Date(change).getUTCMonth() === 2;
      expect(odd).toEqual(Array.from({ length: 60 }, () => (isSpring ? 0 : 2)));
    },
  );
});
