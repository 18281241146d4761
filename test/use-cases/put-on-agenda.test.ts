import { putOnAgenda } from '../../src/use-cases/put-on-agenda';
import { aCase, anItem } from '../builders/cases';
import { caseCode, caseId, instant, meetingId, NOON, seatId } from '../builders/ids';
import { aMeeting, anEndedMeeting } from '../builders/meetings';
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
      anItem({ number: 1, publishedAt: PUBLISHED }),
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
    scene.putMeeting(anEndedMeeting());
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

  it('gives a case that was put on by hand a place on the list before its item, and says that it came late', async () => {
    const { scene } = published();
    const byHand = { wants: 'on', meetingId: meetingId() } as const;
    const id = caseId('late');
    scene.putCase(aCase({ id, code: caseCode('late'), state: 'mapping', byHand }));
    const laying = { ...LAYING, caseId: id, number: 2, item: 'other', late: true } as const;

    await putOnAgenda(scene)(laying, NOON, inTime());

    expect(scene.inside.meetings.get(meetingId())?.meeting.agenda).toEqual([caseId(), id]);
    expect([...scene.inside.items.values()].map(({ item }) => item)).toMatchObject([
      { caseId: id, number: 2, kind: 'other', late: true, closed: false },
    ]);
    expect(scene.sent().map(({ kind }) => kind)).toEqual(['edit-agenda', 'post-item', 'edit-agenda']);
  });

  it('never gives two items one number, when two are laid at once', async () => {
    const { scene } = published();
    const names = ['one', 'two', 'three'];
    const byHand = { wants: 'on', meetingId: meetingId() } as const;
    names.forEach(name =>
      scene.putCase(aCase({ id: caseId(name), code: caseCode(name), state: 'mapping', byHand })),
    );
    const lay = (name: string) =>
      putOnAgenda(scene)({ ...LAYING, caseId: caseId(name), number: 2 }, NOON, inTime());

    const first = await Promise.all(names.map(lay));
    await lay('one');
    await lay('two');
    await lay('three');

    expect(first).toContain('changed-meanwhile');
    expect([...scene.inside.items.values()].map(({ item }) => item.number).sort()).toEqual([2, 3, 4]);
  });

  it('opens an item again that was taken off, and forgets why', async () => {
    const { scene, put } = published();
    scene.putCase(aCase({ state: 'ready-for-review' }));
    scene.putItem(anItem({ closed: true, offReason: 'time', answered: [seatId('dps')] }));

    await put();

    expect([...scene.inside.items.values()].map(({ item }) => item)).toEqual([
      anItem({ late: true, answered: [seatId('dps')] }),
    ]);
    expect(scene.sent().map(({ kind }) => kind)).toEqual(['edit-item', 'edit-agenda']);
  });

  it('keeps the informed-clock running', async () => {
    const { scene, put } = published();
    scene.putCase(aCase({ state: 'ready-for-review', informed: 'unsafe' }), instant('2026-12-18T07:00'));

    await put();

    expect(scene.inside.cases.get(caseId())?.clockAt).toBe(instant('2026-12-18T07:00'));
  });
});
