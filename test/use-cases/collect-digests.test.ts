import fc from 'fast-check';
import { briefOf } from '../../src/domain/action';
import { DIGEST_TIME, nextReminder } from '../../src/domain/ladder';
import { isWorkingDay, type LocalDate, plusDays, plusMs, type TimeOfDay } from '../../src/domain/time';
import { collectDigests } from '../../src/use-cases/collect-digests';
import { aCalendar } from '../builders/calendar';
import { aCase, aConsent, anAction, doneAction } from '../builders/cases';
import { actionId, day, instant, personId } from '../builders/ids';
import { aCoordinator, aPerson } from '../builders/people';
import { type FakeWorld, inTime } from '../fakes/fake-world';
import { aScene } from '../reminders/scene';

const OWNER = personId('ansvarlig');
const STAND_IN = personId('stedfortreder');
/** Monday 7 December 2026, 08:30 in Bergen. */
const MONDAY = instant('2026-12-07T07:30');

type Over = {
  readonly task?: Parameters<typeof anAction>[0];
  readonly kase?: Parameters<typeof aCase<'mapping'>>[0];
};
const aTaskDue = ({ task = {}, kase = {} }: Over = {}) => {
  const scene = aScene();
  scene.setNow(MONDAY);
  const action = anAction({ due: day('2026-12-09'), ...task });
  scene.putTask(action, MONDAY);
  scene.putCase(aCase({ state: 'mapping', actions: [briefOf(action)], ...kase }));
  return { scene, action };
};
const digestsIn = ({ inside }: FakeWorld) =>
  [...inside.outbox.values()].map(({ entry: { errand, at } }) => ({
    to: errand.kind === 'digest' ? errand.to : errand.kind,
    on: errand.kind === 'digest' ? errand.on : undefined,
    at,
  }));
const remindAtIn = ({ inside }: FakeWorld) => [...inside.actions.values()].map(({ remindAt }) => remindAt);

describe('collectDigests', () => {
  it('rings for the owner, now, and moves the task to its next rung', async () => {
    const { scene, action } = aTaskDue();

    const done = await collectDigests(scene)(action, MONDAY, inTime());

    expect(done).toBe('done');
    expect(digestsIn(scene)).toEqual([{ to: OWNER, on: '2026-12-07', at: MONDAY }]);
    expect(remindAtIn(scene)).toEqual([instant('2026-12-09T04:00')]);
  });

  it('records it as the system’s', async () => {
    const { scene, action } = aTaskDue();

    await collectDigests(scene)(action, MONDAY, inTime());

    expect(scene.events()).toMatchObject([
      {
        by: { person: 'system', roles: [] },
        operation: 'remind',
        subject: action.id,
        caseId: action.caseId,
        rule: 'system',
        allowed: true,
        disclosed: [],
        commandId: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    ]);
  });

  it('rings once a day for all the tasks of one owner', async () => {
    const { scene, action } = aTaskDue();
    const other = anAction({ ...action, id: actionId('other') });
    scene.putTask(other, MONDAY);

    await collectDigests(scene)(action, MONDAY, inTime());
    await collectDigests(scene)(other, MONDAY, inTime());

    expect(digestsIn(scene)).toHaveLength(1);
  });

  it('rings once when it is cut off before the task is moved', async () => {
    const { scene, action } = aTaskDue();
    const cases = { ...scene.cases, commit: () => Promise.reject(new Error('died')) };
    await expect(collectDigests({ ...scene, cases })(action, MONDAY, inTime())).rejects.toThrow('died');

    await collectDigests(scene)(action, plusMs(MONDAY, 60_000), inTime());

    expect(digestsIn(scene)).toHaveLength(1);
    expect(remindAtIn(scene)).toEqual([instant('2026-12-09T04:00')]);
  });

  it('rings for the stand-in too from the day after', async () => {
    const { scene, action } = aTaskDue({ task: { due: day('2026-12-04'), standIn: STAND_IN } });
    scene.join(aPerson({ id: STAND_IN, roles: [] }));

    await collectDigests(scene)(action, MONDAY, inTime());

    expect(digestsIn(scene).map(({ to }) => to)).toEqual([OWNER, STAND_IN]);
  });

  it('rings for the coordinators five working days after, and then no more', async () => {
    const { scene, action } = aTaskDue({ task: { due: day('2026-11-30') } });
    scene.join(aCoordinator({ id: personId('sluttet'), removedOn: day('2026-12-01') }));

    await collectDigests(scene)(action, MONDAY, inTime());

    expect(digestsIn(scene).map(({ to }) => to)).toEqual([OWNER, personId('koordinator')]);
    expect(remindAtIn(scene)).toEqual([undefined]);
  });

  it('rings for nobody when the case has ended, nor ever again', async () => {
    const { scene, action } = aTaskDue({ kase: { state: 'withdrawn' as never } });

    await collectDigests(scene)(action, MONDAY, inTime());

    expect(digestsIn(scene)).toEqual([]);
    expect(remindAtIn(scene)).toEqual([undefined]);
  });

  it.each<[string, Over]>([
    ['the case rests', { kase: { pausedUntil: day('2026-12-18') } }],
    ['consent has run out', { kase: { consent: aConsent({ until: day('2026-12-06') }) } }],
    ['the clock has said that it has', { kase: { state: 'consent-expired' as never } }],
    [
      'there is no consent yet and the title is no early one',
      { kase: { state: 'awaiting-consent' as never } },
    ],
  ])('rings for nobody when %s, but keeps the rung for the next working morning', async (_, over) => {
    const { scene, action } = aTaskDue(over);

    await collectDigests(scene)(action, MONDAY, inTime());

    expect(digestsIn(scene)).toEqual([]);
    expect(remindAtIn(scene)).toEqual([instant('2026-12-08T04:00')]);
  });

  it('rings before consent for one of the neutral beginnings', async () => {
    const { scene, action } = aTaskDue({
      task: { title: 'follow-up-consent' },
      kase: { state: 'awaiting-consent' as never },
    });

    await collectDigests(scene)(action, MONDAY, inTime());

    expect(digestsIn(scene)).toHaveLength(1);
  });

  it('rings no more for a task that is done', async () => {
    const { scene, action } = aTaskDue();
    scene.putTask(doneAction({ due: action.due }), MONDAY);

    await collectDigests(scene)(action, MONDAY, inTime());

    expect(digestsIn(scene)).toEqual([]);
    expect(remindAtIn(scene)).toEqual([undefined]);
  });

  it('keeps the task’s detail, and what was tried before it, as they lie', async () => {
    const { scene, action } = aTaskDue();
    const key = `${action.caseId}/${action.id}`;
    const file = scene.inside.actions.get(key);
    const detail = { origin: action.agency, section: 'C', revision: 1, box: 'sealed' } as const;
    const tried = { origin: action.agency, section: 'D', revision: 1, box: 'lar' } as const;
    if (file !== undefined) scene.inside.actions.set(key, { ...file, detail, tried });

    await collectDigests(scene)(action, MONDAY, inTime());

    expect(scene.inside.actions.get(key)).toMatchObject({ detail, tried });
  });

  it('keeps a rung of the informed-clock that has come and not rung', async () => {
    const { scene, action } = aTaskDue({
      task: { title: 'follow-up-consent' },
      kase: {
        state: 'awaiting-consent' as never,
        informed: 'no-contact',
        submittedAt: instant('2026-11-23T10:00'),
      },
    });

    await collectDigests(scene)(action, MONDAY, inTime());

    expect([...scene.inside.cases.values()][0]?.clockAt).toBe(instant('2026-12-07T07:00'));
  });

  it('leaves a task that is not there', async () => {
    const scene = aScene();

    const done = await collectDigests(scene)(anAction(), MONDAY, inTime());

    expect(done).toBe('no-task');
  });

  it('rings at the hour its reader chose, of those the rung is collected for before anybody’s', async () => {
    const { scene, action } = aTaskDue();
    const early = instant('2026-12-07T04:00');
    scene.join(aPerson({ id: OWNER, roles: [], digestAt: '07:00' as TimeOfDay }));

    await collectDigests(scene)(action, early, inTime());

    expect(digestsIn(scene)).toEqual([{ to: OWNER, on: '2026-12-07', at: instant('2026-12-07T06:00') }]);
  });

  it('rings for an owner who is away when they are back, and for whoever stands in meanwhile', async () => {
    const { scene, action } = aTaskDue({ task: { standIn: STAND_IN } });
    scene.join(aPerson({ id: STAND_IN, roles: [] }));
    const absence = { from: day('2026-12-07'), to: day('2026-12-11') };
    scene.join(aPerson({ id: OWNER, roles: [], absence }));

    await collectDigests(scene)(action, MONDAY, inTime());

    expect(digestsIn(scene).map(({ to, on }) => [to, on])).toEqual([
      [OWNER, '2026-12-14'],
      [STAND_IN, '2026-12-07'],
    ]);
  });

  it('waits for the morning of the next working day', async () => {
    const { scene, action } = aTaskDue({ task: { due: day('2026-12-05') } });
    const saturday = instant('2026-12-05T07:30');

    await collectDigests(scene)(action, saturday, inTime());

    expect(digestsIn(scene)).toEqual([{ to: OWNER, on: '2026-12-07', at: MONDAY }]);
  });
});

describe('a year of digests', () => {
  const HOLIDAYS = ['2026-12-25', '2027-01-01', '2027-03-25', '2027-03-26', '2027-03-29'].map(day);
  const calendar = aCalendar(HOLIDAYS);
  const START = day('2026-12-14');
  const aDue = fc.integer({ min: 3, max: 110 }).map(days => plusDays(START, days));

  const arrivedDays = async (dues: readonly LocalDate[]): Promise<readonly LocalDate[]> => {
    const scene = aScene();
    const world = { ...scene, calendar };
    scene.setNow(calendar.at(START, DIGEST_TIME));
    const owner = scene.join(aPerson({ id: OWNER, roles: [] }));
    const tasks = dues.map((due, place) =>
      anAction({ id: actionId(place.toString()), due, owner: owner.id }),
    );
    tasks.forEach(task => scene.putTask(task, nextReminder(task.due, scene.inside.now, world)));
    const consent = aConsent({ until: day('2027-12-01') });
    scene.putCase(aCase({ state: 'mapping', consent, actions: tasks.map(briefOf) }));
    const { tick } = scene.replica({ world });
    const days: LocalDate[] = [];
    for (let hour = 0; hour < 24 * 125; hour += 6) {
      const before = scene.teams.arrived.filter(({ where }) => where === `chat ${OWNER}`).length;
      await tick();
      const after = scene.teams.arrived.filter(({ where }) => where === `chat ${OWNER}`).length;
      Array.from({ length: after - before }, () => days.push(calendar.dayOf(scene.inside.now)));
      scene.pass(6 * 3_600_000);
    }
    return days;
  };

  it('rings at most once a day, on working days only, and on every task’s own day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aDue, { minLength: 1, maxLength: 4 }), async dues => {
        const days = await arrivedDays(dues);

        expect(new Set(days).size).toBe(days.length);
        expect(days.filter(one => !isWorkingDay(one, calendar))).toEqual([]);
        expect(dues.filter(due => isWorkingDay(due, calendar) && !days.includes(due))).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});
