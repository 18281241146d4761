import { aCase, anItem } from '../builders/cases';
import { caseId, meetingId, NOON } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { anEntry } from '../builders/outbox';
import { aScene, type Scene } from './scene';

/** Something happens to the case between the stored intent and the send. */
const afterIntent = (scene: Scene, happens: () => void) => {
  const outbox = {
    ...scene.outbox,
    intend: async (...asked: Parameters<typeof scene.outbox.intend>) => {
      const intended = await scene.outbox.intend(...asked);
      happens();
      return intended;
    },
  };
  return scene.replica({ world: { outbox } });
};

describe('the last look before a send', () => {
  it('keeps back what stopped being true after its intent was stored', async () => {
    const scene = aScene();
    scene.putCase(aCase());
    const entry = scene.post(anEntry().errand);
    const replica = afterIntent(scene, () => scene.putCase(aCase({ state: 'referral-withdrawn' })));

    await replica.tick();

    expect(scene.teams.arrived).toEqual([]);
    expect(scene.stateOf(entry)).toBe('dropped');
  });

  it('draws the card as it is by then', async () => {
    const scene = aScene();
    const posted = { activityId: 'item', conversationId: 'channel' };
    scene.putMeeting(aMeeting({ publishedAt: NOON }));
    scene.putCase(aCase({ state: 'ready-for-review', presented: true, meetingId: meetingId() }));
    scene.putItem(anItem({ posted }));
    scene.post({ kind: 'edit-item', meetingId: meetingId(), caseId: caseId() });
    const replica = afterIntent(scene, () => scene.putCase(aCase({ state: 'withdrawn' })));

    await replica.tick();

    expect(scene.teams.arrived).toMatchObject([
      {
        way: 'edit',
        letter: { message: { kind: 'item', item: { closed: true }, kase: { state: 'withdrawn' } } },
      },
    ]);
  });

  it('waits again for what is not there yet', async () => {
    const scene = aScene();
    const posted = { activityId: 'agenda', conversationId: 'channel' };
    scene.putMeeting(aMeeting({ publishedAt: NOON, posted }));
    const entry = scene.post({ kind: 'edit-agenda', meetingId: meetingId() });
    const replica = afterIntent(scene, () => scene.putMeeting(aMeeting({ publishedAt: NOON })));

    await replica.tick();

    expect(scene.teams.arrived).toEqual([]);
    expect(scene.stateOf(entry)).toBe('pending');
  });
});
