import { type Person } from '../../src/domain/people';
import { type TimeOfDay } from '../../src/domain/time';
import { cosmosPeople } from '../../src/storage/cosmos-people';
import { identityPointers } from '../../src/storage/identity-pointers';
import { agingCache } from '../../src/storage/sealing/aging-cache';
import { openShelves } from '../../src/storage/shelves';
import { commandId, day, meetingId, NOON, outboxId, personId, seatId } from '../builders/ids';
import { aFact, anEntry, aReference } from '../builders/outbox';
import { aCoordinator, aPerson } from '../builders/people';
import { givenCase, givenPerson, soon, there } from './given';
import { aCase } from '../builders/cases';
import { BACKENDS, endOf, type Lab, openEmbedded } from './lab';

const fact = (name: string) => aFact({ commandId: commandId(name), operation: 'save-person' });

describe.each(BACKENDS)('people $name', ({ open }) => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  const identity = (person: Person) => person.identities[0] ?? { tenantId: '', objectId: '' };

  it('come back whole', async () => {
    const person = aPerson({
      seat: seatId('dps'),
      standIn: personId('stedfortreder'),
      workPhone: '55 55 55 55',
      digestAt: '10:00' as TimeOfDay,
      absence: { from: day('2026-12-07'), to: day('2026-12-11'), standIn: personId('stedfortreder') },
      declaredOn: day('2026-02-01'),
      removedOn: day('2026-12-01'),
      language: 'nn',
      roles: ['member', 'leader', 'steering', 'privacy-officer'],
    });

    expect((await givenPerson(lab, person)).person).toEqual(person);
  });

  it('are found by each of their identities, and strangers are not', async () => {
    const two = { tenantId: 'tenant-helse', objectId: 'guest/1?#' };
    const person = aPerson({ identities: [identity(aPerson()), two] });
    await givenPerson(lab, person);
    const found = async (tenantId: string, objectId: string) =>
      (await lab.people.byIdentity({ tenantId, objectId }, soon()))?.person.id;

    expect(await found(two.tenantId, two.objectId)).toBe(person.id);
    expect(await found(identity(person).tenantId, identity(person).objectId)).toBe(person.id);
    expect(await found(identity(person).tenantId, 'stranger')).toBeUndefined();
    expect(await found('foreign', two.objectId)).toBeUndefined();
    expect(await lab.people.load(personId('ukjent'), soon())).toBeUndefined();
  });

  it('are no longer found by an identity that was taken from them', async () => {
    const file = await givenPerson(lab);
    await lab.people.byIdentity(identity(file.person), soon());

    const person = { ...file.person, identities: [] };
    await lab.people.save({ person, file, fact: fact('take') }, soon());

    expect(await lab.people.byIdentity(identity(file.person), soon())).toBeUndefined();
  });

  it('can be given an identity that another had before', async () => {
    const file = await givenPerson(lab);
    await lab.people.byIdentity(identity(file.person), soon());
    await lab.people.save({ person: { ...file.person, identities: [] }, file, fact: fact('take') }, soon());

    const heir = aPerson({ id: personId('arving'), identities: file.person.identities });
    await givenPerson(lab, heir);

    expect((await lab.people.byIdentity(identity(heir), soon()))?.person.id).toBe(heir.id);
  });

  it('cannot be given an identity that another has', async () => {
    const { person } = await givenPerson(lab);
    const thief = aPerson({ id: personId('en-annen'), identities: person.identities });

    await expect(lab.people.save({ person: thief, fact: fact('thief') }, soon())).rejects.toThrow('taken');

    expect((await lab.people.byIdentity(identity(person), soon()))?.person.id).toBe(person.id);
    expect(await lab.people.load(thief.id, soon())).toBeUndefined();
  });

  it('are listed by name, removed ones too', async () => {
    await givenPerson(lab, aPerson({ id: personId('aa'), name: 'Åsane' }));
    await givenPerson(lab, aPerson({ id: personId('b'), name: 'Bergen', removedOn: day('2026-01-01') }));

    const all = await lab.people.all(soon());

    expect(all.map(({ name }) => name)).toEqual(['Bergen', 'Åsane']);
  });

  it('T23 are added once when two add the same, and changed once when two change', async () => {
    const added = await Promise.all(
      ['one', 'two'].map(name => lab.people.save({ person: aPerson(), fact: fact(name) }, soon())),
    );
    const file = there(await lab.people.load(aPerson().id, soon()));
    const changed = await Promise.all(
      ['three', 'four'].map(name => lab.people.save({ person: file.person, file, fact: fact(name) }, soon())),
    );

    expect(added.toSorted()).toEqual(['changed-meanwhile', 'done']);
    expect(changed.toSorted()).toEqual(['changed-meanwhile', 'done']);
  });

  it('are saved with what must be sent because of it', async () => {
    await lab.people.save({ person: aPerson(), fact: fact('one'), outbox: [anEntry()] }, soon());

    expect(await lab.outbox.due(NOON, 10, soon())).toMatchObject([{ entry: anEntry() }]);
  });

  it('know the commands that were saved with them', async () => {
    const { person } = await givenPerson(lab);

    expect(await lab.people.known(person.id, commandId(`enrol ${person.id}`), soon())).toBe(true);
    expect(await lab.people.known(person.id, commandId('another'), soon())).toBe(false);
  });

  describe('recordLookup', () => {
    it('records each of many looks at once, in one chain', async () => {
      const by = await givenPerson(lab);

      await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          lab.people.recordLookup({ by, fact: fact(`look ${n.toString()}`) }, soon()),
        ),
      );

      const events = await lab.eventsIn(`person:${by.person.id}`);
      expect(events).toHaveLength(9);
      expect(endOf(events, lab.digest)).toEqual((await lab.people.load(by.person.id, soon()))?.head);
    });

    it('records the same look once', async () => {
      const by = await givenPerson(lab);

      await lab.people.recordLookup({ by, fact: fact('look') }, soon());
      await lab.people.recordLookup({ by, fact: fact('look') }, soon());

      expect(await lab.eventsIn(`person:${by.person.id}`)).toHaveLength(2);
    });

    it('puts what must be sent into the same batch', async () => {
      const by = await givenPerson(lab);

      await lab.people.recordLookup({ by, fact: fact('look'), outbox: [anEntry()] }, soon());

      expect(await lab.outbox.due(NOON, 10, soon())).toHaveLength(1);
    });

    it('leaves the person as they are', async () => {
      const by = await givenPerson(lab);
      await lab.people.captureReference(by, aReference(), soon());

      await lab.people.recordLookup({ by, fact: fact('look') }, soon());

      const file = await lab.people.load(by.person.id, soon());
      expect(file).toMatchObject({ person: by.person, reference: aReference() });
    });
  });

  describe('captureReference', () => {
    it('keeps the newest', async () => {
      const by = await givenPerson(lab);
      const moved = aReference({ serviceUrl: 'https://smba.trafficmanager.net/no/' });

      await lab.people.captureReference(by, aReference(), soon());
      const now = there(await lab.people.load(by.person.id, soon()));
      await lab.people.captureReference(now, moved, soon());

      expect((await lab.people.load(by.person.id, soon()))?.reference).toEqual(moved);
    });

    it('writes nothing when it is the same', async () => {
      const by = await givenPerson(lab);
      await lab.people.captureReference(by, aReference(), soon());
      const before = there(await lab.people.load(by.person.id, soon()));

      await lab.people.captureReference(before, aReference(), soon());

      expect(await lab.people.load(by.person.id, soon())).toEqual(before);
    });

    it('survives a save of the person', async () => {
      const by = await givenPerson(lab);
      await lab.people.captureReference(by, aReference(), soon());
      const file = there(await lab.people.load(by.person.id, soon()));

      const person = { ...file.person, language: 'en' as const };
      await lab.people.save({ person, file, fact: fact('en') }, soon());

      const saved = await lab.people.load(by.person.id, soon());
      expect(saved).toMatchObject({ reference: aReference(), person: { language: 'en' } });
    });

    it('is forgotten when the identity it was captured for is replaced: it leads to another', async () => {
      const by = await givenPerson(lab);
      await lab.people.captureReference(by, aReference(), soon());
      const file = there(await lab.people.load(by.person.id, soon()));

      const person = { ...file.person, identities: [{ tenantId: 'tenant-helse', objectId: 'successor' }] };
      await lab.people.save({ person, file, fact: fact('replace') }, soon());

      expect(await lab.people.load(by.person.id, soon())).not.toHaveProperty('reference');
    });

    it('is kept when the person gets one identity more', async () => {
      const by = await givenPerson(lab);
      await lab.people.captureReference(by, aReference(), soon());
      const file = there(await lab.people.load(by.person.id, soon()));

      const identities = [{ tenantId: 'tenant-helse', objectId: 'second' }, ...file.person.identities];
      await lab.people.save({ person: { ...file.person, identities }, file, fact: fact('add') }, soon());

      expect((await lab.people.load(by.person.id, soon()))?.reference).toEqual(aReference());
    });

    it('is not captured for a person whose identity was replaced while they wrote', async () => {
      const by = await givenPerson(lab);
      const person = { ...by.person, identities: [{ tenantId: 'tenant-helse', objectId: 'successor' }] };
      await lab.people.save({ person, file: by, fact: fact('replace') }, soon());

      await lab.people.captureReference(by, aReference(), soon());

      expect(await lab.people.load(by.person.id, soon())).not.toHaveProperty('reference');
    });

    it('releases what waited for this person, and nothing else', async () => {
      const by = await givenPerson(lab, aCoordinator());
      const mine = anEntry();
      const digest = { kind: 'digest' as const, to: personId('en-annen'), on: day('2026-12-04') };
      const another = anEntry({ id: outboxId('another'), errand: digest });
      await givenCase(lab, aCase(), { outbox: [mine, another] });
      for (const file of await lab.outbox.due(NOON, 10, soon()))
        await lab.outbox.settle(file, 'waiting', soon());
      const before = await lab.outbox.due(NOON, 10, soon());

      await lab.people.captureReference(by, aReference(), soon());

      const due = await lab.outbox.due(NOON, 10, soon());
      expect(before).toEqual([]);
      expect(due.map(({ entry, state }) => [entry.id, state])).toEqual([[mine.id, 'pending']]);
    });
  });

  describe('the channel', () => {
    const channel = aReference({ conversationId: '19:kanal' });

    it('is known once it has been heard of, and keeps the newest', async () => {
      const before = await lab.channel.reference(soon());
      await lab.channel.capture(aReference(), soon());
      await lab.channel.capture(channel, soon());

      expect(before).toBeUndefined();
      expect(await lab.channel.reference(soon())).toEqual(channel);
    });

    it('releases what waited for it', async () => {
      const errand = { kind: 'edit-agenda' as const, meetingId: meetingId() };
      await givenCase(lab, aCase(), { outbox: [anEntry({ errand })] });
      for (const file of await lab.outbox.due(NOON, 10, soon()))
        await lab.outbox.settle(file, 'waiting', soon());

      await lab.channel.capture(channel, soon());

      expect(await lab.outbox.due(NOON, 10, soon())).toHaveLength(1);
    });
  });
});

describe('two documents whose versions happen to be called the same', () => {
  it('are two people, in the directory too', async () => {
    const lab = await openEmbedded();
    await givenPerson(lab, aPerson({ id: personId('a'), name: 'A' }));
    await givenPerson(lab, aCoordinator({ id: personId('b'), name: 'B' }));
    const { work, index } = openShelves(lab.place, lab.place);
    const query: typeof work.query = async (...asked) =>
      (await work.query(...asked)).map(document => ({ ...(document as object), _etag: 'one' }));
    const cache = <T>() => agingCache<T>({ limit: 9, maxAgeMs: 60_000, now: () => 0 });
    const people = cosmosPeople({
      ...{ shelves: { work: { ...work, query } }, pointers: identityPointers(index, cache()) },
      ...{ digest: lab.digest, read: cache() },
    });

    const [first, second] = [await people.all(soon()), await people.all(soon())];

    expect(first.map(({ name, roles }) => [name, roles])).toEqual([
      ['A', aPerson().roles],
      ['B', aCoordinator().roles],
    ]);
    expect(second).toEqual(first);
    await lab.close();
  });
});
