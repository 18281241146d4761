import { briefOf } from '../../src/domain/action';
import { type Case } from '../../src/domain/case';
import { type PersonId } from '../../src/domain/ids';
import { plusMs } from '../../src/domain/time';
import { type Needs, stopWork } from '../../src/use-cases/stop-work';
import { aCase, anAction, anItem, doneAction } from '../builders/cases';
import { actionId, caseId, instant, NOON, meetingId, personId } from '../builders/ids';
import { inTime } from '../fakes/fake-world';
import { aScene, type Scene } from '../reminders/scene';

const AUTHOR = personId('innmelder');
const OWNER = personId('ansvarlig');
const STOPPED = instant('2026-12-05T09:00');
const NOW = instant('2026-12-05T09:01');

const steps = (goesOn = () => true) => ({ now: NOW, within: inTime, goesOn });
const stopping = (by?: PersonId) => ({
  ...{ kind: 'stop-work' as const, caseId: caseId(), stoppedAt: STOPPED },
  ...(by === undefined ? {} : { by }),
});
const stop = (world: Needs, by?: PersonId) => stopWork(world)(stopping(by), steps());

const stopped = (state: Case['state'], over: object = {}): Case => aCase({ state, since: STOPPED, ...over });
const withTasks = (scene: Scene, state: Case['state'] = 'withdrawn') => {
  const open = anAction({ standIn: personId('medlem-dps') });
  const blocked = anAction({ id: actionId('blocked'), owner: AUTHOR });
  const done = doneAction({ id: actionId('done'), owner: personId('ferdig') });
  [open, blocked, done].forEach(task => scene.putTask(task, NOW));
  scene.putCase(stopped(state, { actions: [open, blocked, done].map(briefOf) }));
  return scene;
};
const told = (scene: Scene) =>
  scene.sent().flatMap(errand => (errand.kind === 'notice' ? [[errand.to, errand.notice.kind]] : []));
const tasksIn = ({ inside }: Scene) =>
  [...inside.actions.values()].map(({ action, remindAt }) => [action.state, remindAt]);

describe('stopWork', () => {
  it('tells everybody who worked on it once, and never why', async () => {
    const scene = withTasks(aScene());

    const done = await stop(scene);

    expect(done).toBe('done');
    expect(told(scene)).toEqual([AUTHOR, OWNER, 'medlem-dps', 'koordinator'].map(to => [to, 'stopped']));
  });

  it('tells nothing to the one who knows', async () => {
    const scene = withTasks(aScene());

    await stop(scene, OWNER);

    expect(told(scene).map(([to]) => to)).toEqual([AUTHOR, 'medlem-dps', 'koordinator']);
  });

  it('cancels what was to be done, and nobody is reminded of it', async () => {
    const scene = withTasks(aScene());

    await stop(scene);

    expect(tasksIn(scene)).toEqual([
      ['cancelled', undefined],
      ['cancelled', undefined],
      ['done', NOW],
    ]);
    expect(scene.inside.cases.get(caseId())?.kase.actions.map(({ state }) => state)).toEqual([
      'cancelled',
      'cancelled',
      'done',
    ]);
    expect(scene.events()).toMatchObject([
      { operation: 'stop-work', subject: actionId(), caseId: caseId(), by: { person: 'system' }, at: NOW },
      { operation: 'stop-work', subject: actionId('blocked') },
    ]);
  });

  it('keeps the tasks while a consent is missing', async () => {
    const scene = withTasks(aScene(), 'consent-expired');

    await stop(scene);

    expect(tasksIn(scene)).toEqual([
      ['open', NOW],
      ['open', NOW],
      ['done', NOW],
    ]);
    expect(told(scene)).toHaveLength(4);
  });

  it('draws every card of it anew, on whatever agenda it stood', async () => {
    const scene = aScene();
    scene.putCase(stopped('withdrawn'));
    const meetings = [meetingId(), meetingId('m-2026-11-24')];
    meetings.forEach(id => scene.putItem(anItem({ meetingId: id })));
    scene.putItem(anItem({ caseId: caseId('other') }));

    await stop(scene);

    const edits = [...scene.inside.outbox.values()].filter(({ entry }) =>
      entry.errand.kind.startsWith('edit'),
    );
    expect(edits.map(({ entry, partition }) => [partition, entry.errand])).toEqual(
      meetings.flatMap(id => [
        [`case:${caseId()}`, { kind: 'edit-item', caseId: caseId(), meetingId: id }],
        [`meeting:${id}`, { kind: 'edit-agenda', meetingId: id }],
      ]),
    );
  });

  it.each<Case['state']>(['withdrawn', 'consent-expired'])(
    'has the digests that spoke of it drawn anew, once, when it is %s',
    async state => {
      const scene = withTasks(aScene(), state);

      await stop(scene);
      await stop(scene);

      const edited = scene.sent().flatMap(errand => (errand.kind === 'edit-digest' ? [errand.to] : []));
      expect(edited).toEqual([OWNER, 'medlem-dps', AUTHOR, 'koordinator']);
    },
  );

  it('has the messages found that still show it, now and when what was under way has been answered', async () => {
    const scene = aScene();
    scene.putCase(stopped('withdrawn'));

    await stop(scene);

    const finding = [...scene.inside.outbox.values()].filter(
      ({ entry }) => entry.errand.kind === 'find-messages',
    );
    expect(finding.map(({ entry }) => entry.at)).toEqual([STOPPED, plusMs(STOPPED, 10_000)]);
  });

  it('does nothing twice', async () => {
    const scene = withTasks(aScene());
    await stop(scene);
    const [sent, events] = [scene.sent().length, scene.events().length];

    await stop(scene);

    expect([scene.sent().length, scene.events().length]).toEqual([sent, events]);
  });

  it('stops when there is no time for more, and goes on from there', async () => {
    const scene = withTasks(aScene());
    let left = 1;
    const cut = await stopWork(scene)(
      stopping(),
      steps(() => left-- > 0),
    );
    const half = tasksIn(scene).map(([state]) => state);

    const done = await stop(scene);

    expect([cut, done]).toEqual(['unfinished', 'done']);
    expect(half).toEqual(['cancelled', 'open', 'done']);
    expect(tasksIn(scene).map(([state]) => state)).toEqual(['cancelled', 'cancelled', 'done']);
    expect(told(scene)).toHaveLength(4);
  });

  it('is not done when somebody else was first', async () => {
    const scene = withTasks(aScene());
    const cases = { ...scene.cases, commit: () => Promise.resolve('changed-meanwhile' as const) };

    expect(await stop({ ...scene, cases })).toBe('unfinished');
  });

  it('cancels what was to be done also when they have come back meanwhile, and nothing that was given since', async () => {
    const scene = aScene();
    const old = anAction({ createdAt: NOON });
    const fresh = anAction({ id: actionId('fresh'), createdAt: NOW });
    [old, fresh].forEach(task => scene.putTask(task));
    scene.putCase(
      aCase({
        ...{ state: 'awaiting-consent', since: NOW, actions: [briefOf(old), briefOf(fresh)] },
        past: [{ state: 'withdrawn', since: STOPPED }],
      }),
    );

    await stop(scene);

    expect(tasksIn(scene).map(([state]) => state)).toEqual(['cancelled', 'open']);
  });

  it.each([
    ['is not there', () => undefined],
    ['never stopped then', (scene: Scene) => scene.putCase(aCase())],
  ])('has nothing to do for a case that %s', async (_, given) => {
    const scene = aScene();
    given(scene);

    expect(await stop(scene)).toBe('done');
    expect(scene.sent()).toEqual([]);
  });

  it('passes over a task that the case remembers and that is not there, or is done by now', async () => {
    const scene = aScene();
    const gone = anAction({ id: actionId('gone') });
    const since = anAction({ id: actionId('since') });
    scene.putTask(doneAction({ id: actionId('since') }));
    scene.putCase(stopped('withdrawn', { actions: [gone, since].map(briefOf) }));

    expect(await stop(scene)).toBe('done');
    expect(scene.events()).toEqual([]);
  });

  it('keeps the detail of a task sealed as it lies', async () => {
    const scene = withTasks(aScene());
    const key = `${caseId()}/${actionId()}`;
    const detail = { origin: 'sosiale-tjenester', section: 'C', revision: 1, box: 'sealed' } as never;
    const file = scene.inside.actions.get(key);
    if (file !== undefined) scene.inside.actions.set(key, { ...file, detail });

    await stop(scene);

    expect(scene.inside.actions.get(key)).toMatchObject({ action: { state: 'cancelled' }, detail });
  });
});
