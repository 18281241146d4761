import { aCase } from '../builders/cases';
import { caseCode, caseId, day, instant, meetingId, NOON } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { aHouse, type House } from './asking';

const put = (house: House, name: string, over: object = {}) =>
  house.putCase(
    aCase({ id: caseId(name), code: caseCode(name), state: 'ready-for-review', ...over } as never),
  );
const publish = (house: House, command = 'command', id = meetingId()) =>
  house.does.publishAgenda({ ...house.ask('coordinator', { command }), meetingId: id });
const meetingIn = ({ inside }: House) => inside.meetings.get(meetingId())?.meeting;

describe('publishAgenda', () => {
  it('fixes what the agenda holds in its order, has it posted and each case laid on it', async () => {
    const house = aHouse();
    put(house, 'waits', { state: 'awaiting-consent' });
    put(house, 'new');
    put(house, 'urgent', { urgent: true });
    put(house, 'not ready', { state: 'submitted' });

    await publish(house);

    expect(meetingIn(house)).toMatchObject({
      agenda: ['urgent', 'new', 'waits'].map(name => caseId(name)),
      publishedAt: NOON,
      on: '2026-12-09',
      startsAt: '2026-12-09T08:00:00.000Z',
    });
    expect(house.sent().filter(({ kind }) => kind !== 'remind-contributors')).toEqual([
      { kind: 'post-agenda', meetingId: meetingId() },
      ...[
        ['urgent', 'urgent'],
        ['new', 'new-candidate'],
        ['waits', 'awaiting-consent'],
      ].map(([name, item], place) => ({
        kind: 'put-on-agenda',
        meetingId: meetingId(),
        caseId: caseId(name),
        number: place + 1,
        item,
      })),
    ]);
  });

  it('adds what has come since, after what stands there, when it is published again', async () => {
    const house = aHouse();
    put(house, 'first');
    await publish(house, 'one');
    put(house, 'first', { meetingId: meetingId(), presented: true });
    put(house, 'second', { urgent: true });

    await publish(house, 'two');

    expect(meetingIn(house)).toMatchObject({
      agenda: [caseId('first'), caseId('second')],
      publishedAt: NOON,
    });
    const again = house.sent().slice(house.sent().findIndex(({ kind }) => kind === 'edit-agenda'));
    const laying = { kind: 'put-on-agenda', meetingId: meetingId(), caseId: caseId('second') };
    expect(again.slice(0, 2)).toEqual([
      { kind: 'edit-agenda', meetingId: meetingId() },
      { ...laying, number: 2, item: 'urgent', late: true },
    ]);
  });

  it('does not call late what is on its list and was only not laid yet', async () => {
    const house = aHouse();
    put(house, 'first');
    await publish(house, 'one');

    await publish(house, 'two');

    expect(house.sent().filter(errand => 'late' in errand)).toEqual([]);
  });

  it('lays again what left the agenda and has come back, in the place it had', async () => {
    const house = aHouse();
    put(house, 'first', { presented: true });
    put(house, 'second', { presented: true, meetingId: meetingId() });
    house.putMeeting(aMeeting({ publishedAt: NOON, agenda: [caseId('first'), caseId('second')] }));

    await publish(house);

    expect(meetingIn(house)?.agenda).toEqual([caseId('first'), caseId('second')]);
    expect(house.sent().filter(({ kind }) => kind === 'put-on-agenda')).toMatchObject([
      { caseId: caseId('first'), number: 1 },
    ]);
  });

  it('goes by the order somebody put it in', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting({ order: [caseId('waits')] }));
    put(house, 'new');
    put(house, 'waits', { state: 'awaiting-consent' });

    await publish(house);

    expect(meetingIn(house)?.agenda).toEqual(['waits', 'new'].map(name => caseId(name)));
  });

  it('can be published with nothing on it', async () => {
    const house = aHouse();

    await publish(house);

    expect(meetingIn(house)).toMatchObject({ agenda: [], publishedAt: NOON });
  });

  it('leaves what one batch cannot hold for the next meeting', async () => {
    const house = aHouse();
    Array.from({ length: 95 }, (_, place) => put(house, place.toString()));

    await publish(house, 'one');
    await publish(house, 'two');

    expect(meetingIn(house)?.agenda).toHaveLength(90);
    const laid = house.sent().flatMap(errand => (errand.kind === 'put-on-agenda' ? [errand.caseId] : []));
    expect(new Set(laid).size).toBe(90);
  });

  it('keeps the chair and the place of a meeting that was stored', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting({ place: 'Et annet sted' }));

    await publish(house);

    expect(meetingIn(house)?.place).toBe('Et annet sted');
  });

  it('is refused for a day the series has no meeting, as if there were none', async () => {
    const house = aHouse();

    const refused = await publish(house, 'command', meetingId('2026-12-10'));

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(house.inside.meetings.size).toBe(0);
    expect(house.events()).toMatchObject([{ operation: 'publish-agenda', allowed: false }]);
  });

  it('is the chair’s too', async () => {
    const house = aHouse();

    const published = await house.does.publishAgenda({ ...house.ask('chair'), meetingId: meetingId() });

    expect(published.ok).toBe(true);
    expect(house.events()[0]?.rule).toBe('publish-agenda/chair');
  });

  it('tells a member who may not that it cannot be done', async () => {
    const house = aHouse();

    const refused = await house.does.publishAgenda({ ...house.ask('member'), meetingId: meetingId() });

    expect(refused).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });

  it('takes up a participant who is due for review by the day of the meeting', async () => {
    const house = aHouse();
    put(house, 'due', { state: 'active', since: instant('2026-10-14T09:00') });
    put(house, 'not due', { state: 'active', since: instant('2026-10-15T09:00') });

    await publish(house);

    expect(meetingIn(house)?.agenda).toEqual([caseId('due')]);
    expect(day('2026-12-09')).toBe(meetingIn(house)?.on);
  });
});
