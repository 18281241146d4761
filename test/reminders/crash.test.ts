import { briefOf } from '../../src/domain/action';
import { aCase, anAction } from '../builders/cases';
import { caseId, day, instant, meetingId } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { anEntry } from '../builders/outbox';
import { aCoordinator } from '../builders/people';
import { aFuse, fused, type Fuse } from './fuse';
import { aScene, LEASE_MS, type Scene } from './scene';

const MORNING = instant('2026-12-04T07:30');

/** One of everything: a task that rings, a case to be laid with its two cards, a notice, a chat to be opened. */
const aMorning = (): Scene => {
  const scene = aScene();
  scene.setNow(MORNING);
  const task = anAction({ caseId: caseId('mapping'), due: day('2026-12-08') });
  scene.putTask(task, MORNING);
  scene.putCase(aCase({ id: caseId('mapping'), state: 'mapping', actions: [briefOf(task)] }));
  scene.putCase(aCase({ id: caseId('laid'), state: 'ready-for-review' }));
  scene.putCase(aCase());
  scene.join(aCoordinator(), false);
  scene.putMeeting(aMeeting({ publishedAt: MORNING, agenda: [caseId('laid')] }));
  scene.post({ kind: 'post-agenda', meetingId: meetingId() });
  scene.post({
    ...{ kind: 'put-on-agenda', meetingId: meetingId(), caseId: caseId('laid') },
    ...{ number: 1, item: 'new-candidate' },
  });
  scene.post(anEntry().errand);
  return scene;
};
const EXPECTED = ['agenda', 'digest', 'item', 'notice'];

const replicaWith = (scene: Scene, fuse: Fuse) =>
  scene.replica({
    world: {
      cases: fused(scene.cases, fuse),
      people: fused(scene.people, fuse),
      meetings: fused(scene.meetings, fuse),
      outbox: fused(scene.outbox, fuse),
      channel: fused(scene.channel, fuse),
    },
    teams: fused(scene.teams.messenger, fuse),
  });

/** A replica dies at the fuse, and another takes over when its lease has ended. */
const crashedAt = async (at: number, when: Fuse['when']) => {
  const scene = aMorning();
  const fuse = aFuse(at, when);
  await replicaWith(scene, fuse).tick();
  const second = scene.replica({ holder: 'replica-2' });
  for (let turn = 0; turn < 4; turn += 1) {
    scene.pass(LEASE_MS + 1_000);
    await second.tick();
  }
  return {
    at,
    when,
    diedAt: fuse.diedAt,
    kinds: scene.teams.arrived.map(one => one.letter.message.kind).sort(),
    scene,
  };
};

const SENDS = ['toPerson', 'toChannel', 'edit'];
/** Only between a send and its acknowledgement may one go out again. */
const mayRepeat = ({
  diedAt = '',
  when,
}: {
  readonly diedAt: string | undefined;
  readonly when: Fuse['when'];
}) => (when === 'after' ? SENDS.includes(diedAt) : diedAt === 'acknowledge');

const stepsOfWholeMorning = async (): Promise<number> => {
  const fuse = aFuse();
  await replicaWith(aMorning(), fuse).tick();
  return fuse.steps;
};

describe('a crash', () => {
  it('does not happen: everything is sent once', async () => {
    const { kinds, diedAt } = await crashedAt(Infinity, 'before');

    expect(diedAt).toBeUndefined();
    expect(kinds).toEqual(EXPECTED);
  });

  it.each(['before', 'after'] as const)('%s any step loses nothing', async when => {
    const steps = await stepsOfWholeMorning();

    const runs = await Promise.all(Array.from({ length: steps }, (_, step) => crashedAt(step + 1, when)));

    const lossy = runs.filter(({ kinds }) => EXPECTED.some(kind => !kinds.some(one => one === kind)));
    expect(lossy.map(({ at, diedAt }) => [at, diedAt])).toEqual([]);
    expect(steps).toBeGreaterThan(40);
  });

  it.each(['before', 'after'] as const)('%s any step sends at most one extra, where it must', async when => {
    const steps = await stepsOfWholeMorning();

    const runs = await Promise.all(Array.from({ length: steps }, (_, step) => crashedAt(step + 1, when)));

    const extra = runs.filter(run => run.kinds.length > EXPECTED.length);
    expect(extra.filter(run => !mayRepeat(run)).map(({ at, diedAt }) => [at, diedAt])).toEqual([]);
    expect(extra.filter(({ kinds }) => kinds.length > EXPECTED.length + 1)).toEqual([]);
    expect(extra.length).toBeGreaterThan(0);
  });

  it('leaves nothing in flight for ever', async () => {
    const steps = await stepsOfWholeMorning();

    const runs = await Promise.all(Array.from({ length: steps }, (_, step) => crashedAt(step + 1, 'after')));

    const states = runs.flatMap(({ scene }) => [...scene.inside.outbox.values()].map(({ state }) => state));
    expect(new Set(states)).toEqual(new Set(['sent']));
  });

  it('between a digest and its task’s next rung doubles nothing', async () => {
    const scene = aMorning();
    const cases = { ...scene.cases, commit: () => Promise.reject(new Error('died')) };
    await scene.replica({ world: { cases } }).tick();

    await scene.replica().tick();

    const digests = scene.teams.arrived.filter(({ letter }) => letter.message.kind === 'digest');
    expect(digests.map(({ where }) => where)).toEqual(['chat ansvarlig']);
  });
});
