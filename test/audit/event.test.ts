import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import {
  type AuditEvent,
  chained,
  type ChainHead,
  type Digest,
  EMPTY_CHAIN,
  type Entry,
  follows,
  headOf,
} from '../../src/audit/event';
import { someMoment } from '../builders/arbitraries';
import { agencyId, caseId, commandId, instant, NOON, personId } from '../builders/ids';
import { aFact } from '../builders/outbox';

const digest: Digest = text => createHmac('sha256', 'a key of the test').update(text).digest('hex');
const otherKey: Digest = text => createHmac('sha256', 'another key').update(text).digest('hex');

const anEntry = (over: Partial<Entry> = {}): Entry => ({ ...aFact(), partition: 'case:one', ...over });

const chainOf = (facts: readonly Entry[]): readonly AuditEvent[] =>
  facts.reduce<readonly AuditEvent[]>((events, fact) => {
    const last = events.at(-1);
    return [...events, chained(fact, last === undefined ? EMPTY_CHAIN : headOf(last), digest)];
  }, []);
/** Whether the events are whole, in their order, from the first to the head that is kept beside them. */
const holdsTo = (events: readonly AuditEvent[], kept: ChainHead): boolean => {
  const heads = [EMPTY_CHAIN, ...events.map(headOf)];
  const whole = events.every((event, place) => follows(event, heads[place] ?? EMPTY_CHAIN, digest));
  return whole && heads.at(-1)?.hash === kept.hash;
};
const headOfAll = (events: readonly AuditEvent[]): ChainHead => {
  const last = events.at(-1);
  return last === undefined ? EMPTY_CHAIN : headOf(last);
};

const someFact = (): fc.Arbitrary<Entry> =>
  fc
    .record({
      at: someMoment(),
      operation: fc.string(),
      subject: fc.string(),
      allowed: fc.boolean(),
      rule: fc.string(),
      command: fc.string(),
      sections: fc.subarray(['B', 'C', 'D'] as const),
    })
    .map(({ command, sections, ...fact }) =>
      anEntry({
        ...fact,
        commandId: commandId(command),
        disclosed: sections.map(section => ({ origin: agencyId('kronstad-dps'), section })),
      }),
    );
const someChain = (minLength: number) => fc.array(someFact(), { minLength, maxLength: 8 }).map(chainOf);

const FOREIGN = { tenantId: 'foreign', objectId: 'foreign' };
/** Every field of an event, forged. */
const FORGED: readonly (readonly [string, Partial<AuditEvent>])[] = [
  ['commandId', { commandId: commandId('forged') }],
  ['at', { at: NOON }],
  ['who', { by: { person: personId('en-annen'), roles: [] } }],
  ['roles', { by: { person: personId('innmelder'), roles: ['admin'] } }],
  ['agency', { by: { person: personId('innmelder'), agency: agencyId('politi'), roles: ['referrer'] } }],
  ['operation', { operation: 'forged' }],
  ['subject', { subject: 'forged' }],
  ['caseId', { caseId: caseId('forged') }],
  ['disclosed', { disclosed: [{ origin: agencyId('politi'), section: 'E' }] }],
  ['allowed', { allowed: false }],
  ['rule', { rule: 'forged' }],
  ['account', { by: { person: personId('innmelder'), roles: ['referrer'], account: FOREIGN } }],
  ['policy', { policy: 'forged' }],
  ['consent', { consent: 7 }],
  ['where', { where: { conversationId: 'forged', activityId: 'forged' } }],
  ['partition', { partition: 'case:another' }],
  ['documents', { documents: [{ id: 'case', after: 'forged' }] }],
  ['sequence', { sequence: 2 }],
  ['previous', { previous: 'f'.repeat(64) }],
  ['hash', { hash: 'f'.repeat(64) }],
];

describe('chained', () => {
  it('carries the fact, its place, and the hash before it', () => {
    const event = chained(anEntry(), { sequence: 41, hash: 'before' }, digest);

    expect(event).toEqual({ ...anEntry(), sequence: 42, previous: 'before', hash: event.hash });
    expect(event.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is the same whatever order the keys came in', () => {
    const { commandId: command, by, ...rest } = anEntry();
    const shuffled: Entry = { ...rest, by: { roles: by.roles, person: by.person }, commandId: command };

    expect(chained(shuffled, EMPTY_CHAIN, digest).hash).toBe(chained(anEntry(), EMPTY_CHAIN, digest).hash);
  });

  it('tells apart what only looks the same when it is written after each other', () => {
    const hashOf = (over: Partial<Entry>) => chained(anEntry(over), EMPTY_CHAIN, digest).hash;

    const hashes = [
      hashOf({ operation: 'a","rule":"b', rule: 'c' }),
      hashOf({ operation: 'a', rule: 'b","c' }),
      hashOf({ disclosed: [] }),
      hashOf({ subject: '[]' }),
      hashOf({ subject: '' }),
    ];

    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('follows', () => {
  it('holds for every event of a chain, the first included', () => {
    fc.assert(fc.property(someChain(0), events => holdsTo(events, headOfAll(events))));
  });

  it.each(FORGED)('catches another %s', (_, forged) => {
    const event = chained(anEntry({ at: instant('2026-12-04T12:00') }), EMPTY_CHAIN, digest);

    expect(follows(event, EMPTY_CHAIN, digest)).toBe(true);
    expect(follows({ ...event, ...forged }, EMPTY_CHAIN, digest)).toBe(false);
  });

  it('catches any event of a chain that is another, hash made anew without the key included', () => {
    fc.assert(
      fc.property(someChain(1), fc.nat(), fc.string({ minLength: 1 }), (...[events, at, more]) => {
        const place = at % events.length;
        const forge = (event: AuditEvent): AuditEvent => {
          const { sequence, previous, hash: _, ...fact } = event;
          return chained(
            { ...fact, rule: fact.rule + more },
            { sequence: sequence - 1, hash: previous },
            otherKey,
          );
        };

        const forged = events.map((event, index) => (index === place ? forge(event) : event));

        return !holdsTo(forged, headOfAll(events));
      }),
    );
  });

  it('catches an event that is gone, the last one included', () => {
    fc.assert(
      fc.property(someChain(1), fc.nat(), (events, at) => {
        const place = at % events.length;

        return !holdsTo(events.toSpliced(place, 1), headOfAll(events));
      }),
    );
  });

  it('catches two events that have changed places', () => {
    fc.assert(
      fc.property(someChain(2), fc.nat(), fc.nat(), (...[events, first, second]) => {
        const [one, other] = [first % events.length, second % events.length];
        fc.pre(one !== other);

        const swapped = events.map((event, place) => {
          if (place === one) return events[other] ?? event;
          return place === other ? (events[one] ?? event) : event;
        });

        return !holdsTo(swapped, headOfAll(events));
      }),
    );
  });

  it('catches an event that was put in, or is there twice', () => {
    fc.assert(
      fc.property(someChain(1), fc.nat(), someFact(), (...[events, at, fact]) => {
        const place = at % events.length;
        const head =
          place === 0 ? EMPTY_CHAIN : headOf(events[place - 1] ?? chained(fact, EMPTY_CHAIN, digest));
        const twice = events.flatMap((event, index) => (index === place ? [event, event] : [event]));
        const added = events.toSpliced(place, 0, chained(fact, head, otherKey));

        return !holdsTo(twice, headOfAll(events)) && !holdsTo(added, headOfAll(events));
      }),
    );
  });

  it('holds at the one place the event was made for', () => {
    const event = chained(anEntry(), { sequence: 1, hash: 'a' }, digest);

    expect(follows(event, { sequence: 1, hash: 'a' }, digest)).toBe(true);
    expect(follows(event, { sequence: 1, hash: 'b' }, digest)).toBe(false);
    expect(follows(event, { sequence: 2, hash: 'a' }, digest)).toBe(false);
  });

  it('knows nothing made under another key', () => {
    const event = chained(anEntry(), EMPTY_CHAIN, otherKey);

    expect(follows(event, EMPTY_CHAIN, digest)).toBe(false);
    expect(follows(event, EMPTY_CHAIN, otherKey)).toBe(true);
  });
});
