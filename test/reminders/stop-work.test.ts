import { briefOf } from '../../src/domain/action';
import { type Fact } from '../../src/audit/event';
import { plusMs } from '../../src/domain/time';
import { aCase, anAction, anItem } from '../builders/cases';
import { actionId, caseId, commandId, day, instant, meetingId, NOON, personId } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { aFact } from '../builders/outbox';
import { aMember, aPerson } from '../builders/people';
import { inTime } from '../fakes/fake-world';
import { aFuse, fused, type Fuse } from './fuse';
import { aScene, LEASE_MS, type Scene } from './scene';

const STOPPED = NOON;
const MEMBER = personId('medlem-dps');
const owner = (n: number) => personId(`ansvarlig-${n.toString()}`);
const meeting = (n: number) => meetingId(`m-2026-11-${(n + 10).toString()}`);

type Size = { readonly tasks: number; readonly items: number; readonly owners: number };
const LARGE: Size = { tasks: 60, items: 12, owners: 7 };
const SMALL: Size = { tasks: 3, items: 2, owners: 2 };

const look: Fact = aFact({
  ...{ commandId: commandId('look'), operation: 'open-case', at: plusMs(STOPPED, -60_000) },
  ...{ by: { person: MEMBER, roles: ['member'] } },
  where: { conversationId: `chat ${MEMBER}`, activityId: 'opened' },
});

const withTasks = (scene: Scene, { tasks, owners }: Size): void => {
  for (let n = 0; n < owners; n += 1)
    scene.join(aPerson({ id: owner(n), name: `Ansvarlig ${String(n)}`, roles: [] }));
  const given = Array.from({ length: tasks }, (_, n) =>
    anAction({ id: actionId(String(n)), owner: owner(n % owners), due: day('2026-12-07') }),
  );
  given.forEach(task => scene.putTask(task, instant('2026-12-07T07:30')));
  scene.putCase(aCase({ state: 'withdrawn', since: STOPPED, presented: true, actions: given.map(briefOf) }));
};
const withItems = (scene: Scene, { items }: Size): void => {
  for (let n = 0; n < items; n += 1) {
    const posted = { activityId: `item ${String(n)}`, conversationId: 'channel' };
    const agenda = { activityId: `agenda ${String(n)}`, conversationId: 'channel' };
    scene.putItem(anItem({ meetingId: meeting(n), posted }));
    scene.putMeeting(aMeeting({ id: meeting(n), publishedAt: NOON, agenda: [caseId()], posted: agenda }));
  }
};

/** Just withdrawn, with all that hangs on it, and a message in which a member opened it a minute ago. */
const aWithdrawal = async (size: Size): Promise<Scene> => {
  const scene = aScene();
  withTasks(scene, size);
  withItems(scene, size);
  const by = scene.inside.people.get(MEMBER) ?? scene.enrol(aMember());
  await scene.people.recordLookup({ by, fact: look }, inTime());
  scene.post({ kind: 'stop-work', caseId: caseId(), stoppedAt: STOPPED, by: personId('koordinator') });
  return scene;
};

const replicaWith = (scene: Scene, fuse: Fuse) =>
  scene.replica({
    world: {
      cases: fused(scene.cases, fuse),
      people: fused(scene.people, fuse),
      meetings: fused(scene.meetings, fuse),
      outbox: fused(scene.outbox, fuse),
      channel: fused(scene.channel, fuse),
      auditLog: fused(scene.auditLog, fuse),
    },
    teams: fused(scene.teams.messenger, fuse),
  });

const carryOn = async (scene: Scene): Promise<void> => {
  const second = scene.replica({ holder: 'replica-2' });
  for (let turn = 0; turn < 6; turn += 1) {
    scene.pass(LEASE_MS + 1_000);
    await second.tick();
  }
};
const crashedAt = async (at: number, when: Fuse['when']): Promise<Scene> => {
  const scene = await aWithdrawal(SMALL);
  await replicaWith(scene, aFuse(at, when)).tick();
  await carryOn(scene);
  return scene;
};

/** Where it all ends: what the tasks are, who was told, which cards were drawn anew, and what is still on its way. */
const endOf = ({ inside, teams }: Scene) => ({
  tasks: [...inside.actions.values()].map(({ action: { state }, remindAt }) => [state, remindAt]),
  told: [...new Set(teams.arrived.filter(({ way }) => way === 'chat').map(({ where }) => where))].sort(),
  edited: [...new Set(teams.arrived.filter(({ way }) => way === 'edit').map(({ where }) => where))].sort(),
  cancelled: inside.events.filter(({ event }) => event.operation === 'stop-work').length,
  open: [...inside.outbox.values()].filter(({ state }) => state !== 'sent' && state !== 'dropped').length,
});
const expected = ({ tasks, items, owners }: Size) => ({
  tasks: Array.from({ length: tasks }, () => ['cancelled', undefined]),
  told: ['chat innmelder', ...Array.from({ length: owners }, (_, n) => `chat ${owner(n)}`)].sort(),
  edited: [
    'opened',
    ...Array.from({ length: items }, (_, n) => [`agenda ${String(n)}`, `item ${String(n)}`]).flat(),
  ].sort(),
  cancelled: tasks,
  open: 0,
});

describe('work that stops', () => {
  it('ends with sixty tasks cancelled, twelve cards drawn anew, and everybody told once', async () => {
    const scene = await aWithdrawal(LARGE);

    await carryOn(scene);

    expect(endOf(scene)).toEqual(expected(LARGE));
    const chats = scene.teams.arrived.filter(({ way }) => way === 'chat').map(({ where }) => where);
    expect(chats).toHaveLength(new Set(chats).size);
    expect(scene.teams.arrived.filter(({ way }) => way === 'channel')).toEqual([]);
  });

  it('says nothing but that it stopped, and shows nothing but that it is gone', async () => {
    const scene = await aWithdrawal(SMALL);

    await carryOn(scene);

    const messages = scene.teams.arrived.map(({ letter }) => letter.message);
    const notices = messages.flatMap(one => (one.kind === 'notice' ? [one.errand.notice.kind] : []));
    const items = messages.flatMap(one => (one.kind === 'item' ? [one.item.closed] : []));
    const agendas = messages.flatMap(one => (one.kind === 'agenda' ? one.items : []));
    expect(new Set(notices)).toEqual(new Set(['stopped']));
    expect(new Set(items)).toEqual(new Set([true]));
    expect(new Set(agendas.map(({ closed }) => closed))).toEqual(new Set([true]));
  });

  it.each(['before', 'after'] as const)('ends the same after a crash %s any step', async when => {
    const fuse = aFuse();
    await replicaWith(await aWithdrawal(SMALL), fuse).tick();

    const ends = await Promise.all(
      Array.from({ length: fuse.steps }, async (_, step) => endOf(await crashedAt(step + 1, when))),
    );

    expect(fuse.steps).toBeGreaterThan(60);
    ends.forEach(end => {
      expect(end).toEqual(expected(SMALL));
    });
  });
});
