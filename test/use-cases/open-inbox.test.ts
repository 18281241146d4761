import { someMinutes } from '../builders/minutes';
import { aDisqualification, anAction, aCase } from '../builders/cases';
import { briefOf } from '../../src/domain/action';
import { caseCode, caseId, day, instant, meetingId, NOON } from '../builders/ids';
import { aMeeting, anEndedMeeting, aRunningMeeting } from '../builders/meetings';
import { aHouse, COORDINATOR, type House, OWNER } from './asking';
import { addEntry } from '../fakes/store-state';
import { anEntry } from '../builders/outbox';

const put = (house: House, name: string, over: object = {}) =>
  house.putCase(aCase({ id: caseId(name), code: caseCode(name), ...over }));

/** Nothing is asked of the agenda: it is published. */
const published = (): House => {
  const house = aHouse();
  house.putMeeting(aMeeting({ publishedAt: NOON }));
  return house;
};

describe('openInbox', () => {
  const open = async (house: House) => {
    const inbox = await house.does.openInbox(house.ask('coordinator'));
    if (!inbox.ok) throw new Error(inbox.error.kind);
    return inbox.value;
  };

  it('holds what waits for the coordinator, oldest first, each with its next step', async () => {
    const house = published();
    put(house, 'new', { since: instant('2026-12-03T08:00') });
    put(house, 'postponed', { state: 'deferred', since: instant('2026-11-20T08:00') });
    put(house, 'not mine to do', { state: 'needs-info' });

    const { entries, nextMeeting, onAgenda } = await open(house);

    expect(entries.map(({ step, caseId: id }) => [step, id])).toEqual([
      ['return-to-agenda', caseId('postponed')],
      ['check-referral', caseId('new')],
    ]);
    expect([nextMeeting, onAgenda]).toEqual(['2026-12-09', 0]);
  });

  it('counts what the next meeting would hold', async () => {
    const house = published();
    put(house, 'one', { state: 'ready-for-review' });
    put(house, 'two', { state: 'awaiting-consent' });

    const { onAgenda } = await open(house);

    expect(onAgenda).toBe(2);
  });

  it('holds new dates that are asked for, and what could not be sent', async () => {
    const house = published();
    const task = anAction({ asked: { due: day('2026-12-20'), reason: 'no-contact', at: NOON } });
    house.putTask(task);
    put(house, 'case', { state: 'mapping', actions: [briefOf(task)] });
    addEntry(house.inside, 'case:one', anEntry());
    const [key, kept] = [...house.inside.outbox][0] ?? [];
    if (key !== undefined && kept !== undefined) house.inside.outbox.set(key, { ...kept, state: 'dead' });

    const { entries } = await open(house);

    expect(entries).toMatchObject([
      { step: 'grant-new-date', actionId: task.id },
      { step: 'read-dead-letter', entryId: anEntry().id, person: COORDINATOR, urgent: true },
    ]);
  });

  it('says who must install the app', async () => {
    const house = published();
    addEntry(
      house.inside,
      'person:one',
      anEntry({ errand: { kind: 'digest', to: OWNER, on: day('2026-12-04') } }),
    );
    const [key, kept] = [...house.inside.outbox][0] ?? [];
    if (key !== undefined && kept !== undefined) house.inside.outbox.set(key, { ...kept, state: 'waiting' });

    const { entries } = await open(house);

    expect(entries).toEqual([{ step: 'install-app', person: OWNER, since: NOON, urgent: false }]);
  });

  it('holds nothing of a case the coordinator is disqualified from', async () => {
    const house = published();
    const task = anAction({ asked: { due: day('2026-12-20'), reason: 'no-contact', at: NOON } });
    house.putTask(task);
    put(house, 'case', {
      state: 'awaiting-consent',
      disqualified: [aDisqualification(COORDINATOR)],
      actions: [briefOf(task)],
    });

    const { entries, onAgenda } = await open(house);

    expect(entries).toEqual([]);
    expect(onAgenda).toBe(0);
  });

  it.each([
    ['under way', { state: 'needs-info' }],
    ['archived', { state: 'concluded', archived: { ref: '2026/1', at: NOON, by: COORDINATOR } }],
    ['erased', { state: 'concluded', erasedOn: day('2026-12-01') }],
  ])('tells a disqualified coordinator of no letter about a case that is %s', async (_, over) => {
    const house = published();
    house.putCase(
      aCase({ ...over, disqualified: [aDisqualification(COORDINATOR)] } as Parameters<typeof aCase>[0]),
    );
    addEntry(house.inside, 'case:one', anEntry());
    const [key, kept] = [...house.inside.outbox][0] ?? [];
    if (key !== undefined && kept !== undefined) house.inside.outbox.set(key, { ...kept, state: 'dead' });

    const { entries } = await open(house);

    expect(house.inside.outbox.size).toBe(1);
    expect(entries).toEqual([]);
  });

  it.each([
    ['2026-12-03T10:59', []],
    ['2026-12-03T11:00', ['publish-agenda']],
  ])('asks for the agenda from the deadline on: at %s %j', async (at, steps) => {
    const house = aHouse({ now: instant(at) });

    const { entries } = await open(house);

    expect(entries.map(({ step }) => step)).toEqual(steps);
  });

  it('says which meeting it is for, and asks no more once it is published or runs', async () => {
    const [waits, done, running] = [aHouse(), published(), aHouse({ now: instant('2026-12-09T08:30') })];
    running.putMeeting(aRunningMeeting());

    const [one, two, three] = [await open(waits), await open(done), await open(running)];

    expect(one.entries).toMatchObject([{ step: 'publish-agenda', on: '2026-12-09' }]);
    expect([two.entries, three.entries]).toEqual([[], []]);
  });

  it('asks for the archive again when something was put to minutes it has', async () => {
    const house = aHouse();
    const at = instant('2026-11-20T08:00');
    const approved = { by: COORDINATOR, at };
    const archived = { ref: '2026/1', at: instant('2026-11-23T08:00'), by: COORDINATOR };
    house.putMeeting(anEndedMeeting({ approved, archived, exportedAt: at }));
    const minutes = { minutes: someMinutes({ items: [] }), addenda: [] };
    house.inside.minutes.set(meetingId(), minutes);
    const before = await open(house);

    await house.does.addAddendum({
      ...house.ask('coordinator', { command: 'add', at: instant('2026-11-24T08:00') }),
      ...{ meetingId: meetingId(), text: 'Feil plass.' },
    });

    expect(before.entries).toEqual([]);
    expect((await open(house)).entries).toMatchObject([
      { step: 'archive-meeting', since: '2026-11-27T07:00:00.000Z' },
    ]);
  });

  it('asks for the archive of what has ended, and of minutes, and leaves what is archived', async () => {
    const house = aHouse();
    const by = COORDINATOR;
    const ended = instant('2026-11-30T08:00');
    const archived = { ref: '2026/1', at: NOON, by };
    put(house, 'ended', { state: 'concluded', since: ended });
    put(house, 'archived', { state: 'concluded', since: ended, archived });
    put(house, 'not mine', { state: 'declined', since: ended, disqualified: [aDisqualification(by)] });
    house.putMeeting(anEndedMeeting({ approved: { by, at: ended } }));

    const { entries } = await open(house);

    expect(entries.map(({ step, caseId: id, meetingId: on }) => [step, id ?? on])).toEqual([
      ['archive-case', caseId('ended')],
      ['archive-meeting', meetingId()],
    ]);
  });
});
