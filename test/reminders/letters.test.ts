import { briefOf } from '../../src/domain/action';
import { letterFor, type Sendable, subjectOf } from '../../src/reminders/letters';
import { aCase, anAction, anItem } from '../builders/cases';
import { anEntry } from '../builders/outbox';
import { caseId, day, meetingId, NOON, personId } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { aCoordinator, aPerson } from '../builders/people';
import { inTime } from '../fakes/fake-world';
import { aScene, type Scene } from './scene';

const at = () => ({ now: NOON, within: inTime() });
const posted = { activityId: 'a', conversationId: 'channel' };
const ITEM = { meetingId: meetingId(), caseId: caseId() };
const OWNER = personId('ansvarlig');

const onAgenda = (scene: Scene, over: Parameters<typeof anItem>[0] = {}): void => {
  scene.putMeeting(aMeeting({ publishedAt: NOON }));
  scene.putCase(aCase({ state: 'ready-for-review', presented: true, meetingId: meetingId() }));
  scene.putItem(anItem(over));
};
const kindFor = async (scene: Scene, errand: Sendable) => (await letterFor(scene, errand, at())).kind;

describe('letterFor', () => {
  it('addresses a notice that is still true', async () => {
    const scene = aScene();
    scene.putCase(aCase());
    const { errand } = anEntry();
    if (errand.kind !== 'notice') throw new Error('not a notice');

    const letter = await letterFor(scene, errand, at());

    expect(letter).toMatchObject({
      kind: 'to-person',
      to: { person: { id: 'koordinator' } },
      message: { kind: 'notice', errand },
    });
  });

  it.each<[string, (scene: Scene) => void]>([
    ['the case is not there', () => undefined],
    ['the case has ended', scene => scene.putCase(aCase({ state: 'referral-withdrawn' }))],
    [
      'the receiver is gone',
      scene => {
        scene.putCase(aCase());
        scene.join(aCoordinator({ removedOn: day('2026-12-01') }));
      },
    ],
  ])('has nothing to say when %s', async (_, given) => {
    const scene = aScene();
    given(scene);

    const letter = await letterFor(scene, anEntry().errand as Sendable, at());

    expect(letter).toEqual({ kind: 'nothing' });
  });

  it('lists what is due now in a digest, whatever it was written for', async () => {
    const scene = aScene();
    const near = anAction({ due: day('2026-12-07'), owner: OWNER });
    scene.putTask(near);
    scene.putCase(aCase({ state: 'mapping', actions: [briefOf(near)] }));

    const letter = await letterFor(scene, { kind: 'digest', to: OWNER, on: day('2026-12-04') }, at());

    expect(letter).toMatchObject({ message: { kind: 'digest', actions: [near], today: '2026-12-04' } });
  });

  it.each([
    ['nothing is due', aPerson({ id: OWNER, roles: [] })],
    ['the owner was removed', aPerson({ id: OWNER, roles: [], removedOn: day('2026-12-01') })],
  ])('sends no digest when %s', async (_, owner) => {
    const scene = aScene();
    scene.join(owner);
    const due = owner.removedOn === undefined ? day('2026-12-24') : day('2026-12-04');
    const task = scene.putTask(anAction({ due, owner: OWNER }));
    scene.putCase(aCase({ state: 'mapping', actions: [briefOf(task)] }));

    const kind = await kindFor(scene, { kind: 'digest', to: OWNER, on: day('2026-12-04') });

    expect(kind).toBe('nothing');
  });

  it('posts an item once', async () => {
    const [fresh, there] = [aScene(), aScene()];
    onAgenda(fresh);
    onAgenda(there, { posted });

    const kinds = await Promise.all(
      [fresh, there].map(scene => kindFor(scene, { kind: 'post-item', ...ITEM })),
    );

    expect(kinds).toEqual(['post', 'nothing']);
  });

  it('does not post a card that would say nothing', async () => {
    const scene = aScene();
    onAgenda(scene, { closed: true });

    const kinds = await Promise.all([
      kindFor(scene, { kind: 'post-item', ...ITEM }),
      kindFor(scene, { kind: 'edit-item', ...ITEM }),
    ]);

    expect(kinds).toEqual(['nothing', 'nothing']);
  });

  it('edits what is posted, and waits for what is not yet', async () => {
    const [there, fresh] = [aScene(), aScene()];
    onAgenda(there, { posted });
    onAgenda(fresh);

    const letters = await Promise.all(
      [there, fresh].map(scene => letterFor(scene, { kind: 'edit-item', ...ITEM }, at())),
    );

    expect(letters).toMatchObject([{ kind: 'edit', posted, matters: true }, { kind: 'later' }]);
  });

  it('empties the posted card of a case that has gone', async () => {
    const scene = aScene();
    onAgenda(scene, { posted });
    scene.putCase(aCase({ state: 'consent-refused' }));

    const letter = await letterFor(scene, { kind: 'edit-item', ...ITEM }, at());

    expect(letter).toMatchObject({ kind: 'edit', message: { item: { closed: true } }, matters: false });
  });

  it('posts the agenda when its cases are laid on it', async () => {
    const scene = aScene();
    scene.putMeeting(aMeeting({ publishedAt: NOON, agenda: [caseId()] }));
    scene.putCase(aCase({ state: 'ready-for-review', presented: true, meetingId: meetingId() }));
    const errand = { kind: 'post-agenda', meetingId: meetingId() } as const;
    const before = await kindFor(scene, errand);
    scene.putItem(anItem());

    const after = await kindFor(scene, errand);

    expect([before, after]).toEqual(['later', 'post']);
  });

  it('has no agenda without a meeting', async () => {
    const kinds = await Promise.all([
      kindFor(aScene(), { kind: 'post-agenda', meetingId: meetingId() }),
      kindFor(aScene(), { kind: 'edit-agenda', meetingId: meetingId() }),
    ]);

    expect(kinds).toEqual(['nothing', 'nothing']);
  });
});

describe('subjectOf', () => {
  it('is one for all that draws the same card', () => {
    const items = [subjectOf({ kind: 'post-item', ...ITEM }), subjectOf({ kind: 'edit-item', ...ITEM })];
    const agendas = (['post-agenda', 'edit-agenda'] as const).map(kind =>
      subjectOf({ kind, meetingId: meetingId() }),
    );

    expect(new Set([...items, ...agendas]).size).toBe(2);
  });

  it('is one for all digests of a person', () => {
    const days = [day('2026-12-04'), day('2026-12-07')];

    const subjects = days.flatMap(on =>
      (['digest', 'edit-digest'] as const).map(kind => subjectOf({ kind, to: OWNER, on })),
    );

    expect(new Set(subjects).size).toBe(1);
  });

  it('is nothing for a notice: each stands alone', () => {
    expect(subjectOf({ ...anEntry().errand })).toBeUndefined();
    expect(subjectOf({ kind: 'put-on-agenda', ...ITEM, number: 1, item: 'urgent' })).toBeUndefined();
  });
});
