import { briefOf, type OpenAction } from '../../src/domain/action';
import { type Case } from '../../src/domain/case';
import { type Person } from '../../src/domain/people';
import { letterFor } from '../../src/reminders/letters';
import { aCase, anAction } from '../builders/cases';
import { caseId, day, instant, NOON, personId } from '../builders/ids';
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
const look = (
  scene: Scene,
  what: { readonly operation: string; readonly caseId?: ReturnType<typeof caseId> },
): Promise<void> => {
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
    ['its message shows them a case now', scene => look(scene, { operation: 'open-case', caseId: caseId() })],
    ['its message shows them a form now', scene => look(scene, { operation: 'start-absence' })],
  ])('leaves it when %s', async (_, change) => {
    const scene = aScene();
    given(scene);
    await change(scene);

    const letter = await letterFor(scene, EDIT, at());

    expect(letter).toEqual({ kind: 'nothing' });
  });

  it('goes over the whole list of the same tasks', async () => {
    const scene = aScene();
    given(scene);
    await look(scene, { operation: 'list-my-actions' });

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

describe('the letter of a digest, after another of the same day', () => {
  const DIGEST = { kind: 'digest', to: OWNER, on: TODAY } as const;
  /** Tuesday: the day after is no day off. */
  const now = instant('2026-12-08T11:00');
  const sent = (scene: Scene, when: string): void => {
    scene.inside.digests.set(OWNER, { posted, on: TODAY, sentAt: instant(when) });
  };
  const letter = (scene: Scene, errand: object = {}) =>
    letterFor(scene, { ...DIGEST, ...errand }, { now, within: inTime() });
  const TOMORROW = { kind: 'later', at: instant('2026-12-09T07:30') };

  it('is none, whatever day it was for', async () => {
    const scene = aScene();
    given(scene);
    sent(scene, '2026-12-08T07:30');

    expect(await letter(scene)).toEqual({ kind: 'nothing' });
  });

  it('is one when that was yesterday', async () => {
    const scene = aScene();
    given(scene);
    sent(scene, '2026-12-07T21:00');

    expect(await letter(scene)).toMatchObject({ kind: 'to-person' });
  });

  it('waits for the next day when they are to hear of what came since', async () => {
    const scene = aScene();
    given(scene);
    sent(scene, '2026-12-08T07:30');

    expect(await letter(scene, { since: instant('2026-12-08T07:30') })).toEqual(TOMORROW);
  });

  it.each(['2026-12-08T07:31', '2026-12-07T21:00'])('is none when that told them, %s', async when => {
    const scene = aScene();
    given(scene);
    sent(scene, when);

    expect(await letter(scene, { since: instant('2026-12-07T20:00') })).toEqual({ kind: 'nothing' });
  });

  it('waits for the next day when a case of theirs rested then', async () => {
    const scene = aScene();
    given(scene, {}, { pausedUntil: day('2026-12-20') });

    const none = await letter(scene);
    sent(scene, '2026-12-08T07:30');
    const another = await letter(scene);

    expect([none, another]).toEqual([TOMORROW, TOMORROW]);
  });
});
