import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type Holding } from '../../src/domain/groups';
import { type CaseFile } from '../../src/use-cases/ports/cases';
import { aCase, aDecision, anAction, anItem } from '../builders/cases';
import { agencyId, caseId, commandId, personId } from '../builders/ids';
import { aFact, anEntry } from '../builders/outbox';
import { aPerson } from '../builders/people';
import { aContent, aDraft } from '../builders/referrals';
import { givenCase, givenDraft, givenPerson, soon, there } from './given';
import { openEmbedded, type WiredLab } from './lab';

const OWN = agencyId('sosiale-tjenester');
const OTHER = agencyId('kronstad-dps');
const NAME: Holding = { origin: OWN, section: 'B' };
const NUMBER = '17912099997';
const content = [{ origin: OWN, content: aContent({ words: 'mine ord' }, { name: 'KANARI-NAVN' }) }];
const after = (name: string) => aFact({ commandId: commandId(name) });
const nothing = { outbox: [] };

const Piece = z.object({ origin: z.string(), section: z.string(), revision: z.number(), box: z.string() });
const Document = z.looseObject({ id: z.string(), pk: z.string(), sealed: z.array(Piece).default([]) });
type Document = z.infer<typeof Document>;
const Keys = z.looseObject({
  entries: z.array(z.looseObject({ id: z.string(), section: z.string(), origin: z.string() })),
});

describe('sealed cases', () => {
  let lab: WiredLab;
  beforeEach(async () => {
    lab = await openEmbedded();
  });
  afterEach(() => lab.close());

  const documentOf = async ({ kase }: CaseFile): Promise<Document> =>
    Document.parse((await lab.container('work').item('case', `case:${kase.id}`).read()).resource);
  const keysOf = async ({ kase }: CaseFile) =>
    Keys.parse((await lab.container('keys').item('keys', `case:${kase.id}`).read()).resource);
  /** What the database's owner can do to a document, and what any replica then reads. */
  const afterTampering = async (file: CaseFile, tamper: (document: Document) => Document) => {
    await lab.container('work').items.upsert(tamper(await documentOf(file)));
    const { cases } = lab.replica();
    const found = there(await cases.load(file.kase.id, soon()));
    return cases.reveal(found, found.sealed, soon());
  };
  const pieceOf = (document: Document, section: string) =>
    there(document.sealed.find(piece => piece.section === section));
  const withPiece = (
    document: Document,
    section: string,
    over: Partial<z.infer<typeof Piece>>,
  ): Document => ({
    ...document,
    sealed: document.sealed.map(piece => (piece.section === section ? { ...piece, ...over } : piece)),
  });

  describe('T26 what the database owner moves', () => {
    it('into another section does not open', async () => {
      const file = await givenCase(lab, aCase(), { content });

      const seen = afterTampering(file, document =>
        withPiece(document, 'contact', { box: pieceOf(document, 'B').box }),
      );

      await expect(seen).rejects.toThrow('the seal does not hold in case');
    });

    it('to another origin does not open', async () => {
      const file = await givenCase(lab, aCase(), { content });

      const seen = afterTampering(file, document => withPiece(document, 'B', { origin: OTHER }));

      await expect(seen).rejects.toThrow('the seal does not hold in case');
    });

    it('into another case does not open, not even with all its keys', async () => {
      const file = await givenCase(lab, aCase(), { content });
      const target = await givenCase(lab, aCase({ id: caseId('target') }), { content });
      const { sealed } = await documentOf(file);
      const { id, pk } = await keysOf(target);
      await lab.container('keys').items.upsert({ ...(await keysOf(file)), id, pk });

      const seen = afterTampering(target, document => ({ ...document, sealed }));

      await expect(seen).rejects.toThrow('the seal does not hold in case');
    });

    it('back to an older revision does not open', async () => {
      const file = await givenCase(lab, aCase(), { content });
      const { box } = pieceOf(await documentOf(file), 'B');
      const anew = [{ origin: OWN, content: { B: { name: 'Nytt navn' } } }];
      await lab.cases.commit(
        { ...nothing, file, kase: file.kase, fact: after('name'), content: anew },
        soon(),
      );

      const seen = afterTampering(file, document => withPiece(document, 'B', { box }));

      await expect(seen).rejects.toThrow('the seal does not hold in case');
    });

    it('changed in any letter does not open', async () => {
      const file = await givenCase(lab, aCase(), {
        content: [{ origin: OWN, content: { B: { name: 'X' } } }],
      });
      const { box } = pieceOf(await documentOf(file), 'B');
      const { cases } = lab.replica();
      const opens = async (text: string): Promise<boolean> => {
        const sealed = file.sealed.map(piece => (piece.section === 'B' ? { ...piece, box: text } : piece));
        return cases.reveal({ ...file, sealed }, [NAME], soon()).then(
          () => true,
          () => false,
        );
      };

      const opened = await Promise.all(
        Array.from(box, (letter, place) =>
          opens(`${box.slice(0, place)}${letter === 'A' ? 'Q' : 'A'}${box.slice(place + 1)}`),
        ),
      );

      expect(await opens(box)).toBe(true);
      expect(opened).toEqual(opened.map(() => false));
    });

    it('from a task into the case does not open', async () => {
      const file = await givenCase(lab, aCase(), { content });
      const action = anAction({ detailIn: 'C' });
      const detail = { origin: OWN, text: 'detalj' };
      await lab.cases.commit(
        { ...nothing, file, kase: file.kase, fact: after('task'), action: { action, detail } },
        soon(),
      );
      const stored = there(await lab.cases.action(action.caseId, action.id, soon()));
      const { box, revision } = there(stored.detail);

      const seen = afterTampering(file, document => withPiece(document, 'C', { box, revision }));

      await expect(seen).rejects.toThrow('the seal does not hold in case');
    });
  });

  describe('T26 what the database owner does to the keys', () => {
    type Entries = z.infer<typeof Keys>['entries'];
    const afterSwapping = async (file: CaseFile, swap: (entries: Entries) => Entries) => {
      const { entries, ...keys } = await keysOf(file);
      await lab.container('keys').items.upsert({ ...keys, entries: swap(entries) });
      const { cases } = lab.replica();
      return cases.reveal(there(await cases.load(file.kase.id, soon())), file.sealed, soon());
    };
    /** Each entry with this property of the next one. */
    const shifted = (property: 'id' | 'wrapped') => (entries: Entries) =>
      entries.map((entry, place) => ({
        ...entry,
        [property]: entries[(place + 1) % entries.length]?.[property],
      }));

    it.each(['id', 'wrapped'] as const)('swapping the %s of entries opens nothing', async property => {
      const file = await givenCase(lab, aCase(), { content });

      const seen = afterSwapping(file, entries => Keys.shape.entries.parse(shifted(property)(entries)));

      await expect(seen).rejects.toThrow('the seal does not hold in case');
    });

    it('taking the wrapped keys of another case opens nothing', async () => {
      const file = await givenCase(lab, aCase(), { content });
      const other = await keysOf(await givenCase(lab, aCase({ id: caseId('other') }), { content }));

      const seen = afterSwapping(file, entries =>
        entries.map((entry, place) => ({ ...entry, wrapped: other.entries[place]?.['wrapped'] })),
      );

      await expect(seen).rejects.toThrow('the seal does not hold in keys');
    });

    const FORGED = ['', 'local-1.', 'local-1.AAAA', 'local-2.AAAA', 'nobody.knows'];
    it.each(FORGED.flatMap(text => [['a data key', text] as const, ['the case key', text] as const]))(
      'putting something else in the place of %s, "%s", opens nothing, and names the case',
      async (whose, wrapped) => {
        const file = await givenCase(lab, aCase(), { content });
        if (whose === 'the case key')
          await lab.container('keys').items.upsert({ ...(await keysOf(file)), caseKey: wrapped });

        const seen = afterSwapping(file, entries =>
          entries.map(entry => (whose === 'a data key' ? { ...entry, wrapped } : entry)),
        );

        await expect(seen).rejects.toMatchObject({
          name: 'SealBroken',
          message: 'the seal does not hold in keys',
          caseId: file.kase.id,
        });
      },
    );
  });

  describe('an erased section', () => {
    const erase = async (file: CaseFile, name = 'erase') =>
      lab.cases.commit({ ...nothing, file, kase: file.kase, fact: after(name), erased: [NAME] }, soon());
    const keyIds = async (file: CaseFile) => (await keysOf(file)).entries.map(({ id }) => id);
    const keyOf = (document: Document) => there(pieceOf(document, 'B').box.split('.')[0]);

    it('stays unreadable when an old copy of it is put back', async () => {
      const file = await givenCase(lab, aCase(), { content });
      const before = await documentOf(file);
      await erase(file);

      const [seen] = await afterTampering(file, document => ({ ...document, sealed: before.sealed }));

      expect(Object.keys(there(seen).content).toSorted()).toEqual(['C', 'D', 'E', 'F', 'contact', 'summary']);
    });

    it('stays unreadable, and is told of, when an old copy is put back in the place of a new one', async () => {
      const file = await givenCase(lab, aCase(), { content });
      const old = pieceOf(await documentOf(file), 'B');
      await erase(file);
      const now = there(await lab.cases.load(file.kase.id, soon()));
      const anew = [{ origin: OWN, content: { B: { name: 'Nytt navn' } } }];
      await lab.cases.commit(
        { ...nothing, file: now, kase: now.kase, fact: after('name'), content: anew },
        soon(),
      );

      const seen = afterTampering(file, document => withPiece(document, 'B', old));

      await expect(seen).rejects.toThrow('the seal does not hold in keys');
    });

    it('loses its key even when this fails at first', async () => {
      const file = await givenCase(lab, aCase(), { content });
      const doomed = keyOf(await documentOf(file));
      lab.fail(({ container, kind }) =>
        Promise.resolve(
          container === 'keys' && kind === 'replace' ? { kind: 'answer', status: 500 } : undefined,
        ),
      );
      const failed = erase(file);
      await expect(failed).rejects.toThrow('storage failed: replace keys (500)');
      expect(await keyIds(file)).toContain(doomed);
      lab.fail(undefined);

      const now = there(await lab.cases.load(file.kase.id, soon()));
      const again = await erase(now);

      expect(again).toBe('already-done');
      expect(await keyIds(file)).not.toContain(doomed);
    });

    it('leaves nothing at all behind once the case has changed again', async () => {
      const file = await givenCase(lab, aCase(), { content });
      await erase(file);
      const now = there(await lab.cases.load(file.kase.id, soon()));

      await lab.cases.commit({ ...nothing, file: now, kase: now.kase, fact: after('more') }, soon());

      const { sealed } = await documentOf(file);
      expect(sealed.map(({ section }) => section)).not.toContain('B');
    });

    it('gets a key that lasts, though another replica remembers the old one', async () => {
      const file = await givenCase(lab, aCase(), { content });
      const other = lab.replica();
      const remembered = there(await other.cases.load(file.kase.id, soon()));
      await other.cases.reveal(remembered, [NAME], soon());
      await erase(file);
      const gone = there(await lab.cases.load(file.kase.id, soon()));
      await lab.cases.commit({ ...nothing, file: gone, kase: gone.kase, fact: after('more') }, soon());

      const now = there(await other.cases.load(file.kase.id, soon()));
      const anew = [{ origin: OWN, content: { B: { name: 'Etterpå' } } }];
      await other.cases.commit(
        { ...nothing, file: now, kase: now.kase, fact: after('name'), content: anew },
        soon(),
      );

      const third = lab.replica();
      const found = there(await third.cases.load(file.kase.id, soon()));
      expect(await third.cases.reveal(found, [NAME], soon())).toEqual(anew);
    });
  });

  it('have one key for each section of each agency', async () => {
    const file = await givenCase(lab, aCase(), {
      content: [...content, { origin: OTHER, content: { D: {} } }],
    });

    const { entries } = await keysOf(file);

    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.filter(({ origin }) => origin === OTHER)).toHaveLength(1);
    expect(entries.filter(({ origin }) => origin === OWN)).toHaveLength(8);
  });

  it('make their keys once, however many save at the same moment', async () => {
    const draft = aDraft();

    await Promise.all(
      [lab, lab.replica(), lab.replica()].map(({ drafts }, n) =>
        drafts.save({ draft, fact: after(`save ${n.toString()}`), outbox: [] }, soon()),
      ),
    );

    expect((await lab.replica().drafts.load(draft.id, draft.author, soon()))?.draft).toEqual(draft);
  });

  it('cost somebody else no key, so that a refusal costs what nothing costs', async () => {
    const { draft } = await givenDraft(lab);
    const cold = lab.replica();
    lab.forget();

    await cold.drafts.load(draft.id, personId('somebody-else'), soon());

    expect(lab.requests().filter(({ container }) => container === 'keys')).toEqual([]);
  });

  it('leave no key of a draft that was removed', async () => {
    const file = await givenDraft(lab);

    await lab.drafts.remove({ file, fact: after('remove'), outbox: [] }, soon());

    const found = await lab.container('keys').item('keys', `case:${file.draft.id}`).read<object>();
    expect(found.statusCode).toBe(404);
  });
});

describe('the bytes of the database', () => {
  it('T26 hold no canary, whatever was stored', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sent-ute-bytes-'));
    const lab = await openEmbedded(join(folder, 'cosmos.db'));
    const identity = { name: 'KANARI-NAVN', number: NUMBER };
    const draft = aDraft({ id: caseId('draft'), values: { words: 'KANARI-UTKAST' }, identity });
    await givenPerson(lab, aPerson());
    await givenDraft(lab, draft);
    const words = {
      words: 'KANARI-ORD',
      urgent: 'KANARI-HAST',
      contactRole: 'KANARI-ROLLE',
      reach: 'KANARI-NÅ',
    };
    const file = await givenCase(lab, aCase(), {
      content: [{ origin: OWN, content: aContent(words, identity) }],
      outbox: [anEntry()],
    });
    await lab.pointers.claimNumber({ agency: OWN, number: NUMBER, caseId: file.kase.id }, soon());
    const item = {
      item: anItem({ decision: aDecision() }),
      rationale: {
        origin: OWN,
        words: { question: 'KANARI-SPØRSMÅL', rationale: 'KANARI-GRUNN', dissent: 'KANARI-DISSENS' },
      },
    };
    const action = {
      action: anAction({ detailIn: 'C' }),
      detail: { origin: OWN, text: 'KANARI-DETALJ' },
    };
    await lab.cases.commit({ ...nothing, file, kase: file.kase, fact: after('all'), item, action }, soon());

    const bytes = Buffer.concat(readdirSync(folder).map(name => readFileSync(join(folder, name))));

    expect(bytes.includes(file.kase.code)).toBe(true);
    expect(bytes.includes('KANARI')).toBe(false);
    expect(bytes.includes(NUMBER)).toBe(false);
    await lab.close();
    rmSync(folder, { recursive: true });
  });
});
