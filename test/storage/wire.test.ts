import { type Fault, type WireKind } from '../../src/local/cosmos/wire';
import { createStorage } from '../../src/storage/create-storage';
import { type Secrets } from '../../src/storage/sealing/secrets';
import { aCase } from '../builders/cases';
import { caseId, commandId } from '../builders/ids';
import { aFact, aReference } from '../builders/outbox';
import { aContent } from '../builders/referrals';
import { givenCase, givenDraft, givenPerson, soon, there } from './given';
import { openEmbedded, type WiredLab } from './lab';

const after = (name: string) => aFact({ commandId: commandId(name) });

describe('storage over the wire', () => {
  let lab: WiredLab;
  beforeEach(async () => {
    lab = await openEmbedded();
  });
  afterEach(() => lab.close());

  const kinds = (): readonly WireKind[] => lab.requests().map(({ kind }) => kind);
  /** Lets this happen to the first so many batches. */
  const failBatches = (count: number, fault: Fault) => {
    let left = count;
    lab.fail(({ kind }) => Promise.resolve(kind === 'batch' && left-- > 0 ? fault : undefined));
  };

  describe('what a press costs', () => {
    it('is two reads, a code and one batch to submit', async () => {
      const { person } = await givenPerson(lab);
      const { draft } = await givenDraft(lab);
      const identity = there(person.identities[0]);
      await lab.people.byIdentity(identity, soon());
      lab.forget();

      await lab.people.byIdentity(identity, soon());
      const file = there(await lab.drafts.load(draft.id, draft.author, soon()));
      const kase = aCase({ id: draft.id });
      await lab.pointers.claimCode(kase.code, kase.id, soon());
      const content = [{ origin: kase.origin, content: aContent() }];
      await lab.drafts.submit({ file, kase, content, fact: after('submit'), outbox: [] }, soon());

      expect(kinds()).toEqual(['read', 'read', 'create', 'batch']);
    });

    it('is two reads and one batch to open a case', async () => {
      const { person } = await givenPerson(lab);
      const { kase } = await givenCase(lab);
      const identity = there(person.identities[0]);
      await lab.people.byIdentity(identity, soon());
      lab.forget();

      const by = there(await lab.people.byIdentity(identity, soon()));
      const file = there(await lab.cases.load(kase.id, soon()));
      await lab.people.recordLookup({ by, fact: after('open') }, soon());
      await lab.cases.reveal(file, file.sealed, soon());

      expect(kinds()).toEqual(['read', 'read', 'batch']);
    });

    it('is one read of the keys and one unwrapping to open a cold case, however much it holds', async () => {
      const content = [
        { origin: aCase().origin, content: aContent({ words: 'mine ord' }, { name: 'Kari' }) },
      ];
      const { kase } = await givenCase(lab, aCase(), { content });
      const unwrapped: string[] = [];
      const unwrap: Secrets['unwrap'] = (wrapped, within) => {
        unwrapped.push(wrapped);
        return lab.secrets.unwrap(wrapped, within);
      };
      const { cases } = createStorage({ ...lab.place, secrets: { ...lab.secrets, unwrap }, now: () => 0 });
      const file = there(await cases.load(kase.id, soon()));
      lab.forget();

      const opened = await cases.reveal(file, file.sealed, soon());

      expect(opened.flatMap(({ content: parts }) => Object.keys(parts)).length).toBeGreaterThan(1);
      expect(kinds()).toEqual(['read']);
      expect(unwrapped).toHaveLength(1);
    });

    it('is nothing to hear of a reference that is known', async () => {
      const by = await givenPerson(lab);
      await lab.people.captureReference(by, aReference(), soon());
      const now = there(await lab.people.load(by.person.id, soon()));
      lab.forget();

      await lab.people.captureReference(now, aReference(), soon());

      expect(kinds()).toEqual([]);
    });

    it('is the same for a case that is there and one that is not', async () => {
      const { kase } = await givenCase(lab);
      lab.forget();
      await lab.cases.load(kase.id, soon());
      const found = kinds();
      lab.forget();

      await lab.cases.load(caseId('none'), soon());

      expect(kinds()).toEqual(found);
    });
  });

  describe('a batch', () => {
    const commit = async () => {
      const file = await givenCase(lab);
      return (fault: Fault, times = 1) => {
        failBatches(times, fault);
        return lab.cases.commit({ file, kase: file.kase, fact: after('change'), outbox: [] }, soon());
      };
    };
    const events = () => lab.eventsIn(`case:${aCase().id}`);

    it('that was done though its answer was lost is not done again', async () => {
      const save = await commit();

      expect(await save({ kind: 'drop-after' })).toBe('already-done');
      expect(await events()).toHaveLength(3);
    });

    it('that was lost on its way is sent again', async () => {
      const save = await commit();

      expect(await save({ kind: 'drop-before' })).toBe('done');
      expect(await events()).toHaveLength(3);
    });

    it('that fails twice is a fault that tells nothing', async () => {
      const save = await commit();

      const failed = save({ kind: 'answer', status: 500 }, 10);

      await expect(failed).rejects.toThrow(/^storage failed: batch$/);
    });

    it('is given up at the deadline, with its reason', async () => {
      const file = await givenCase(lab);
      failBatches(10, { kind: 'delay', milliseconds: 2_000 });
      const deadline = new AbortController();
      const change = { file, kase: file.kase, fact: after('change'), outbox: [] };
      const saved = lab.cases.commit(change, deadline.signal);

      deadline.abort(new Error('the turn is over'));

      await expect(saved).rejects.toThrow('the turn is over');
    });
  });

  it('says what failed and with which code, and nothing else', async () => {
    lab.fail(() => Promise.resolve({ kind: 'answer', status: 403 }));

    const failed = lab.cases.load(aCase().id, soon());

    await expect(failed).rejects.toMatchObject({
      name: 'StorageFault',
      message: 'storage failed: read work (403)',
      code: 403,
      doing: 'read work',
    });
  });

  it('waits out a throttled read', async () => {
    const { kase } = await givenCase(lab);
    let left = 2;
    lab.fail(() =>
      Promise.resolve(left-- > 0 ? { kind: 'answer', status: 429, retryAfterMs: 5 } : undefined),
    );

    expect((await lab.cases.load(kase.id, soon()))?.kase).toEqual(kase);
  });

  it('fails a query as it fails a read', async () => {
    lab.fail(() => Promise.resolve({ kind: 'answer', status: 403 }));

    await expect(lab.people.all(soon())).rejects.toThrow('storage failed: query work (403)');
  });

  it('gives up a query at the deadline', async () => {
    await expect(lab.people.all(AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
  });

  describe('a captured reference', () => {
    it('is captured to the end by the next press when the first one broke off', async () => {
      const by = await givenPerson(lab);
      lab.fail(({ kind }) =>
        Promise.resolve(
          kind === 'query' || kind === 'query-plan' ? { kind: 'answer', status: 403 } : undefined,
        ),
      );
      await expect(lab.people.captureReference(by, aReference(), soon())).rejects.toThrow('query');
      lab.fail(undefined);
      const half = there(await lab.people.load(by.person.id, soon()));

      await lab.people.captureReference(half, aReference(), soon());

      expect(half).toMatchObject({ reference: aReference(), releasing: true });
      expect(await lab.people.load(by.person.id, soon())).not.toHaveProperty('releasing');
    });
  });
});
