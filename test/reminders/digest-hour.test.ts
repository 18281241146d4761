import fc from 'fast-check';
import { briefOf } from '../../src/domain/action';
import { DIGEST_HOURS } from '../../src/domain/absence';
import { nextReminder } from '../../src/domain/ladder';
import { type Person } from '../../src/domain/people';
import { isWorkingDay, plusDays, type TimeOfDay } from '../../src/domain/time';
import { aCalendar } from '../builders/calendar';
import { aCase, aConsent, anAction } from '../builders/cases';
import { actionId, day, instant, personId } from '../builders/ids';
import { aPerson } from '../builders/people';
import { aScene } from './scene';

const OWNER = personId('ansvarlig');
const HALF_HOUR = 1_800_000;
const owner = (over: Partial<Person> = {}): Person => aPerson({ id: OWNER, roles: [], ...over });
const calendar = aCalendar();

/** Tasks of one owner, from five in the morning of Monday 7 December 2026. */
const aMorning = (...dues: readonly string[]) => {
  const scene = aScene();
  scene.setNow(instant('2026-12-07T04:00'));
  const tasks = dues.map((due, place) =>
    anAction({ id: actionId(place.toString()), due: day(due), owner: OWNER }),
  );
  tasks.forEach(task => scene.putTask(task, nextReminder(task.due, scene.inside.now, scene)));
  const consent = aConsent({ until: day('2027-12-01') });
  scene.putCase(aCase({ state: 'mapping', consent, actions: tasks.map(briefOf) }));
  const { tick } = scene.replica();
  const arrived = () => scene.teams.arrived.filter(({ where }) => where === `chat ${OWNER}`).length;
  /** Every half hour until then; answers when the owner was rung for. */
  const until = async (end: string): Promise<readonly string[]> => {
    const rung: string[] = [];
    while (scene.inside.now <= instant(end)) {
      const before = arrived();
      await tick();
      Array.from({ length: arrived() - before }, () => rung.push(scene.inside.now));
      scene.pass(HALF_HOUR);
    }
    return rung;
  };
  return { scene, until };
};
const at = (hour: string): Person => owner({ digestAt: hour as TimeOfDay });

describe('the hour of a digest', () => {
  it.each([
    ['06:00', '2026-12-07T05:00'],
    ['08:30', '2026-12-07T07:30'],
    ['20:00', '2026-12-07T19:00'],
  ])('is the one its reader chose, %s', async (hour, moment) => {
    const { scene, until } = aMorning('2026-12-07');
    scene.join(at(hour));

    expect(await until('2026-12-07T22:30')).toEqual([instant(moment)]);
  });

  it('is a later one at once, chosen on the day itself', async () => {
    const { scene, until } = aMorning('2026-12-07');
    const before = await until('2026-12-07T06:00');
    scene.join(at('10:00'));

    expect(before).toEqual([]);
    expect(await until('2026-12-07T22:30')).toEqual([instant('2026-12-07T09:00')]);
  });

  it('gives no second one to whoever changes it after the first', async () => {
    const { scene, until } = aMorning('2026-12-07');
    const before = await until('2026-12-07T07:30');
    scene.join(at('10:00'));

    expect(before).toHaveLength(1);
    expect(await until('2026-12-07T22:30')).toEqual([]);
  });

  it('waits until they are back, for who said on the morning itself that they are away', async () => {
    const { scene, until } = aMorning('2026-12-07', '2026-12-09');
    await until('2026-12-07T06:00');
    scene.join(owner({ absence: { from: day('2026-12-07'), to: day('2026-12-09') } }));

    expect(await until('2026-12-10T22:30')).toEqual([instant('2026-12-10T07:30')]);
  });

  it('is never before the one they have, nor twice a day or on a day off, however they change it', async () => {
    const someHour = fc.constantFrom(...DIGEST_HOURS);
    const changes = fc.array(fc.record({ after: fc.integer({ min: 1, max: 40 }), hour: someHour }), {
      maxLength: 6,
    });
    const dues = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(changes, dues, async (changed, days) => {
        const { scene, until } = aMorning(...days.map(days => plusDays(day('2026-12-07'), days)));
        const rung: { readonly on: string; readonly tooEarly: boolean; readonly isOff: boolean }[] = [];
        let hour: TimeOfDay = '08:30' as TimeOfDay;
        const pass = async (): Promise<void> => {
          for (const moment of await until(scene.inside.now)) {
            const on = calendar.dayOf(instant(moment));
            const tooEarly = moment < calendar.at(on, hour);
            rung.push({ on, tooEarly, isOff: !isWorkingDay(on, calendar) });
          }
        };
        for (const change of changed) {
          for (let step = 0; step < change.after; step += 1) await pass();
          ({ hour } = change);
          scene.join(at(hour));
        }
        for (let step = 0; step < 48 * 4; step += 1) await pass();

        expect(new Set(rung.map(({ on }) => on)).size).toBe(rung.length);
        expect(rung.filter(({ tooEarly, isOff }) => tooEarly || isOff)).toEqual([]);
        expect(rung.length).toBeGreaterThan(0);
      }),
      { numRuns: 5 },
    );
  });
});
