import { anAction, aCase, anItem, doneAction } from '../builders/cases';
import { briefOf } from '../../src/domain/action';
import { actionId, caseCode, caseId, day, instant, meetingId, NOON, personId } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { aDraft } from '../builders/referrals';
import { aHouse, COORDINATOR, type House, OWNER } from './asking';
import { addEntry } from '../fakes/store-state';
import { anEntry } from '../builders/outbox';

const put = (house: House, name: string, over: object = {}) =>
  house.putCase(aCase({ id: caseId(name), code: caseCode(name), ...over } as never));

describe('listMyReferrals', () => {
  it('lists one’s own, newest first, and one’s drafts, and nobody else’s', async () => {
    const house = aHouse();
    put(house, 'old', { submittedAt: instant('2026-11-01T08:00') });
    put(house, 'new', { submittedAt: instant('2026-12-01T08:00') });
    put(house, 'not mine', { author: personId('kollega') });
    house.putDraft(aDraft({ id: caseId('draft') }));
    house.putDraft(aDraft({ id: caseId('not my draft'), author: personId('kollega') }));

    const mine = await house.does.listMyReferrals(house.ask('author'));

    expect(mine).toMatchObject({
      ok: true,
      value: {
        cases: [{ id: caseId('new') }, { id: caseId('old') }],
        drafts: [{ id: caseId('draft'), savedAt: NOON }],
      },
    });
    expect(mine.ok && mine.value.cases).toHaveLength(2);
    expect(mine.ok && mine.value.drafts).toHaveLength(1);
  });
});

describe('listMyActions', () => {
  const withTasks = () => {
    const house = aHouse();
    const tasks = [
      anAction({ id: actionId('late'), due: day('2026-12-20') }),
      anAction({ id: actionId('soon'), due: day('2026-12-10'), owner: personId('en-annen'), standIn: OWNER }),
      doneAction({ id: actionId('done') }),
      anAction({ id: actionId('other'), owner: personId('en-annen') }),
    ];
    tasks.forEach(task => house.putTask(task));
    put(house, 'case', { state: 'mapping', actions: tasks.map(briefOf) });
    return house;
  };

  it('lists what one owns or stands in for and has not done, soonest first', async () => {
    const house = withTasks();

    const mine = await house.does.listMyActions(house.ask('owner'));

    expect(mine.ok && mine.value.map(({ id }) => id)).toEqual([actionId('soon'), actionId('late')]);
    expect(house.events()).toMatchObject([{ operation: 'list-my-actions', rule: 'list-my-actions/self' }]);
  });

  it('leaves out a case the owner is disqualified from', async () => {
    const house = withTasks();
    const kase = house.inside.cases.get(caseId('case'))?.kase;
    if (kase !== undefined) house.putCase({ ...kase, disqualified: [OWNER] });

    const mine = await house.does.listMyActions(house.ask('owner'));

    expect(mine).toEqual({ ok: true, value: [] });
  });

  it('is refused to somebody removed', async () => {
    const house = withTasks();

    const refused = await house.does.listMyActions(house.ask('gone'));

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(house.events()).toMatchObject([{ operation: 'list-my-actions', allowed: false }]);
  });

  it('lists nothing when the look cannot be recorded', async () => {
    const house = withTasks();
    house.inside.people.delete(OWNER);

    const looking = house.does.listMyActions(house.ask('owner'));

    await expect(looking).rejects.toThrow('not in the directory');
  });
});

describe('openInbox', () => {
  const open = async (house: House) => {
    const inbox = await house.does.openInbox(house.ask('coordinator'));
    if (!inbox.ok) throw new Error(inbox.error.kind);
    return inbox.value;
  };

  it('holds what waits for the coordinator, oldest first, each with its next step', async () => {
    const house = aHouse();
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
    const house = aHouse();
    put(house, 'one', { state: 'ready-for-review' });
    put(house, 'two', { state: 'awaiting-consent' });

    const { onAgenda } = await open(house);

    expect(onAgenda).toBe(2);
  });

  it('holds new dates that are asked for, and what could not be sent', async () => {
    const house = aHouse();
    const task = anAction({ asked: { due: day('2026-12-20'), reason: 'no-contact', at: NOON } });
    house.putTask(task);
    put(house, 'case', { state: 'mapping', actions: [briefOf(task)] });
    addEntry(house.inside, 'case:one', anEntry());
    const [key, kept] = [...house.inside.outbox][0] ?? [];
    if (key !== undefined && kept !== undefined) house.inside.outbox.set(key, { ...kept, state: 'dead' });

    const { entries } = await open(house);

    expect(entries).toMatchObject([
      { step: 'grant-new-date', actionId: task.id },
      { step: 'read-dead-letter', person: COORDINATOR, urgent: true },
    ]);
  });

  it('says who must install the app', async () => {
    const house = aHouse();
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
    const house = aHouse();
    const task = anAction({ asked: { due: day('2026-12-20'), reason: 'no-contact', at: NOON } });
    house.putTask(task);
    put(house, 'case', { state: 'awaiting-consent', disqualified: [COORDINATOR], actions: [briefOf(task)] });

    const { entries, onAgenda } = await open(house);

    expect(entries).toEqual([]);
    expect(onAgenda).toBe(0);
  });
});

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
    put(house, 'laid', { state: 'mapping', presented: true, disqualified: [house.who.member.person.id] });
    put(house, 'ready', { state: 'ready-for-review', disqualified: [house.who.member.person.id] });
    house.putItem(anItem({ caseId: caseId('laid') }));

    const [theirs, others] = [await open(house, 'member'), await open(house)];

    expect([theirs.items, theirs.entries]).toEqual([[], []]);
    expect([others.items.length, others.entries.length]).toEqual([1, 1]);
  });

  it('shows the one after when today’s has ended', async () => {
    const house = aHouse({ now: instant('2026-12-09T12:00') });
    const running = aRunningMeeting();
    if (running.state === 'running') house.putMeeting({ ...running, state: 'ended', endedAt: NOON });

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

describe('openAccess', () => {
  it('shows the whole directory by name, removed people too', async () => {
    const house = aHouse();

    const people = await house.does.openAccess(house.ask('admin'));

    const names = people.ok ? people.value.map(({ name }) => name) : [];
    expect(names).toHaveLength(house.inside.people.size);
    expect(names).toContain('Sluttet');
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'nb')));
  });
});
