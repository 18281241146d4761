import { createHmac } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { type AuditEvent, chained, type Digest } from '../../src/audit/event';
import { reportOf } from '../../src/audit/report';
import { caseCode, caseId } from '../builders/ids';
import { aDraft } from '../builders/referrals';
import { givenDraft, there } from '../storage/given';
import { printOf } from '../../src/storage/documents/print';
import { CASE, DELETED, type Lying, MEETING, openAudited, OTHER, READER, type Audited } from './audited';

let audited: Audited;
beforeEach(async () => {
  audited = await openAudited();
});
afterEach(() => audited.close());

const wrong = async (): Promise<string> => (await audited.verify()).wrong ?? 'nothing';

/** What the owners of the database have instead of the key. */
const ownKey: Digest = text => createHmac('sha256', 'not the key').update(text).digest('hex');

const withEvent = (lying: Lying, event: AuditEvent): Lying => ({
  ...lying,
  id: `audit:${event.commandId}`,
  caseId: event.caseId,
  event,
});

/** As much of a chain as can be recomputed without the key, from one event on, with the subject's end put right. */
const rechain = async (partition: string, from: number, forge: (event: AuditEvent) => AuditEvent) => {
  const lying = await audited.lying(partition);
  const count = lying.filter(({ type }) => type === 'audit').length;
  let { event: last } = await audited.eventAt(partition, from - 1);
  for (let sequence = from; sequence <= count; sequence += 1) {
    const found = await audited.eventAt(partition, sequence);
    const { sequence: _, previous: __, hash: ___, ...entry } = forge(found.event);
    last = chained(entry, last, ownKey);
    await audited.put(withEvent(found, last));
  }
  const subject = lying.find(({ head }) => head !== undefined);
  if (subject !== undefined)
    await audited.put({ ...subject, head: { sequence: last.sequence, hash: last.hash } });
};

const swap = async (partition: string, one: number, other: number): Promise<void> => {
  const [first, second] = [await audited.eventAt(partition, one), await audited.eventAt(partition, other)];
  await audited.put({ ...first, event: second.event });
  await audited.put({ ...second, event: first.event });
};

const edited = (lying: Lying, event: object): Lying => ({
  ...lying,
  event: { ...Object(lying['event']), ...event },
});

/** Takes the newest event away and puts back everything that it changed, as a restored copy would. */
const rollBack = async (partition: string, undone: () => Promise<void>): Promise<void> => {
  const before = await audited.lying(partition);
  await undone();
  const kept = new Set(before.map(({ id }) => id));
  for (const lying of await audited.lying(partition)) if (!kept.has(lying.id)) await audited.drop(lying);
  for (const lying of before) await audited.put(lying);
};

const documentOf = async (partition: string, id: string): Promise<Lying> =>
  there((await audited.lying(partition)).find(lying => lying.id === id));

type Attack = readonly [what: string, attack: () => Promise<void>, told: RegExp];

/** Each on events that an anchor has seen; the same is tried on the younger tail below. */
const onEvents = (partition: string, sequence: number): readonly Attack[] => [
  [
    'edit',
    async () => {
      const lying = await audited.eventAt(partition, sequence);
      await audited.put(edited(lying, { rule: 'forged' }));
    },
    /event \d+: it was changed/,
  ],
  [
    'edit, with a hash made without the key',
    async () => {
      const lying = await audited.eventAt(partition, sequence);
      const { event } = lying;
      const { sequence: at, previous, hash: _, ...entry } = { ...event, rule: 'forged' };
      await audited.put(withEvent(lying, chained(entry, { sequence: at - 1, hash: previous }, ownKey)));
    },
    /event \d+: it was changed/,
  ],
  [
    'delete',
    async () => {
      await audited.drop(await audited.eventAt(partition, sequence));
    },
    /an event before it is missing|the chain ends elsewhere|an anchor has seen it/,
  ],
  ['swap', () => swap(partition, sequence - 1, sequence), /found by something else/],
  [
    'insert a copy',
    async () => {
      const lying = await audited.eventAt(partition, sequence);
      await audited.put({ ...lying, id: 'audit:copy' });
    },
    /found by something else|more than one in its place/,
  ],
  [
    'insert one of another chain',
    async () => {
      const lying = await audited.eventAt(OTHER, 2);
      await audited.put({ ...lying, pk: partition });
    },
    /belongs to another partition|found by something else/,
  ],
  ['re-chain', () => rechain(partition, sequence, event => ({ ...event, rule: 'forged' })), /it was changed/],
  [
    'hide from the access log',
    async () => {
      const { caseId: _, ...hidden } = await audited.eventAt(partition, sequence);
      await audited.put({ ...hidden, pk: partition, id: hidden.id, type: 'audit' });
    },
    /found by something else/,
  ],
  [
    'move',
    async () => {
      const lying = await audited.eventAt(partition, sequence);
      await audited.drop(lying);
      await audited.put({ ...lying, pk: 'case:nowhere' });
    },
    /belongs to another partition|missing|ends elsewhere/,
  ],
  [
    'make it another kind of document',
    async () => {
      const lying = await audited.eventAt(partition, sequence);
      await audited.put({ ...lying, type: 'outbox' });
    },
    /missing|ends elsewhere/,
  ],
  [
    'make it unreadable',
    async () => {
      const lying = await audited.eventAt(partition, sequence);
      await audited.put({ ...lying, event: 'gone' });
    },
    /missing|is not an event/,
  ],
];

const ATTACKED = [
  ['a case', CASE, 3],
  ['a reader', READER, 3],
] as const;

const NAMES = onEvents(CASE, 3).map(([what], place) => [what, place] as const);

describe.each(ATTACKED)('T26 an anchored event of %s', (_, partition, sequence) => {
  it.each(NAMES)('catches: %s', async (__, place) => {
    const [, attack, told] = there(onEvents(partition, sequence)[place]);

    await attack();

    expect(await wrong()).toMatch(told);
  });

  it('catches every field of it, flipped', async () => {
    const lying = await audited.eventAt(partition, sequence);
    const { event } = lying;
    const { consent: ___, where: ____, documents: _____, ...flat } = event;
    const fields = Object.keys(flat);
    const missed: string[] = [];

    for (const field of fields) {
      const value: unknown = Object.entries(event).find(([name]) => name === field)?.[1];
      const flipped =
        typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)}x`;
      await audited.put(edited(lying, { [field]: flipped }));
      if ((await wrong()) === 'nothing') missed.push(field);
      await audited.put(lying);
    }

    expect(missed).toEqual([]);
    expect(fields.length).toBeGreaterThanOrEqual(13);
    expect(await wrong()).toBe('nothing');
  });
});

describe('T26 the end of a chain that an anchor has seen', () => {
  it('catches that it was cut off, its subject put back as it was', async () => {
    await rollBack(CASE, async () => {
      await audited.change({ name: 'three' });
      await audited.anchor();
    });

    expect(await wrong()).toMatch(/^case:.*event 5: it is missing: an anchor has seen it/);
  });

  it("catches that a reader's was cut off", async () => {
    await rollBack(READER, async () => {
      await audited.look('look 4');
      await audited.anchor();
    });

    expect(await wrong()).toMatch(/^person:.*an anchor has seen it/);
  });

  it('catches a whole partition that is gone', async () => {
    for (const lying of await audited.lying(CASE)) await audited.drop(lying);

    expect(await wrong()).toMatch(/event 1: it is missing: an anchor has seen it/);
  });

  it('catches a chain whose draft was deleted', async () => {
    for (const lying of await audited.lying(DELETED)) await audited.drop(lying);

    expect(await wrong()).toMatch(/an anchor has seen it/);
  });
});

/** What somebody with the database may want to change. */
const DOCUMENTS: readonly (readonly [string, string, string, (lying: Lying) => Lying])[] = [
  ['the state of a case', CASE, 'case', lying => ({ ...lying, state: 'active' })],
  [
    'a fact of a case',
    CASE,
    'case',
    lying => ({ ...lying, kase: { ...Object(lying['kase']), urgent: 'x' } }),
  ],
  ['what is sealed', CASE, 'case', lying => ({ ...lying, sealed: [] })],
  ['when the clock rings', CASE, 'case', lying => ({ ...lying, clockAt: '2027-01-01T00:00:00.000Z' })],
  [
    'the roles of a person',
    READER,
    'person',
    lying => ({ ...lying, person: { ...Object(lying['person']), roles: [] } }),
  ],
  [
    'a meeting',
    MEETING,
    'meeting',
    lying => ({ ...lying, meeting: { ...Object(lying['meeting']), place: 'x' } }),
  ],
  ['something new beside it', CASE, 'case', lying => ({ ...lying, extra: true })],
];

describe('T26 a document', () => {
  it.each(DOCUMENTS)('catches an edit of %s', async (...[, partition, id, edit]) => {
    await audited.put(edit(await documentOf(partition, id)));

    expect(await wrong()).toMatch(new RegExp(`^${partition}, event \\d+: ${id} is not what it left`));
  });

  it('catches an edit that a later, rightful change was made over', async () => {
    const lying = await documentOf(CASE, 'case');
    await audited.put({ ...lying, kase: { ...Object(lying['kase']), contactConsent: 'no' } });
    await audited.change({ name: 'three' });

    expect(await wrong()).toMatch(/event 5: case had been changed before it/);
  });

  it('catches a task and an item that are gone, changed, or new', async () => {
    const told = async (change: () => Promise<void>, before: readonly Lying[]): Promise<string> => {
      await change();
      const found = await wrong();
      for (const lying of before) await audited.put(lying);
      return found;
    };
    const [item, action] = await Promise.all(
      ['item:', 'action:'].map(async kind =>
        there((await audited.lying(CASE)).find(({ id }) => id.startsWith(kind))),
      ),
    );
    if (item === undefined || action === undefined) throw new Error('they are not there');

    expect(await told(() => audited.drop(item), [item])).toMatch(/event 3: item:.* is gone/);
    expect(await told(() => audited.put({ ...action, owner: 'x' }), [action])).toMatch(
      /event 4: action:.* is not/,
    );
    await audited.put({ ...item, id: 'item:another' });
    expect(await wrong()).toMatch(/item:another lies there, and no event says so/);
  });

  it('catches a person that somebody put into the directory', async () => {
    const lying = await documentOf(READER, 'person');
    await audited.put({ ...lying, pk: 'person:forged' });

    expect(await wrong()).toMatch(/^person:forged, event 0: its subject says that the chain ends elsewhere/);
  });

  it('lets the outbox keep the place of a posted card', async () => {
    const lying = there((await audited.lying(CASE)).find(({ id }) => id.startsWith('item:')));
    await audited.put({
      ...lying,
      item: { ...Object(lying['item']), posted: { activityId: 'a', conversationId: 'c' } },
    });

    expect(await wrong()).toBe('nothing');
    expect(printOf({ ...lying, _etag: 'another' })).toBe(printOf(lying));
  });
});

describe('T26 the tail that no anchor has seen', () => {
  beforeEach(async () => {
    await audited.change({ name: 'three' });
    await audited.look('look 4');
  });

  describe.each([
    ['a case', CASE, 5],
    ['a reader', READER, 5],
  ] as const)('of %s', (_, partition, sequence) => {
    it.each(NAMES)('catches: %s', async (__, place) => {
      const [, attack, told] = there(onEvents(partition, sequence)[place]);

      await attack();

      expect(await wrong()).toMatch(told);
    });
  });

  it('cannot catch that it was cut off with everything put back, and says so', async () => {
    await rollBack(CASE, () => audited.change({ name: 'four' }));

    const verdict = await audited.verify();

    expect(verdict.wrong).toBeUndefined();
    expect(reportOf(verdict, 0)).toMatch(
      /if the newest of them were removed, and everything they changed put back/,
    );
  });

  it('is caught by the next anchor', async () => {
    await rollBack(CASE, async () => {
      await audited.change({ name: 'four' });
      await audited.anchor();
    });

    expect(await wrong()).toMatch(/event 6: it is missing: an anchor has seen it/);
  });
});

describe('T26 the anchors', () => {
  const linesOf = (): readonly string[] =>
    readFileSync(audited.anchorsFile, 'utf8')
      .split('\n')
      .filter(line => line !== '');
  const write = (lines: readonly string[]): void => {
    writeFileSync(audited.anchorsFile, lines.map(line => `${line}\n`).join(''));
  };

  beforeEach(async () => {
    await audited.change({ name: 'three' });
    await audited.anchor();
    await audited.look('look 4');
    await audited.anchor();
  });

  it('are their owner’s alone, and only those that say something new', async () => {
    await audited.anchor();

    expect(linesOf()).toHaveLength(3);
    expect(statSync(audited.anchorsFile).mode & 0o777).toBe(0o600);
    expect(await wrong()).toBe('nothing');
  });

  it.each([
    ['a leaf', /"sequence":5/, '"sequence":4', /anchor 2: its root is not that of its chains/],
    ['the time', /"at":"2026/, '"at":"2027', /anchor \d: it was not signed/],
    ['the root', /"root":"./, '"root":"x', /anchor \d: it was not signed/],
    ['the signature', /"signature":"..../, '"signature":"AAAA', /anchor \d: it was not signed/],
    ['the number', /"number":2/, '"number":7', /anchor 2: it was not signed/],
    ['its shape', /"leaves"/, '"petals"', /anchor \d: it cannot be read/],
  ])('are caught when %s is changed', async (...[, what, into, told]) => {
    write(linesOf().map((line, place) => (place === 1 ? line.replace(what, into) : line)));

    expect(await wrong()).toMatch(told);
  });

  it('are caught when one is gone, or two have changed places', async () => {
    const [first = '', second = '', third = ''] = linesOf();

    write([first, third]);
    expect(await wrong()).toMatch(/anchor 2: one before it is missing/);
    write([first, third, second]);
    expect(await wrong()).toMatch(/anchor 2/);
    write([first, second, third]);
    expect(await wrong()).toBe('nothing');
  });

  it('go on after a line that was cut short', async () => {
    writeFileSync(audited.anchorsFile, '{"number":4,"at"', { flag: 'a' });
    await audited.look('look 5');
    await audited.anchor();

    expect(await wrong()).toBe('nothing');
    expect((await audited.anchors.last(new AbortController().signal))?.number).toBe(4);
  });
});

describe('verifyAudit of one case', () => {
  it('checks its chain, and the events of its readers', async () => {
    const { checked, wrong: none } = await audited.verify(caseCode());

    expect(none).toBeUndefined();
    expect(checked).toMatchObject({ chains: 1, events: 14, anchored: 4 });
  });

  it('leaves other cases alone, and catches a reader’s event', async () => {
    await audited.put({ ...(await documentOf(OTHER, 'case')), state: 'forged' });
    expect((await audited.verify(caseCode())).wrong).toBeUndefined();

    await audited.put(edited(await audited.eventAt(READER, 3), { rule: 'forged' }));
    expect((await audited.verify(caseCode())).wrong).toMatch(/^person:.*event 3: it was changed/);
  });

  it('says when there is no such case', async () => {
    await expect(audited.verify('SU-AAA-AAA')).rejects.toThrow('No case has this code');
  });
});

describe('T26 an audit that nobody touched', () => {
  it('holds, and says what was checked and how much of it is anchored', async () => {
    await audited.change({ name: 'three' });
    await audited.look('look 4');

    const verdict = await audited.verify();

    expect(verdict.wrong).toBeUndefined();
    expect(verdict.checked).toMatchObject({ chains: 6, anchors: 1, anchored: 14, young: 2, events: 16 });
    expect(reportOf(verdict, 0.1)).toContain('2 events no anchor has seen yet');
  });

  it('holds after a draft was deleted and begun again under its id', async () => {
    await givenDraft(audited.lab, aDraft({ id: caseId('deleted') }), 'again');

    expect(await wrong()).toBe('nothing');
    const [second, third] = [await audited.eventAt(DELETED, 2), await audited.eventAt(DELETED, 3)];
    expect(third.event.previous).toBe(second.event.hash);
  });

  it('holds after the database let a draft go', async () => {
    await givenDraft(audited.lab, aDraft({ id: caseId('old') }));
    audited.lab.advance(31 * 86_400_000);

    expect(await wrong()).toMatch(/draft is gone/);
    expect((await audited.verify(undefined, 31)).wrong).toBeUndefined();
  });
});
