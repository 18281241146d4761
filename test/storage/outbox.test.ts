import { type OutboxEntry } from '../../src/domain/outbox';
import { plusMs } from '../../src/domain/time';
import { type Lease, type OutboxFile } from '../../src/use-cases/ports/outbox';
import { aCase, anItem } from '../builders/cases';
import { aMeeting } from '../builders/meetings';
import {
  caseCode,
  caseId,
  commandId,
  day,
  instant,
  meetingId,
  NOON,
  outboxId,
  personId,
  actionId,
} from '../builders/ids';
import { aFact, anEntry, aReference } from '../builders/outbox';
import { aCoordinator } from '../builders/people';
import { givenCase, givenPerson, soon, there } from './given';
import { BACKENDS, CLOCKED, type ClockedLab, type Lab } from './lab';

const LEASE = 15_000;
const until = plusMs(NOON, LEASE);
const posted = { activityId: 'a-1', conversationId: 'c-1' };

const only = <T>(all: readonly T[]): T => {
  const [one] = all;
  if (one === undefined || all.length > 1) throw new Error(`expected one, found ${all.length.toString()}`);
  return one;
};

describe.each(BACKENDS)('outbox $name', ({ open }) => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  const due = (at = NOON, limit = 10) => lab.outbox.due(at, limit, soon());
  const entry = async (over: Partial<OutboxEntry> = {}): Promise<OutboxFile> => {
    await givenCase(lab, aCase(), { outbox: [anEntry(over)] });
    return only(await due());
  };
  const claim = (file: OutboxFile, epoch = 1) => lab.outbox.claim(file, { until, epoch }, soon());
  const claimed = async (over: Partial<OutboxEntry> = {}) => there(await claim(await entry(over)));

  it.each<OutboxEntry['errand']>([
    { kind: 'post-agenda', meetingId: meetingId() },
    { kind: 'edit-agenda', meetingId: meetingId() },
    { kind: 'put-on-agenda', meetingId: meetingId(), caseId: caseId(), number: 2, item: 'urgent' },
    { kind: 'post-item', meetingId: meetingId(), caseId: caseId() },
    { kind: 'edit-item', meetingId: meetingId(), caseId: caseId() },
    { kind: 'digest', to: personId('ansvarlig'), on: day('2026-12-04') },
    { kind: 'digest', to: personId('ansvarlig'), on: day('2026-12-04'), since: NOON },
    {
      ...{ kind: 'tell-coordinators', caseId: caseId(), code: caseCode(), notice: { kind: 'new-referral' } },
      but: [personId('innmelder')],
    },
    {
      ...{ kind: 'edit-digests', caseId: caseId(), on: day('2026-12-04') },
      task: {
        ...{ id: actionId(), title: 'call-meeting', due: day('2026-12-04') },
        ...{ owner: personId('ansvarlig'), standIn: personId('kollega') },
      },
      answered: { to: personId('ansvarlig'), in: posted },
    },
    { kind: 'follow-absence', person: personId('ansvarlig') },
    {
      ...{ kind: 'follow-absence', person: personId('ansvarlig') },
      was: { from: day('2026-12-04'), to: day('2026-12-11'), standIn: personId('kollega') },
    },
    { kind: 'edit-digest', to: personId('ansvarlig'), on: day('2026-12-04') },
    {
      ...{ kind: 'edit-digest', to: personId('ansvarlig'), on: day('2026-12-04') },
      answeredIn: posted,
    },
    { kind: 'stop-work', caseId: caseId(), stoppedAt: NOON, by: personId('koordinator') },
    { kind: 'stop-work', caseId: caseId(), stoppedAt: NOON },
    { kind: 'find-messages', caseId: caseId(), stoppedAt: NOON },
    {
      ...{ kind: 'clear-message', to: personId('ansvarlig'), caseId: caseId(), code: caseCode() },
      ...{ message: { activityId: 'a', conversationId: 'chat' }, stoppedAt: NOON },
    },
    anEntry().errand,
  ])('gives an entry back whole: $kind', async errand => {
    const file = await entry({ errand });

    expect(file).toMatchObject({
      entry: anEntry({ errand }),
      partition: `case:${caseId()}`,
      state: 'pending',
      attempts: 0,
      epoch: 0,
    });
  });

  it.each<Extract<OutboxEntry['errand'], { kind: 'notice' }>['notice']>([
    { kind: 'state', state: 'deferred' },
    { kind: 'answer-needed', by: day('2026-12-11') },
    { kind: 'new-information' },
    { kind: 'informed-unanswered', eraseOn: day('2027-01-03') },
    { kind: 'form', form: 'record-decision', meetingId: meetingId() },
    { kind: 'form', form: 'create-action' },
    { kind: 'form', form: 'record-gap', meetingId: meetingId() },
    { kind: 'stopped' },
  ])('gives a notice back whole: $kind', async notice => {
    const errand = { ...anEntry().errand, kind: 'notice', notice } as OutboxEntry['errand'];

    expect((await entry({ errand })).entry.errand).toEqual(errand);
  });

  it('gives what is due, the oldest first, and no more than asked for', async () => {
    const at = (name: string, time: string) => anEntry({ id: outboxId(name), at: instant(time) });
    const outbox = [
      at('late', '2026-12-04T10:30'),
      at('early', '2026-12-04T10:00'),
      at('not yet', '2026-12-04T12:00'),
    ];
    await givenCase(lab, aCase(), { outbox });

    const ids = async (limit: number) => (await due(NOON, limit)).map(file => file.entry.id);

    expect(await ids(10)).toEqual([outboxId('early'), outboxId('late')]);
    expect(await ids(1)).toEqual([outboxId('early')]);
  });

  it('is claimed by one of many, and then out of sight until the claim ends', async () => {
    const file = await entry();

    const claims = await Promise.all([1, 1, 1, 1].map(epoch => claim(file, epoch)));

    expect(claims.filter(one => one !== undefined)).toHaveLength(1);
    expect(await due()).toEqual([]);
    expect(await due(plusMs(until, -1))).toEqual([]);
    expect(await due(until)).toHaveLength(1);
  });

  it('refuses a claim made under an epoch that has passed', async () => {
    const file = there(await claim(await entry(), 3));

    expect(await claim(file, 2)).toBeUndefined();
    expect(await claim(file, 3)).toMatchObject({ state: 'claimed', epoch: 3 });
  });

  it('voids the claim of a leader who was overtaken', async () => {
    const old = await claimed();
    const taken = there(await claim(only(await due(until)), 2));

    expect(await lab.outbox.intend(old, soon())).toBeUndefined();
    await lab.outbox.acknowledge(old, posted, soon());
    await lab.outbox.postpone(old, NOON, soon());
    await lab.outbox.settle(old, 'dead', soon());
    expect(await lab.outbox.intend(taken, soon())).toMatchObject({ state: 'sending', epoch: 2 });
  });

  it('counts the sends that were begun, and brings one that never ended back', async () => {
    const sending = there(await lab.outbox.intend(await claimed(), soon()));

    expect(sending).toMatchObject({ state: 'sending', attempts: 1, epoch: 1 });
    expect(await due()).toEqual([]);
    expect(only(await due(until))).toMatchObject({ state: 'sending', attempts: 1 });
  });

  it('is done with what was sent', async () => {
    const sending = there(await lab.outbox.intend(await claimed(), soon()));

    await lab.outbox.acknowledge(sending, undefined, soon());

    expect(await due(instant('2027-01-01T00:00'))).toEqual([]);
    expect(await lab.outbox.troubles(soon())).toEqual([]);
  });

  it('tries again when it was put off to', async () => {
    const file = await claimed();
    const later = instant('2026-12-04T13:00');

    await lab.outbox.postpone(file, later, soon());

    expect(await due(instant('2026-12-04T12:59'))).toEqual([]);
    expect(only(await due(later))).toMatchObject({ state: 'pending' });
  });

  it('lays the place of a posted item beside the item', async () => {
    const kase = await givenCase(lab);
    const errand = { kind: 'post-item' as const, meetingId: meetingId(), caseId: caseId() };
    const change = { item: { item: anItem() }, outbox: [anEntry({ errand })] };
    await lab.cases.commit({ ...change, file: kase, kase: kase.kase, fact: aFact() }, soon());
    const sending = there(await lab.outbox.intend(there(await claim(only(await due()))), soon()));

    await lab.outbox.acknowledge(sending, posted, soon());

    const item = await lab.cases.item(caseId(), meetingId(), soon());
    expect(item?.item).toEqual(anItem({ posted }));
  });

  it('lays the place of a posted agenda in the meeting', async () => {
    const errand = { kind: 'post-agenda' as const, meetingId: meetingId() };
    const fact = aFact({ commandId: commandId('publish') });
    await lab.meetings.commit({ meeting: aMeeting(), fact, outbox: [anEntry({ errand })] }, soon());
    const sending = there(await lab.outbox.intend(there(await claim(only(await due()))), soon()));

    await lab.outbox.acknowledge(sending, posted, soon());

    expect((await lab.meetings.load(meetingId(), soon()))?.meeting).toEqual(aMeeting({ posted }));
  });

  describe('the newest digest of somebody', () => {
    const OWNER = personId('ansvarlig');
    const digest = (on: string) => ({ kind: 'digest' as const, to: OWNER, on: day(on) });
    const add = async (on: string): Promise<OutboxFile> => {
      await lab.outbox.add({ person: OWNER }, anEntry({ id: outboxId(on), errand: digest(on) }), soon());
      return only(await due());
    };
    const send = async (on: string) =>
      there(await lab.outbox.intend(there(await claim(await add(on))), soon()));
    const last = () => lab.outbox.lastDigest(OWNER, soon());

    it('is nowhere before there is one', async () => {
      expect(await last()).toBeUndefined();
    });

    it('stands where the last one was sent to', async () => {
      await lab.outbox.acknowledge(await send('2026-12-03'), posted, soon());
      const newer = { ...posted, activityId: 'a-2' };

      await lab.outbox.acknowledge(await send('2026-12-04'), newer, soon());

      expect(await last()).toEqual({ posted: newer, on: day('2026-12-04') });
    });

    it('is not told while another is on its way, and told again when that was dropped', async () => {
      await lab.outbox.acknowledge(await send('2026-12-03'), posted, soon());
      const pending = await add('2026-12-04');
      const whenPending = await last();
      const sending = there(await lab.outbox.intend(there(await claim(pending)), soon()));
      const whenSending = await last();

      await lab.outbox.settle(sending, 'dropped', soon());

      const stands = { posted, on: day('2026-12-03') };
      expect([whenPending, whenSending, await last()]).toEqual([stands, 'under-way', stands]);
    });

    it('was sent when it was acknowledged, whatever day it was for', async () => {
      const sentAt = () => lab.outbox.lastDigestAt(OWNER, soon());
      const before = await sentAt();

      await lab.outbox.acknowledge(await send('2026-12-03'), posted, soon());

      const { now } = await lab.outbox.lead('replica', LEASE, soon());
      const after = there(await sentAt());
      expect(before).toBeUndefined();
      expect(Math.abs(Date.parse(now) - Date.parse(after))).toBeLessThan(5_000);
    });

    it('is nobody else’s', async () => {
      await lab.outbox.acknowledge(await send('2026-12-03'), posted, soon());

      expect(await lab.outbox.lastDigest(personId('koordinator'), soon())).toBeUndefined();
    });
  });

  it('is done even when what was posted is no longer there', async () => {
    const errand = { kind: 'post-item' as const, meetingId: meetingId(), caseId: caseId() };
    const sending = there(await lab.outbox.intend(await claimed({ errand }), soon()));

    await lab.outbox.acknowledge(sending, posted, soon());

    expect(await due(instant('2027-01-01T00:00'))).toEqual([]);
  });

  it('tells the coordinator of what is dead or waits, and of nothing else', async () => {
    const outbox = ['dead', 'waiting', 'dropped', 'pending'].map(name => anEntry({ id: outboxId(name) }));
    await givenCase(lab, aCase(), { outbox });
    for (const file of await due()) {
      const state = (['dead', 'waiting', 'dropped'] as const).find(name => outboxId(name) === file.entry.id);
      if (state !== undefined) await lab.outbox.settle(file, state, soon());
    }

    const troubles = await lab.outbox.troubles(soon());

    expect(troubles.map(({ entry: { id }, state }) => [id, state]).toSorted()).toEqual(
      [
        [outboxId('dead'), 'dead'],
        [outboxId('waiting'), 'waiting'],
      ].toSorted(),
    );
  });

  const dead = async (): Promise<OutboxFile> => {
    const sending = there(await lab.outbox.intend(await claimed(), soon()));
    await lab.outbox.settle(sending, 'dead', soon());
    return there(await lab.outbox.deadLetter(outboxId(), soon()));
  };

  it('finds a dead letter by its id, and nothing that is not dead', async () => {
    const file = await entry();
    const before = await lab.outbox.deadLetter(file.entry.id, soon());
    await lab.outbox.settle(file, 'dead', soon());

    const found = await lab.outbox.deadLetter(file.entry.id, soon());

    expect(before).toBeUndefined();
    expect(found).toMatchObject({ entry: anEntry(), state: 'dead', partition: `case:${caseId()}` });
    expect(await lab.outbox.deadLetter(outboxId('other'), soon())).toBeUndefined();
  });

  it('sends a dead letter on its way again, as if for the first time, in the epoch it died in', async () => {
    const file = await dead();

    const moved = await lab.outbox.retry(file, NOON, soon());

    expect(moved).toBe(true);
    expect(await lab.outbox.troubles(soon())).toEqual([]);
    expect(only(await due())).toMatchObject({ state: 'pending', attempts: 0, epoch: 1 });
  });

  it('sends a dead letter on its way once, however many ask', async () => {
    const file = await dead();

    const moved = await Promise.all([1, 2, 3].map(() => lab.outbox.retry(file, NOON, soon())));
    const again = await lab.outbox.retry(file, plusMs(NOON, 1), soon());

    expect(moved.filter(one => one)).toHaveLength(1);
    expect(again).toBe(false);
    expect(only(await due())).toMatchObject({ state: 'pending' });
  });

  it('retries nothing that is not dead', async () => {
    const file = await claimed();

    expect(await lab.outbox.retry(file, NOON, soon())).toBe(false);
    expect(await due()).toEqual([]);
  });

  it('adds what no command caused, once', async () => {
    const digest = anEntry({ errand: { kind: 'digest', to: personId('ansvarlig'), on: day('2026-12-04') } });
    const add = () => lab.outbox.add({ person: personId('ansvarlig') }, digest, soon());

    expect([await add(), await add()]).toEqual([true, false]);
    expect(only(await due())).toMatchObject({ entry: digest, partition: 'person:ansvarlig' });
  });

  it.each([
    [{ caseId: caseId() }, `case:${caseId()}`],
    [{ meetingId: meetingId() }, `meeting:${meetingId()}`],
  ])('adds one beside what it is about: %j', async (beside, partition) => {
    const step = anEntry({ errand: { kind: 'edit-agenda', meetingId: meetingId() } });

    await lab.outbox.add(beside, step, soon());

    expect(only(await due())).toMatchObject({ entry: step, partition });
  });

  it('counts how it stands', async () => {
    const names = ['pending', 'later', 'claimed', 'sending', 'waiting', 'dead', 'sent'];
    const outbox = names.map((name, n) =>
      anEntry({ id: outboxId(name), at: plusMs(NOON, name === 'later' ? 60_000 : n - 100) }),
    );
    await givenCase(lab, aCase(), { outbox });
    const files = new Map((await due()).map(file => [file.entry.id, file]));
    const file = (name: string) => there(files.get(outboxId(name)));
    await claim(file('claimed'));
    await lab.outbox.intend(there(await claim(file('sending'))), soon());
    await lab.outbox.settle(file('waiting'), 'waiting', soon());
    await lab.outbox.settle(file('dead'), 'dead', soon());
    await lab.outbox.acknowledge(file('sent'), undefined, soon());

    const counts = await lab.outbox.counts(NOON, soon());

    expect(counts).toEqual({
      pending: 2,
      due: 1,
      inFlight: 2,
      waiting: 1,
      dead: 1,
      oldestDueAt: plusMs(NOON, -100),
    });
  });
});

describe.each(CLOCKED)('the lease $name', ({ open }) => {
  let lab: ClockedLab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  const lead = async (holder: string) => (await lab.outbox.lead(holder, LEASE, soon())).value;

  it('is held by one of many', async () => {
    const leases = await Promise.all(['a', 'b', 'c'].map(lead));

    expect(leases.filter(lease => lease !== undefined)).toHaveLength(1);
  });

  it('is renewed in its epoch while it lasts', async () => {
    await lead('a');
    lab.advance(LEASE - 1_000);

    expect(await lead('a')).toMatchObject({ epoch: 1, until: plusMs(NOON, 2 * LEASE - 1_000) });
    expect(await lead('b')).toBeUndefined();
  });

  it('passes on in a new epoch when it has ended', async () => {
    await lead('a');
    lab.advance(LEASE);

    expect(await lead('b')).toMatchObject({ holder: 'b', epoch: 2 });
    expect(await lead('a')).toBeUndefined();
  });

  it('begins a new epoch even for who held it, once it has ended', async () => {
    await lead('a');
    lab.advance(LEASE);

    expect(await lead('a')).toMatchObject({ holder: 'a', epoch: 2 });
  });

  it('can be given up before its end', async () => {
    await lab.outbox.resign(there(await lead('a')), soon());

    expect(await lead('b')).toMatchObject({ holder: 'b', epoch: 2 });
  });

  it('cannot be given up by who no longer holds it', async () => {
    const old = there(await lead('a'));
    lab.advance(LEASE);
    await lead('b');

    await lab.outbox.resign(old, soon());

    expect(await lead('c')).toBeUndefined();
  });

  it("tells the database's own time", async () => {
    lab.advance(61_000);

    expect((await lab.outbox.lead('a', LEASE, soon())).now).toBe(plusMs(NOON, 61_000));
  });

  it('shows in the counts', async () => {
    await lead('a');

    expect(await lab.outbox.counts(NOON, soon())).toMatchObject({ leader: 'a', epoch: 1 });
  });

  it.each([
    [
      'has ended',
      () => {
        lab.advance(LEASE);
        return Promise.resolve();
      },
    ],
    ['was given up', (lease: Lease) => lab.outbox.resign(lease, soon())],
  ])('names nobody in the counts when it %s', async (_, end) => {
    await end(there(await lead('a')));

    const counts = await lab.outbox.counts(NOON, soon());

    expect(counts).not.toHaveProperty('leader');
    expect(counts.epoch).toBe(1);
  });

  it('does not leave waiting what was set to wait just as the reference came', async () => {
    const by = await givenPerson(lab, aCoordinator());
    await givenCase(lab, aCase(), { outbox: [anEntry()] });
    const file = only(await lab.outbox.due(NOON, 10, soon()));
    await lab.people.captureReference(by, aReference(), soon());

    await lab.outbox.settle(file, 'waiting', soon());

    expect(await lab.outbox.due(NOON, 10, soon())).toEqual([]);
    expect(await lab.outbox.due(plusMs(NOON, 60_000), 10, soon())).toHaveLength(1);
  });
});
