import { findMessages } from '../../src/use-cases/find-messages';
import { aCase } from '../builders/cases';
import { caseCode, caseId, commandId, instant, NOON, personId } from '../builders/ids';
import { aFact } from '../builders/outbox';
import { aMember } from '../builders/people';
import { inTime } from '../fakes/fake-world';
import { aScene, type Scene } from '../reminders/scene';

const MEMBER = personId('medlem-dps');
const STOPPED = instant('2026-12-04T12:00');
const where = { conversationId: 'chat medlem-dps', activityId: 'message' };

const look = async (scene: Scene, over: Parameters<typeof aFact>[0] = {}): Promise<void> => {
  const by = scene.inside.people.get(MEMBER);
  if (by === undefined) throw new Error('nobody');
  const fact = aFact({
    ...{ commandId: commandId(JSON.stringify(over)), operation: 'open-case', where },
    ...{ by: { person: MEMBER, roles: ['member'] } },
    ...over,
  });
  await scene.people.recordLookup({ by, fact }, inTime());
};
const find = (scene: Scene, id = caseId()) =>
  findMessages(scene)({ kind: 'find-messages', caseId: id, stoppedAt: STOPPED }, inTime());

const aStop = (): Scene => {
  const scene = aScene();
  scene.join(aMember());
  scene.putCase(aCase({ state: 'withdrawn', since: STOPPED }));
  return scene;
};

describe('findMessages', () => {
  it('gives each message through which the case was opened an errand, once', async () => {
    const scene = aStop();
    await look(scene);
    await look(scene, { at: instant('2026-12-04T11:30') });
    await look(scene, { where: { ...where, activityId: 'another' } });

    await find(scene);
    await find(scene);

    expect(scene.sent()).toEqual(
      ['message', 'another'].map(activityId => ({
        kind: 'clear-message',
        to: MEMBER,
        caseId: caseId(),
        code: caseCode(),
        message: { ...where, activityId },
        stoppedAt: STOPPED,
      })),
    );
  });

  it.each([
    ['more than a day ago', { at: instant('2026-12-03T11:59') }],
    ['of another case', { caseId: caseId('other') }],
    ['through no message', { where: undefined as never }],
    ['a refusal', { allowed: false }],
  ])('passes over a look that was %s', async (_, over) => {
    const scene = aStop();
    await look(scene, over);

    await find(scene);

    expect(scene.sent()).toEqual([]);
  });

  it('finds nothing of a case that is not there', async () => {
    const scene = aStop();
    await look(scene, { caseId: caseId('none'), at: NOON });

    await find(scene, caseId('none'));

    expect(scene.sent()).toEqual([]);
  });
});
