import { briefOf, type OpenAction } from '../../src/domain/action';
import { type Case } from '../../src/domain/case';
import { type Person } from '../../src/domain/people';
import { letterFor } from '../../src/reminders/letters';
import { aCase, anAction } from '../builders/cases';
import { caseId, day, NOON, personId } from '../builders/ids';
import { aFact, anEntry } from '../builders/outbox';
import { aPerson } from '../builders/people';
import { inTime } from '../fakes/fake-world';
import { addEntry, keepEntry } from '../fakes/store-state';
import { aScene, type Scene } from './scene';

const OWNER = personId('ansvarlig');
const TODAY = day('2026-12-04');
const at = () => ({ now: NOON, within: inTime() });
const posted = { activityId: 'digest', conversationId: `chat ${OWNER}` };
const EDIT = { kind: 'edit-digest', to: OWNER, on: TODAY } as const;
const owner = (over: Partial<Person> = {}) => aPerson({ id: OWNER, name: 'Ansvarlig', roles: [], ...over });

const given = (scene: Scene, task: Partial<OpenAction> = {}, kase: Partial<Case> = {}): OpenAction => {
  const action = anAction({ due: day('2026-12-07'), owner: OWNER, ...task });
  scene.putTask(action);
  scene.putCase(aCase({ state: 'mapping', actions: [briefOf(action)], ...kase } as never));
  scene.inside.digests.set(OWNER, { posted, on: TODAY });
  return action;
};
const look = (scene: Scene, what: { readonly caseId?: ReturnType<typeof caseId> }): Promise<void> => {
  const file = scene.inside.people.get(OWNER);
  if (file === undefined) throw new Error('nobody');
  const by = { person: OWNER, roles: [] };
  const { caseId: _, ...fact } = aFact({ at: NOON, operation: 'looks', where: posted, by });
  return scene.people.recordLookup({ by: file, fact: { ...fact, ...what } }, inTime());
};

describe('the letter of a digest that edits itself', () => {
  it('says what holds now, in the message itself', async () => {
    const scene = aScene();
    const action = given(scene);

    const letter = await letterFor(scene, EDIT, at());

    expect(letter).toMatchObject({
      ...{ kind: 'clear', to: { person: { id: OWNER } }, posted },
      message: { kind: 'digest', actions: [action], today: TODAY },
    });
  });

  it.each<[string, Partial<OpenAction>, object]>([
    ['was given a later date', { due: day('2026-12-24') }, {}],
    ['is somebody else’s now', { owner: personId('en-annen') }, {}],
    ['is in a case that has ended', {}, { state: 'concluded', reason: 'moved' }],
    ['is in a case without a consent', {}, { state: 'consent-expired', cameFrom: 'active' }],
    ['is in a case that rests', {}, { pausedUntil: day('2026-12-20') }],
  ])('says that nothing is pressing when the only task %s', async (_, task, kase) => {
    const scene = aScene();
    given(scene, task, kase);

    const letter = await letterFor(scene, EDIT, at());

    expect(letter).toMatchObject({ kind: 'clear', message: { kind: 'digest', actions: [] } });
  });

  it('waits while a digest is on its way: its place is not known yet', async () => {
    const scene = aScene();
    given(scene);
    const entry = anEntry({ errand: { kind: 'digest', to: OWNER, on: TODAY } });
    const partition = `person:${OWNER}`;
    addEntry(scene.inside, partition, entry);
    keepEntry(scene.inside, { entry, partition, state: 'sending', attempts: 1, epoch: 1 });

    const letter = await letterFor(scene, EDIT, at());

    expect(letter).toEqual({ kind: 'later' });
  });

  it.each<[string, (scene: Scene) => unknown]>([
    ['they never had one', scene => scene.inside.digests.delete(OWNER)],
    ['they were removed', scene => scene.join(owner({ removedOn: day('2026-12-01') }))],
    [
      'their chat is another now',
      scene => scene.inside.digests.set(OWNER, { on: TODAY, posted: { ...posted, conversationId: 'old' } }),
    ],
    ['its message shows them a case now', scene => look(scene, { caseId: caseId() })],
  ])('leaves it when %s', async (_, change) => {
    const scene = aScene();
    given(scene);
    await change(scene);

    const letter = await letterFor(scene, EDIT, at());

    expect(letter).toEqual({ kind: 'nothing' });
  });

  it('goes over what a press on a task in it was answered with: that is the same list', async () => {
    const scene = aScene();
    given(scene);
    await look(scene, {});

    const letter = await letterFor(scene, EDIT, at());

    expect(letter).toMatchObject({ kind: 'clear' });
  });

  it('leaves the answer that asks something more in the message that was pressed, and in no other', async () => {
    const scene = aScene();
    given(scene);

    const kinds = await Promise.all(
      [posted, { ...posted, activityId: 'list' }].map(
        async answeredIn => (await letterFor(scene, { ...EDIT, answeredIn }, at())).kind,
      ),
    );

    expect(kinds).toEqual(['nothing', 'clear']);
  });
});
