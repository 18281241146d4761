import { briefOf, complete, type OpenAction } from '../../src/domain/action';
import { aCase, anAction } from '../builders/cases';
import { day, NOON, outboxId, personId } from '../builders/ids';
import { addEntry } from '../fakes/store-state';
import { aScene, type Scene } from './scene';

const OWNER = personId('ansvarlig');
const on = day('2026-12-04');

const put = (scene: Scene, action: OpenAction = anAction({ due: day('2026-12-07'), owner: OWNER })) => {
  scene.putTask(action);
  scene.putCase(aCase({ state: 'mapping', actions: [briefOf(action)] }));
  return action;
};
const finish = (scene: Scene, action: OpenAction): void => {
  const done = complete(action, { outcome: 'partly' }, NOON);
  if (!done.ok) throw new Error('not to be done');
  scene.putTask(done.value);
  scene.putCase(aCase({ state: 'mapping', actions: [briefOf(done.value)] }));
};
const ring = (scene: Scene, name = 'digest'): void => {
  const entry = {
    id: outboxId(name),
    errand: { kind: 'digest' as const, to: OWNER, on },
    at: scene.inside.now,
  };
  addEntry(scene.inside, `person:${OWNER}`, entry);
};
const edit = (scene: Scene) => scene.post({ kind: 'edit-digest', to: OWNER, on });
const arrived = ({ teams }: Scene) =>
  teams.arrived.flatMap(({ way, where, letter: { message } }) =>
    message.kind === 'digest' ? [[way, where, message.actions.length]] : [],
  );

describe('a digest that edits itself', () => {
  it('is edited where it stands to what holds now, when all is done to nothing', async () => {
    const scene = aScene();
    const action = put(scene);
    ring(scene);
    await scene.replica().tick();

    finish(scene, action);
    edit(scene);
    await scene.replica().tick();

    expect(arrived(scene)).toEqual([
      ['chat', `chat ${OWNER}`, 1],
      ['edit', 'activity-1', 0],
    ]);
  });

  it('is edited once for many changes', async () => {
    const scene = aScene();
    put(scene);
    ring(scene);
    await scene.replica().tick();

    const edits = [edit(scene), edit(scene), edit(scene)];
    await scene.replica().tick();

    expect(arrived(scene)).toHaveLength(2);
    expect(edits.map(scene.stateOf)).toEqual(['sent', 'dropped', 'dropped']);
  });

  it('is sent, not only the old one edited, when both are due at once', async () => {
    const scene = aScene();
    put(scene);
    ring(scene);
    await scene.replica().tick();

    scene.pass(3 * 86_400_000);
    edit(scene);
    ring(scene, 'the next');
    await scene.replica().tick();

    expect(arrived(scene).map(([way]) => way)).toEqual(['chat', 'chat']);
  });

  it('is let be when its message is gone', async () => {
    const scene = aScene();
    put(scene);
    ring(scene);
    await scene.replica().tick();
    scene.teams.moods.push({ kind: 'gone' });

    const edited = edit(scene);
    await scene.replica().tick();

    expect(scene.stateOf(edited)).toBe('dropped');
    expect(arrived(scene)).toHaveLength(1);
  });
});
