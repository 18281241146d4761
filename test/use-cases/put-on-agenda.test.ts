import { putOnAgenda } from '../../src/use-cases/put-on-agenda';
import { aCase, anItem } from '../builders/cases';
import { caseId, instant, meetingId, NOON } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { inTime } from '../fakes/fake-world';
import { aScene } from '../reminders/scene';

const LAYING = {
  kind: 'put-on-agenda',
  meetingId: meetingId(),
  caseId: caseId(),
  number: 3,
  item: 'new-candidate',
} as const;
const PUBLISHED = instant('2026-12-03T11:00');

const published = () => {
  const scene = aScene();
  scene.putMeeting(aMeeting({ publishedAt: PUBLISHED, agenda: [caseId()] }));
  return { scene, put: () => putOnAgenda(scene)(LAYING, NOON, inTime()) };
};

describe('putOnAgenda', () => {
  it('makes the item, gives the case its place and has the card posted', async () => {
    const { scene, put } = published();
    scene.putCase(aCase({ state: 'ready-for-review' }));

    const laid = await put();

    expect(laid).toBe('laid');
    expect([...scene.inside.items.values()].map(({ item }) => item)).toEqual([
      anItem({ number: 3, publishedAt: PUBLISHED }),
    ]);
    expect(scene.inside.cases.get(caseId())?.kase).toMatchObject({
      presented: true,
      meetingId: meetingId(),
    });
    expect(scene.sent()).toEqual([{ kind: 'post-item', meetingId: meetingId(), caseId: caseId() }]);
    expect(scene.events()).toMatchObject([
      { operation: 'put-on-agenda', by: { person: 'system', roles: [] }, rule: 'system' },
    ]);
  });

  it('does nothing the second time', async () => {
    const { scene, put } = published();
    scene.putCase(aCase({ state: 'ready-for-review' }));
    await put();

    const again = await put();

    expect(again).toBe('laid');
    expect(scene.sent()).toHaveLength(1);
    expect(scene.events()).toHaveLength(1);
  });

  it('lays a case as the kind it has become', async () => {
    const { scene, put } = published();
    scene.putCase(aCase({ state: 'ready-for-review', urgent: true }));

    await put();

    expect([...scene.inside.items.values()].map(({ item }) => item.kind)).toEqual(['urgent']);
  });

  it.each(['submitted', 'needs-info', 'deferred', 'consent-refused', 'referral-withdrawn'] as const)(
    'leaves out a case that is %s',
    async state => {
      const { scene, put } = published();
      scene.putCase(aCase({ state }));

      const laid = await put();

      expect(laid).toBe('left-out');
      expect(scene.inside.items.size + scene.inside.outbox.size).toBe(0);
    },
  );

  it('leaves out what comes after the meeting', async () => {
    const { scene, put } = published();
    const running = aRunningMeeting();
    if (running.state === 'running') scene.putMeeting({ ...running, state: 'ended', endedAt: NOON });
    scene.putCase(aCase({ state: 'ready-for-review' }));

    const laid = await put();

    expect(laid).toBe('left-out');
  });

  it('leaves out a case or a meeting that is not there', async () => {
    const withoutMeeting = aScene();
    withoutMeeting.putCase(aCase({ state: 'ready-for-review' }));

    const laid = await Promise.all([published().put(), putOnAgenda(withoutMeeting)(LAYING, NOON, inTime())]);

    expect(laid).toEqual(['left-out', 'left-out']);
  });

  it('says so when somebody was first', async () => {
    const { scene } = published();
    scene.putCase(aCase({ state: 'ready-for-review' }));
    const cases = { ...scene.cases, commit: () => Promise.resolve('changed-meanwhile' as const) };

    const laid = await putOnAgenda({ ...scene, cases })(LAYING, NOON, inTime());

    expect(laid).toBe('changed-meanwhile');
  });

  it('keeps the informed-clock running', async () => {
    const { scene, put } = published();
    scene.putCase(aCase({ state: 'ready-for-review', informed: 'unsafe' }), instant('2026-12-18T07:00'));

    await put();

    expect(scene.inside.cases.get(caseId())?.clockAt).toBe(instant('2026-12-18T07:00'));
  });
});
