import { z } from 'zod';
import { shelfOf } from '../../../src/storage/database/shelf';
import { createStorage, type Storage } from '../../../src/storage/create-storage';
import { type Rewrapped, rewrapKeys } from '../../../src/storage/sealing/rewrap';
import { aCase } from '../../builders/cases';
import { agencyId, caseId } from '../../builders/ids';
import { aContent } from '../../builders/referrals';
import { givenCase, soon, there } from '../given';
import { openEmbedded, type WiredLab } from '../lab';
import { HOLDERS, type KeyHolder } from './wrappings';

const OWN = agencyId('sosiale-tjenester');
const content = [{ origin: OWN, content: aContent({ words: 'mine ord' }, { name: 'Navn' }) }];
const Keys = z.looseObject({
  id: z.string(),
  pk: z.string(),
  caseKey: z.string().optional(),
  entries: z.array(z.looseObject({ id: z.string().optional(), wrapped: z.string() })),
});

/** What the key-encryption key wrapped: the one key of a case, and the program's own. */
const textsIn = ({ caseKey, entries }: z.infer<typeof Keys>): readonly string[] =>
  caseKey === undefined ? entries.map(({ wrapped }) => wrapped) : [caseKey];

describe.each(HOLDERS)('rewrapKeys, when the key lies $name', ({ open }) => {
  let lab: WiredLab;
  let holder: KeyHolder;
  beforeEach(async () => {
    [lab, holder] = await Promise.all([openEmbedded(), open()]);
  });
  afterEach(() => Promise.all([lab.close(), holder.close()]));

  const shelf = () => shelfOf(lab.container('keys'));
  /** A replica with nothing in its memory. */
  const replica = async (): Promise<Storage> => {
    const { client, id: database } = lab.container('keys').database;
    return createStorage({ client, database, secrets: await holder.secrets(shelf()), now: () => 0 });
  };
  const rewrap = async (): Promise<Rewrapped> =>
    rewrapKeys({ shelf: shelf(), program: holder.program(), cases: await holder.secrets(shelf()) });
  const documents = async (container: 'work' | 'index' | 'ops' | 'keys'): Promise<readonly unknown[]> =>
    (await lab.container(container).items.query<unknown>('SELECT * FROM c').fetchAll()).resources;
  const wrappedTexts = async (): Promise<readonly string[]> =>
    (await documents('keys')).map(document => Keys.parse(document)).flatMap(textsIn);
  const cases = ['one', 'two', 'three'].map(caseId);
  const givenCases = async (): Promise<void> => {
    const storage = await replica();
    for (const id of cases) await givenCase(storage, aCase({ id }), { content });
  };
  const readable = async (): Promise<number> => {
    const storage = await replica();
    const seen = await Promise.all(
      cases.map(async id => {
        const file = there(await storage.cases.load(id, soon()));
        return storage.cases.reveal(file, file.sealed, soon());
      }),
    );
    return seen.filter(([part]) => part?.content.B?.name === 'Navn').length;
  };

  const keysOfOne = async () =>
    Keys.parse(
      (
        await lab
          .container('keys')
          .item('keys', `case:${caseId('one')}`)
          .read()
      ).resource,
    );
  const store = (document: object) => lab.container('keys').items.upsert(document);

  it('T26 changes the wrapped keys and not one byte of content', async () => {
    await givenCases();
    const before = await Promise.all((['work', 'index', 'ops'] as const).map(documents));
    const old = await wrappedTexts();
    holder.renew();

    const { keys, rewrapped, broken } = await rewrap();

    const news = await wrappedTexts();
    expect([keys, rewrapped, broken]).toEqual([old.length, old.length, 0]);
    expect(JSON.stringify(await Promise.all((['work', 'index', 'ops'] as const).map(documents)))).toBe(
      JSON.stringify(before),
    );
    expect(news.filter(text => old.includes(text))).toEqual([]);
    expect(
      new Set(
        news.map(text =>
          text
            .split('.')
            .slice(0, text.startsWith('vault') ? 2 : 1)
            .join(),
        ),
      ).size,
    ).toBe(1);
    expect(await readable()).toBe(cases.length);
  });

  it('does nothing the second time', async () => {
    await givenCases();
    holder.renew();
    await rewrap();
    const before = JSON.stringify(await documents('keys'));

    const { rewrapped } = await rewrap();

    expect(rewrapped).toBe(0);
    expect(JSON.stringify(await documents('keys'))).toBe(before);
  });

  it('takes up where it was stopped', async () => {
    await givenCases();
    const all = (await wrappedTexts()).length;
    holder.renew();
    let stored = 0;
    lab.fail(({ container, kind }) => {
      if (container !== 'keys' || kind !== 'replace') return Promise.resolve(undefined);
      stored += 1;
      return Promise.resolve(stored > 1 ? { kind: 'answer', status: 500 } : undefined);
    });
    await expect(rewrap()).rejects.toThrow('storage failed: replace keys (500)');
    lab.fail(undefined);
    expect(await readable()).toBe(cases.length);

    const { rewrapped } = await rewrap();

    expect(rewrapped).toBeGreaterThan(0);
    expect(rewrapped).toBeLessThan(all);
    expect(await readable()).toBe(cases.length);
  });

  it('loses no key that the program makes at the same moment', async () => {
    await givenCases();
    holder.renew();
    let raced = false;
    lab.fail(async ({ partitionKey, kind }) => {
      if (!partitionKey?.includes(`case:${caseId('one')}`) || kind !== 'replace' || raced) return undefined;
      raced = true;
      const { entries, ...document } = await keysOfOne();
      await store({ ...document, entries: [...entries, { ...entries[0], id: 'made-meanwhile' }] });
      return undefined;
    });

    const old = await wrappedTexts();

    await rewrap();

    expect((await wrappedTexts()).filter(text => old.includes(text))).toEqual([]);
    expect((await keysOfOne()).entries.map(entry => entry.id)).toContain('made-meanwhile');
    expect(await readable()).toBe(cases.length);
  });

  it('leaves a key that nothing opens as it lies, and counts it', async () => {
    await givenCases();
    await store({ ...(await keysOfOne()), caseKey: 'nobody.knows' });
    holder.renew();

    const { broken } = await rewrap();

    expect(broken).toBe(1);
    expect(await wrappedTexts()).toContain('nobody.knows');
  });
});
