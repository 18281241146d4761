import { type Fact } from '../../src/audit/event';
import { letterFor } from '../../src/reminders/letters';
import { type Case } from '../../src/domain/case';
import { aCase, aConsent, aDisqualification } from '../builders/cases';
import { agencyId, caseCode, caseId, commandId, instant, personId } from '../builders/ids';
import { aFact } from '../builders/outbox';
import { aMember } from '../builders/people';
import { inTime } from '../fakes/fake-world';
import { there } from '../storage/given';
import { aScene, type Scene } from './scene';

const MEMBER = personId('medlem-dps');
const STOPPED = instant('2026-12-04T12:00');
const message = { conversationId: 'chat medlem-dps', activityId: 'message' };
const ERRAND = {
  kind: 'clear-message',
  to: MEMBER,
  caseId: caseId(),
  code: caseCode(),
  message,
  stoppedAt: STOPPED,
} as const;

const look = async (scene: Scene, over: Partial<Fact> = {}): Promise<void> => {
  const by = scene.inside.people.get(MEMBER);
  if (by === undefined) throw new Error('nobody');
  const fact = aFact({
    ...{ commandId: commandId(JSON.stringify(over)), operation: 'open-case', where: message },
    ...{ by: { person: MEMBER, roles: ['member'] } },
    ...over,
  });
  await scene.people.recordLookup({ by, fact }, inTime());
};
const letter = (scene: Scene, errand: Parameters<typeof letterFor>[1] = ERRAND) =>
  letterFor(scene, errand, { now: STOPPED, within: inTime() });

const opened = async (kase: Case = aCase({ state: 'withdrawn', since: STOPPED })): Promise<Scene> => {
  const scene = aScene();
  scene.join(aMember());
  scene.putCase(kase);
  await look(scene);
  return scene;
};

describe('clearLetter', () => {
  it('leaves a message alone that was answered with the reader’s own tasks, and may be their digest by now', async () => {
    const scene = await opened();
    const file = there(scene.inside.cases.get(caseId()));
    const fact = aFact({
      ...{ commandId: commandId('done'), operation: 'complete-action', caseId: caseId(), where: message },
      by: { person: MEMBER, roles: ['member'] },
    });
    const saved = await scene.cases.commit({ file, kase: file.kase, fact, outbox: [] }, inTime());

    expect(saved).toBe('done');
    expect(await letter(scene)).toEqual({ kind: 'nothing' });
  });

  it.each(['withdrawn', 'consent-expired', 'concluded'] as const)(
    'takes a case that is %s out of the message it was opened in',
    async state => {
      const scene = await opened(aCase({ state, since: STOPPED }));

      expect(await letter(scene)).toMatchObject({
        kind: 'clear',
        to: { person: { id: MEMBER }, reference: { conversationId: 'chat medlem-dps' } },
        posted: message,
        message: { kind: 'gone', code: caseCode() },
      });
    },
  );

  it.each<[string, (scene: Scene) => unknown]>([
    ['the case is not there', scene => scene.inside.cases.delete(caseId())],
    ['work goes on again', scene => scene.putCase(aCase({ state: 'awaiting-consent' }))],
    ['its reader is not there', scene => scene.inside.people.delete(MEMBER)],
    ['its reader has no chat any more', scene => scene.join(aMember(), false)],
    ['its reader has gone on to something else in it', scene => look(scene, goneOn)],
    ['nothing was opened in it', scene => scene.inside.events.splice(0)],
  ])('leaves a message alone when %s', async (_, given) => {
    const scene = await opened();
    await given(scene);

    expect(await letter(scene)).toEqual({ kind: 'nothing' });
  });

  describe('when its reader may have lost sight of something', () => {
    const LOSING = { ...ERRAND, losing: true } as const;
    const holding = { origin: agencyId('sosiale-tjenester'), section: 'B' } as const;
    const work = (over: object) => aCase({ state: 'active', presented: true, holdings: [holding], ...over });
    const shown = async (kase: Case): Promise<Scene> => {
      const scene = aScene();
      scene.join(aMember());
      scene.putCase(kase);
      await look(scene, { disclosed: [holding] });
      return scene;
    };

    it.each([
      ['the consent was narrowed', work({ consent: aConsent({ grants: [] }) })],
      ['they are disqualified', work({ disqualified: [aDisqualification(MEMBER)] })],
    ])('leaves a door in its place: %s', async (_, kase) => {
      const scene = await shown(kase);

      expect(await letter(scene, LOSING)).toMatchObject({
        kind: 'clear',
        posted: message,
        message: { kind: 'door', code: caseCode() },
      });
    });

    it('leaves it alone while they may still see all of it', async () => {
      const scene = await shown(work({}));

      expect(await letter(scene, LOSING)).toEqual({ kind: 'nothing' });
    });

    it('leaves it alone when nothing of it stands there any more', async () => {
      const scene = await shown(work({ consent: aConsent({ grants: [] }) }));
      await look(scene, { ...goneOn, disclosed: [] });

      expect(await letter(scene, LOSING)).toEqual({ kind: 'nothing' });
    });
  });

  it('leaves a message in the channel alone: there its own card is drawn anew', async () => {
    const scene = await opened();
    const where = { conversationId: 'channel', activityId: 'message' };
    await look(scene, { where });

    expect(await letter(scene, { ...ERRAND, message: where })).toEqual({ kind: 'nothing' });
  });
});

const goneOn: Partial<Fact> = {
  ...{ operation: 'open-agenda', caseId: undefined as never, at: instant('2026-12-04T11:30') },
};
