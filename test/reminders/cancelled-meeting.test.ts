import { type Meeting } from '../../src/domain/meeting';
import { aCase, anItem } from '../builders/cases';
import { caseId, meetingId, NOON, personId } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { aCoordinator, aMember } from '../builders/people';
import { aReference } from '../builders/outbox';
import { aFuse, fused, type Fuse } from './fuse';
import { aScene, LEASE_MS, type Scene } from './scene';

const posted = (name: string) => ({ activityId: name, conversationId: aReference().conversationId });
const cancelled: Meeting = {
  ...aMeeting({ publishedAt: NOON, agenda: [caseId()], posted: posted('agenda'), revision: 1 }),
  ...{ state: 'cancelled', reason: 'too-few', cancelledAt: NOON },
};

/** A meeting was just cancelled: what cancelling put into the outbox, and nothing of it done. */
const justCancelled = (): Scene => {
  const scene = aScene();
  scene.join(aCoordinator());
  scene.join(aMember());
  scene.putMeeting(cancelled);
  scene.putCase(aCase({ state: 'ready-for-review', presented: true, meetingId: meetingId() }));
  scene.putItem(anItem({ posted: posted('item') }));
  scene.post({ kind: 'edit-agenda', meetingId: meetingId() });
  scene.post({ kind: 'empty-agenda', meetingId: meetingId(), caseId: caseId() });
  scene.post({
    ...{ kind: 'tell-group', meetingId: meetingId(), about: 'cancelled', by: personId('koordinator') },
  });
  return scene;
};

const replicaWith = (scene: Scene, fuse: Fuse) =>
  scene.replica({
    world: {
      cases: fused(scene.cases, fuse),
      people: fused(scene.people, fuse),
      meetings: fused(scene.meetings, fuse),
      outbox: fused(scene.outbox, fuse),
    },
    teams: fused(scene.teams.messenger, fuse),
  });

const crashedAt = async (at: number, when: Fuse['when']) => {
  const scene = justCancelled();
  const fuse = aFuse(at, when);
  await replicaWith(scene, fuse).tick();
  const second = scene.replica({ holder: 'replica-2' });
  for (let turn = 0; turn < 4; turn += 1) {
    scene.pass(LEASE_MS + 1_000);
    await second.tick();
  }
  return { scene, at, steps: fuse.steps };
};
const messagesIn = ({ teams }: Scene) => teams.arrived.map(({ letter }) => letter.message);

describe('a meeting that was cancelled', () => {
  it('is told of in the channel and to everyone else once, and its case is free', async () => {
    const { scene } = await crashedAt(Infinity, 'before');

    const messages = messagesIn(scene);
    expect(messages.map(({ kind }) => kind).toSorted()).toEqual(['agenda', 'item', 'meeting-notice']);
    expect(messages.find(({ kind }) => kind === 'agenda')).toMatchObject({ meeting: { state: 'cancelled' } });
    expect(messages.find(({ kind }) => kind === 'item')).toMatchObject({ item: { closed: true } });
    expect(scene.inside.cases.get(caseId())?.kase).not.toHaveProperty('meetingId');
    expect(scene.events().filter(({ operation }) => operation === 'empty-agenda')).toHaveLength(1);
  });

  it.each(['before', 'after'] as const)('is so also when a replica dies %s any step', async when => {
    const { steps } = await crashedAt(Infinity, 'before');

    const runs = await Promise.all(Array.from({ length: steps }, (_, step) => crashedAt(step + 1, when)));

    const wrong = runs.filter(({ scene }) => {
      const kinds = messagesIn(scene).map(({ kind }) => kind);
      const freed = scene.inside.cases.get(caseId())?.kase.meetingId === undefined;
      const once = scene.events().filter(({ operation }) => operation === 'empty-agenda').length === 1;
      return (
        !freed || !once || !['agenda', 'item', 'meeting-notice'].every(kind => kinds.some(k => k === kind))
      );
    });
    expect(wrong.map(({ at }) => at)).toEqual([]);
    expect(steps).toBeGreaterThan(20);
  });

  it('leaves out a case that was about to be laid on its agenda', async () => {
    const scene = aScene();
    scene.putMeeting({ ...cancelled, agenda: [caseId()] });
    scene.putCase(aCase({ state: 'ready-for-review' }));
    const laying = scene.post({
      ...{ kind: 'put-on-agenda', meetingId: meetingId(), caseId: caseId() },
      ...{ number: 1, item: 'new-candidate' },
    });

    await scene.replica().tick();

    expect(scene.stateOf(laying)).toBe('dropped');
    expect(scene.inside.cases.get(caseId())?.kase).not.toHaveProperty('meetingId');
  });
});
