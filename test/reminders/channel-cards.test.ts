import { agendaCard, itemCard } from '../../src/reminders/channel-cards';
import { aCase, anItem } from '../builders/cases';
import { EMPTY_CHAIN } from '../../src/audit/event';
import { caseId, instant, meetingId, NOON } from '../builders/ids';
import { aGap, gapId } from '../builders/learning';
import { aMeeting, anEndedMeeting, aRunningMeeting } from '../builders/meetings';
import { inTime } from '../fakes/fake-world';
import { nextVersion } from '../fakes/store-state';
import { aScene } from './scene';

const onAgenda = { presented: true, meetingId: meetingId() };
const at = () => ({ now: NOON, within: inTime() });

describe('itemCard', () => {
  it('shows the item, its case and its meeting as they are', async () => {
    const scene = aScene();
    const meeting = scene.putMeeting(aMeeting({ publishedAt: NOON }));
    const kase = scene.putCase(aCase({ state: 'ready-for-review', ...onAgenda }));
    const item = scene.putItem(anItem());

    const card = await itemCard(scene, item, at());

    expect(card).toEqual({
      message: { kind: 'item', item, kase, meeting, today: '2026-12-04' },
      posted: undefined,
      matters: true,
      incomplete: false,
    });
  });

  it('matters no more when the case has gone, and says so', async () => {
    const scene = aScene();
    scene.putMeeting(aMeeting({ publishedAt: NOON }));
    scene.putCase(aCase({ state: 'referral-withdrawn' }));
    const item = scene.putItem(anItem());

    const card = await itemCard(scene, item, at());

    expect(card).toMatchObject({ message: { item: { closed: true } }, matters: false });
  });

  it('is nothing without the item', async () => {
    const scene = aScene();
    scene.putMeeting(aMeeting({ publishedAt: NOON }));
    scene.putCase(aCase({ state: 'ready-for-review' }));

    const card = await itemCard(scene, anItem(), at());

    expect(card).toBeUndefined();
  });
});

describe('agendaCard', () => {
  const laidOut = () => {
    const scene = aScene();
    const ids = [caseId('one'), caseId('two')];
    const [one, two] = ids.map(id => aCase({ id, state: 'ready-for-review', ...onAgenda }));
    return { scene, ids, one, two };
  };

  it('counts the gaps that are new since the last meeting, until the meeting is over', async () => {
    const { scene } = laidOut();
    const before = aGap({ id: gapId('before'), recordedAt: instant('2026-11-20T08:00') });
    [aGap(), before].forEach(gap =>
      scene.inside.gaps.set(gap.id, { gap, head: EMPTY_CHAIN, version: nextVersion(scene.inside) }),
    );
    scene.putMeeting(aMeeting({ publishedAt: NOON }));
    const planned = await agendaCard(scene, meetingId(), at());
    scene.putMeeting(anEndedMeeting({ publishedAt: NOON }));

    const over = await agendaCard(scene, meetingId(), at());

    expect(planned).toMatchObject({ message: { newGaps: 1 } });
    expect(over?.message).not.toHaveProperty('newGaps');
  });

  it('closes the items whose case has gone', async () => {
    const { scene, ids } = laidOut();
    scene.putMeeting(aMeeting({ publishedAt: NOON, agenda: ids }));
    scene.putCase(aCase({ id: caseId('one'), state: 'ready-for-review', ...onAgenda }));
    scene.putCase(aCase({ id: caseId('two'), state: 'consent-refused' }));
    ids.forEach((id, place) => scene.putItem(anItem({ caseId: id, number: place + 1 })));

    const card = await agendaCard(scene, meetingId(), at());

    expect(card).toMatchObject({
      message: { items: [{ closed: false }, { closed: true }] },
      incomplete: false,
    });
  });

  it('is incomplete until every case that belongs on it is laid', async () => {
    const { scene, ids } = laidOut();
    scene.putMeeting(aMeeting({ publishedAt: NOON, agenda: ids }));
    scene.putCase(aCase({ id: caseId('one'), state: 'ready-for-review', ...onAgenda }));
    scene.putCase(aCase({ id: caseId('two'), state: 'ready-for-review' }));
    scene.putItem(anItem({ caseId: caseId('one') }));

    const before = await agendaCard(scene, meetingId(), at());
    scene.putCase(aCase({ id: caseId('two'), state: 'needs-info' }));
    const after = await agendaCard(scene, meetingId(), at());

    expect([before?.incomplete, after?.incomplete]).toEqual([true, false]);
  });

  it('is nothing before it is published', async () => {
    const scene = aScene();
    scene.putMeeting(aMeeting());

    const card = await agendaCard(scene, meetingId(), at());

    expect(card).toBeUndefined();
  });

  it('matters until the meeting has ended', async () => {
    const scene = aScene();
    const running = scene.putMeeting(aRunningMeeting());
    const during = await agendaCard(scene, meetingId(), at());
    if (running.state === 'running') scene.putMeeting({ ...running, state: 'ended', endedAt: NOON });

    const after = await agendaCard(scene, meetingId(), at());

    expect([during?.matters, after?.matters]).toEqual([true, false]);
  });
});
