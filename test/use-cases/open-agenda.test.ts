import { aDisqualification, aCase, anItem } from '../builders/cases';
import { caseCode, caseId, instant, meetingId, NOON } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { aHouse, type House } from './asking';

const put = (house: House, name: string, over: object = {}) =>
  house.putCase(aCase({ id: caseId(name), code: caseCode(name), ...over }));

describe('openAgenda', () => {
  const open = async (house: House, who: 'coordinator' | 'member' = 'coordinator') => {
    const agenda = await house.does.openAgenda(house.ask(who));
    if (!agenda.ok) throw new Error(agenda.error.kind);
    return agenda.value;
  };

  it('shows what the next meeting would hold, and by when innspill are due', async () => {
    const house = aHouse();
    put(house, 'urgent', { state: 'ready-for-review', urgent: true });
    put(house, 'new', { state: 'ready-for-review' });
    put(house, 'elsewhere', { state: 'mapping' });

    const { meeting, deadline, entries, items } = await open(house);

    expect(meeting).toMatchObject({ state: 'planned', on: '2026-12-09', chair: 'moteleder', agenda: [] });
    expect(deadline).toBe('2026-12-03T11:00:00.000Z');
    expect(entries.map(({ kase, kind }) => [kase.id, kind])).toEqual([
      [caseId('urgent'), 'urgent'],
      [caseId('new'), 'new-candidate'],
    ]);
    expect(items).toEqual([]);
  });

  it('shows the items of a published one, and those not laid yet in their places', async () => {
    const house = aHouse();
    const agenda = [caseId('laid'), caseId('not laid')];
    house.putMeeting(aMeeting({ publishedAt: NOON, agenda }));
    put(house, 'laid', { state: 'mapping', presented: true });
    put(house, 'not laid', { state: 'ready-for-review' });
    house.putItem(anItem({ caseId: caseId('laid'), code: caseCode('laid') }));

    const { items } = await open(house, 'member');

    expect(items).toMatchObject([
      { caseId: caseId('laid'), number: 1 },
      { caseId: caseId('not laid'), number: 2, kind: 'new-candidate', closed: false },
    ]);
  });

  it('holds no case the reader is disqualified from, published or not', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting({ publishedAt: NOON, agenda: [caseId('laid')] }));
    put(house, 'laid', {
      state: 'mapping',
      presented: true,
      disqualified: [aDisqualification(house.who.member.person.id)],
    });
    put(house, 'ready', {
      state: 'ready-for-review',
      disqualified: [aDisqualification(house.who.member.person.id)],
    });
    house.putItem(anItem({ caseId: caseId('laid') }));

    const [theirs, others] = [await open(house, 'member'), await open(house)];

    expect([theirs.items, theirs.entries]).toEqual([[], []]);
    expect([others.items.length, others.entries.length]).toEqual([1, 1]);
  });

  it('shows the one after when today’s has ended', async () => {
    const house = aHouse({ now: instant('2026-12-09T12:00') });
    const running = aRunningMeeting();
    house.putMeeting({ ...running, state: 'ended', endedAt: NOON });

    const { meeting } = await open(house);

    expect(meeting).toMatchObject({ id: meetingId('2026-12-23'), state: 'planned' });
  });

  it('shows today’s while it has not ended', async () => {
    const house = aHouse({ now: instant('2026-12-09T22:00') });
    house.putMeeting(aRunningMeeting());

    const { meeting } = await open(house);

    expect(meeting).toMatchObject({ id: meetingId(), state: 'running' });
  });
});
