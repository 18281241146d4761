import { briefOf } from '../../src/domain/action';
import { type CaseId } from '../../src/domain/ids';
import { clockWork } from '../../src/reminders/clock-work';
import { type Deps } from '../../src/reminders/deps';
import { NO_METERS } from '../../src/reminders/meters';
import { lead } from '../../src/reminders/leading';
import { createPacer, TEAMS_LIMITS } from '../../src/reminders/pacing';
import { USUAL } from '../../src/reminders/settings';
import { untraced } from '../../src/use-cases/ports/tracing';
import { aCase, anAction } from '../builders/cases';
import { caseId, day, instant } from '../builders/ids';
import { inTime } from '../fakes/fake-world';
import { aScene, type Scene } from './scene';

/** Friday 18 December 2026, 08:30 in Bergen: day 14 of a case of the 4th. */
const MORNING = instant('2026-12-18T07:30');

const working = (scene: Scene, world: Partial<Scene> = {}): Deps => ({
  world: { ...scene, ...world },
  messenger: scene.teams.messenger,
  meters: NO_METERS,
  makeAnchor: () => Promise.resolve(0),
  anchorer: { whenDue: () => Promise.resolve(), atTheEnd: () => Promise.resolve() },
  statutes: { look: () => undefined },
  traced: untraced,
  holder: 'replica-1',
  mono: scene.mono,
  random: () => 0,
  sleep: () => Promise.resolve(),
  timeout: inTime,
  log: (event, fields) => scene.logged.push([event, ...Object.values(fields)].join(' ')),
  settings: USUAL,
  pacer: createPacer(TEAMS_LIMITS, scene.mono),
});
const turnOf = (deps: Deps, isStopping = () => false) => ({
  isStopping,
  lead: () => lead({ ...deps, outbox: deps.world.outbox }),
});

const aMorning = (ids: readonly CaseId[] = [caseId()]): Scene => {
  const scene = aScene();
  scene.setNow(MORNING);
  ids.forEach(id => scene.putCase(aCase({ id, informed: 'no-contact' }), MORNING));
  return scene;
};

describe('clockWork', () => {
  it('rings what is due and sends what that causes, in one turn', async () => {
    const scene = aMorning();
    const task = scene.putTask(anAction({ caseId: caseId('mapping'), due: day('2026-12-18') }), MORNING);
    scene.putCase(aCase({ id: caseId('mapping'), state: 'mapping', actions: [briefOf(task)] }));
    const deps = working(scene);

    const count = await clockWork(deps, turnOf(deps));

    expect(count).toBe(4);
    expect(scene.teams.arrived.map(({ where, letter }) => [where, letter.message.kind])).toEqual([
      ['chat ansvarlig', 'digest'],
      ['chat innmelder', 'notice'],
    ]);
  });

  it('does nothing while another leads', async () => {
    const scene = aMorning();
    await scene.outbox.lead('replica-2', 60_000, AbortSignal.timeout(1_000));
    const deps = working(scene);

    const count = await clockWork(deps, turnOf(deps));

    expect(count).toBe(0);
    expect(scene.events()).toEqual([]);
  });

  it('goes on with the others when one cannot be rung, and logs its id only', async () => {
    const scene = aMorning([caseId('broken'), caseId('whole')]);
    const cases = {
      ...scene.cases,
      load: (...asked: Parameters<typeof scene.cases.load>) =>
        asked[0] === caseId('broken')
          ? Promise.reject(new RangeError('a secret'))
          : scene.cases.load(...asked),
    };
    const deps = working(scene, { cases });

    await clockWork(deps, turnOf(deps));

    expect(scene.teams.arrived).toHaveLength(1);
    expect(scene.logged).toEqual([`ring-case-clock-failed ${caseId('broken')} RangeError`]);
  });

  it('still empties the outbox when what is due cannot be found', async () => {
    const scene = aMorning();
    const cases = { ...scene.cases, remindersDue: () => Promise.reject(new Error('down')) };
    const deps = working(scene, { cases });

    await clockWork(deps, turnOf(deps));

    expect(scene.teams.arrived).toHaveLength(1);
    expect(scene.logged).toEqual(['collect-digests-failed Error']);
  });

  it('rings no more once it is to stop', async () => {
    const scene = aMorning([caseId('one'), caseId('two')]);
    const deps = working(scene);

    await clockWork(
      deps,
      turnOf(deps, () => scene.events().length === 1),
    );

    expect(scene.events()).toHaveLength(1);
    expect(scene.teams.arrived).toEqual([]);
  });
});
