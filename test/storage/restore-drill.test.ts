import { type Container } from '@azure/cosmos';
import { z } from 'zod';
import { type AgencyId, type CaseId } from '../../src/domain/ids';
import { type ContainerName } from '../../src/storage/containers';
import { askedAgain, eraseAgain } from '../../src/storage/erase-again';
import { openShelves } from '../../src/storage/shelves';
import { type CaseChange } from '../../src/use-cases/ports/cases';
import { ringCaseClock } from '../../src/use-cases/ring-case-clock';
import { aCalendar } from '../builders/calendar';
import { aCase, anAction } from '../builders/cases';
import { agencyId, caseId, commandId, derive, instant, NOON, personId } from '../builders/ids';
import { aFact } from '../builders/outbox';
import { aContent } from '../builders/referrals';
import { givenCase, givenDraft, soon, there } from './given';
import { openEmbedded, type WiredLab } from './lab';

const ORIGIN = agencyId('sosiale-tjenester');
const [NUMBER, OTHER] = ['17912099997', '29822099635'];
/** Archived at noon on 4 December 2026; declined cases are kept for thirty days. */
const DUE = instant('2027-01-03T07:00');
const HELD = ['B', 'C', 'D', 'E', 'F'] as const;
const Document = z.looseObject({ id: z.string(), pk: z.string() });
type Document = z.infer<typeof Document>;

const Slots = z.looseObject({ entries: z.array(z.object({ origin: z.string(), section: z.string() })) });
/** What there is a key for, but for the drafts: theirs seals nothing once a referral was sent. */
const slotsIn = (documents: readonly Document[], id: CaseId): readonly string[] => {
  const document = documents.find(({ pk }) => pk === `case:${id}`);
  return Slots.parse(document)
    .entries.map(({ origin, section }) => `${origin} ${section}`)
    .filter(slot => !slot.endsWith(' draft'))
    .sort();
};

const documentsIn = async (container: Container): Promise<readonly Document[]> => {
  const { resources } = await container.items.query<unknown>('SELECT * FROM c').fetchAll();
  return resources.map(document => Document.parse(document));
};

/** As a restore does: what has gone since is there again, what has come since is not. */
const restore = async (container: Container, copy: readonly Document[]): Promise<void> => {
  const now = await documentsIn(container);
  for (const { id, pk } of now) await container.item(id, pk).delete();
  for (const document of copy) await container.items.create(document);
};

describe('T27 after a restore', () => {
  let lab: WiredLab;
  beforeEach(async () => {
    lab = await openEmbedded();
  });
  afterEach(() => lab.close());

  const copyOf = (name: ContainerName) => documentsIn(lab.container(name));
  const shelves = () => openShelves(lab.place, lab.place);
  const again = (restored: 'data' | 'keys') => eraseAgain(shelves(), { restored, yes: true });
  const wordsOf = async (id: CaseId): Promise<string> => {
    const { cases } = lab.replica();
    const file = there(await cases.load(id, soon()));
    const wanted = HELD.map(section => ({ origin: ORIGIN, section }));
    return JSON.stringify(await cases.reveal(file, wanted, soon()));
  };
  const ring = (id: CaseId) => ringCaseClock({ ...lab, calendar: aCalendar(), derive })(id, DUE, soon());

  type Change = Partial<CaseChange>;
  const commit = async (id: CaseId, command: string, change: Change): Promise<void> => {
    const file = there(await lab.cases.load(id, soon()));
    const fact = aFact({ commandId: commandId(command), ...(change.erased && { erased: change.erased }) });
    await lab.cases.commit({ file, kase: file.kase, fact, outbox: [], ...change }, soon());
  };
  const aTask = (id: CaseId, { origin, in: section }: { origin: AgencyId; in: 'B' | 'D' }) => ({
    action: anAction({ caseId: id, detailIn: section }),
    detail: { origin, text: 'KANARI-DETALJ' },
  });

  const livedIn = async (id: CaseId, number: string, isOver: boolean): Promise<CaseId> => {
    const archived = { ref: '2026/1', at: NOON, by: personId('koordinator') };
    const kase = aCase({
      ...{ id, state: isOver ? 'declined' : 'submitted', named: true, informed: 'week' },
      ...(isOver ? { exportedAt: NOON, archived } : {}),
      holdings: HELD.map(section => ({ origin: ORIGIN, section })),
    });
    await givenCase(lab, kase, {
      content: [{ origin: ORIGIN, content: aContent({ words: 'KANARI' }, { number }) }],
    });
    await lab.pointers.claimNumber({ agency: ORIGIN, number, caseId: id }, soon());
    await commit(id, `task of ${id}`, {
      ...(isOver ? { clockAt: DUE } : {}),
      action: aTask(id, { origin: agencyId('kronstad-dps'), in: 'D' }),
    });
    return id;
  };
  const givenBoth = async () => ({
    over: await livedIn(caseId('over'), NUMBER, true),
    open: await livedIn(caseId('open'), OTHER, false),
  });
  const leadsTo = (number: string) =>
    lab.pointers.claimNumber({ agency: ORIGIN, number, caseId: caseId('third') }, soon());

  it('of the data: nothing erased can be read, and its number leads nowhere', async () => {
    const { over, open } = await givenBoth();
    const [work, index] = [await copyOf('work'), await copyOf('index')];
    await ring(over);
    await restore(lab.container('work'), work);
    await restore(lab.container('index'), index);

    const said = await again('data');

    expect(said).toBe('1 of 2 numbers were forgotten again.\n');
    expect(await wordsOf(over)).not.toContain('KANARI');
    expect(await leadsTo(NUMBER)).toBe(caseId('third'));
    expect(await leadsTo(OTHER)).toBe(open);
    expect(await wordsOf(open)).toContain('KANARI');
  });

  it('of the keys: those that were destroyed are destroyed again, and no other', async () => {
    const { over, open } = await givenBoth();
    const before = await givenDraft(lab);
    const { draft } = before;
    const keys = await copyOf('keys');
    await ring(over);
    await restore(lab.container('keys'), keys);

    const said = await again('keys');

    expect(said).toMatch(/^\d+ of \d+ keys were destroyed again\.\n$/);
    expect((await copyOf('keys')).map(({ pk }) => pk)).not.toContain(`case:${over}`);
    expect(await wordsOf(open)).toContain('KANARI');
    expect(await lab.replica().drafts.load(draft.id, draft.author, soon())).toEqual(before);
  });

  it('of the keys: destroys that of a section that was erased, and of no other', async () => {
    const { open } = await givenBoth();
    const keys = await copyOf('keys');
    await commit(open, 'erase', { erased: [{ origin: ORIGIN, section: 'F' }] });
    const kept = await copyOf('keys');
    await restore(lab.container('keys'), keys);

    await again('keys');

    expect(slotsIn(await copyOf('keys'), open)).toEqual(slotsIn(kept, open));
    expect(slotsIn(keys, open)).toContain(`${ORIGIN} F`);
    expect(slotsIn(kept, open)).not.toContain(`${ORIGIN} F`);
  });

  it('changes nothing the second time', async () => {
    const { over } = await givenBoth();
    const keys = await copyOf('keys');
    await ring(over);
    await restore(lab.container('keys'), keys);
    await again('keys');
    const after = await copyOf('keys');

    const said = [await again('keys'), await again('data')];

    expect(said.map(text => text.split(' ')[0])).toEqual(['0', '0']);
    expect(await copyOf('keys')).toEqual(after);
  });

  it('of the keys: destroys the key of an erased section that a task beside the case still names', async () => {
    const { open } = await givenBoth();
    await commit(open, 'task', { action: aTask(open, { origin: ORIGIN, in: 'B' }) });
    const keys = await copyOf('keys');
    await commit(open, 'erase', { erased: [{ origin: ORIGIN, section: 'B' }] });
    await restore(lab.container('keys'), keys);

    await again('keys');

    expect(slotsIn(keys, open)).toContain(`${ORIGIN} B`);
    expect(slotsIn(await copyOf('keys'), open)).not.toContain(`${ORIGIN} B`);
  });

  it('of the data: forgets a number whose key was destroyed, though the section has a newer one', async () => {
    const { open } = await givenBoth();
    const [work, index] = [await copyOf('work'), await copyOf('index')];
    await lab.pointers.releaseNumber({ agency: ORIGIN, number: OTHER, caseId: open }, soon());
    await commit(open, 'erase', { erased: [{ origin: ORIGIN, section: 'B' }] });
    const named = aContent({}, { number: NUMBER }).B;
    await commit(open, 'name', { content: [{ origin: ORIGIN, content: { ...(named && { B: named }) } }] });
    await restore(lab.container('work'), work);
    await restore(lab.container('index'), index);

    await again('data');

    expect(await leadsTo(OTHER)).toBe(caseId('third'));
  });

  it.each(['data', 'keys'] as const)('of the %s: only counts until it is meant', async restored => {
    const { over } = await givenBoth();
    const [index, keys] = [await copyOf('index'), await copyOf('keys')];
    await ring(over);
    await (restored === 'data'
      ? restore(lab.container('index'), index)
      : restore(lab.container('keys'), keys));
    const before = [await copyOf('index'), await copyOf('keys')];

    const said = await eraseAgain(shelves(), { restored, yes: false });

    expect(said).toMatch(/^[1-9]\d* of \d+ (numbers|keys) would be .* Say --yes to do it\.\n$/);
    expect([await copyOf('index'), await copyOf('keys')]).toEqual(before);
  });

  it.each([
    ['data', 'keys', 'No case has a key here'],
    ['keys', 'work', 'There is no case here'],
  ] as const)('of the %s: refuses an empty account of %s', async (restored, other, told) => {
    await givenBoth();
    await restore(lab.container(other), []);

    await expect(again(restored)).rejects.toThrow(told);
  });

  it.each([undefined, 'both', ''])('asks which of the two it was when told %p', restored => {
    expect(() => askedAgain({ restored, yes: true })).toThrow('--restored data or keys');
  });
});
