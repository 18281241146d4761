import { shelfOf } from '../../../src/storage/database/shelf';
import { keysIn, type Keys } from '../../../src/storage/sealing/keys';
import { agencyId, caseId } from '../../builders/ids';
import { soon } from '../given';
import { openEmbedded, type WiredLab } from '../lab';

const slot = (section: 'B' | 'C' | 'D' | 'E') => ({ origin: agencyId('sosiale-tjenester'), section });

describe('keysIn', () => {
  let lab: WiredLab;
  beforeEach(async () => {
    lab = await openEmbedded();
  });
  afterEach(() => lab.close());

  const replica = (): Keys =>
    keysIn(shelfOf(lab.container('keys')), lab.secrets, { limit: 10, maxAgeMs: 1_000, now: () => 0 });

  it('makes one key for a slot, however many replicas want it at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 5 }, () =>
        replica().toSeal({ caseId: caseId(), slots: [slot('B'), slot('C')] }, soon()),
      ),
    );

    expect(new Set(made.flat().map(({ id }) => id)).size).toBe(2);
    expect(new Set(made.flat().map(({ bytes }) => Buffer.from(bytes).toString('hex'))).size).toBe(2);
  });

  it('loses none when replicas make different ones at once', async () => {
    const sections = ['B', 'C', 'D', 'E'] as const;

    const made = await Promise.all(
      sections.map(section => replica().toSeal({ caseId: caseId(), slots: [slot(section)] }, soon())),
    );

    const wanted = made.flat().map(({ id }, n) => ({ ...slot(sections[n] ?? 'B'), keyId: id }));
    expect(await replica().toOpen({ caseId: caseId(), wanted }, soon())).toHaveLength(4);
  });

  it('asks for nothing that it knows', async () => {
    const keys = replica();
    const [key] = await keys.toSeal({ caseId: caseId(), slots: [slot('B')] }, soon());
    lab.forget();

    await keys.toSeal({ caseId: caseId(), slots: [slot('B')] }, soon());
    await keys.toOpen({ caseId: caseId(), wanted: [{ ...slot('B'), keyId: key?.id ?? '' }] }, soon());

    expect(lab.requests()).toEqual([]);
  });

  it('does not give a key of another case', async () => {
    const keys = replica();
    const [key] = await keys.toSeal({ caseId: caseId('one'), slots: [slot('B')] }, soon());

    const wanted = [{ ...slot('B'), keyId: key?.id ?? '' }];
    expect(await keys.toOpen({ caseId: caseId('two'), wanted }, soon())).toEqual([]);
  });

  it('destroys just those that are named, here and for everybody', async () => {
    const keys = replica();
    const slots = [slot('B'), slot('C')];
    const ids = (await keys.toSeal({ caseId: caseId(), slots }, soon())).map(({ id }) => id);
    const wanted = slots.map((one, n) => ({ ...one, keyId: ids[n] ?? '' }));

    await keys.destroy({ caseId: caseId(), keyIds: ids.slice(0, 1) }, soon());

    for (const one of [keys, replica()])
      expect((await one.toOpen({ caseId: caseId(), wanted }, soon())).map(({ id }) => id)).toEqual(
        ids.slice(1),
      );
  });

  it('destroys all of a case although another replica makes one meanwhile', async () => {
    const keys = replica();
    const [key] = await keys.toSeal({ caseId: caseId(), slots: [slot('B')] }, soon());
    let raced = false;
    lab.fail(async ({ kind }) => {
      if (kind !== 'delete' || raced) return undefined;
      raced = true;
      await replica().toSeal({ caseId: caseId(), slots: [slot('C')] }, soon());
      return undefined;
    });

    await keys.destroyAll(caseId(), soon());

    const wanted = [{ ...slot('B'), keyId: key?.id ?? '' }];
    expect(raced).toBe(true);
    expect(await replica().slotsOf(caseId(), soon())).toEqual([]);
    expect(await keys.toOpen({ caseId: caseId(), wanted }, soon())).toEqual([]);
  });

  it('destroys the keys of slots, whatever they sealed, and leaves the others', async () => {
    const keys = replica();
    const [key] = await keys.toSeal({ caseId: caseId(), slots: [slot('B'), slot('C')] }, soon());

    await keys.destroySlots(caseId(), [slot('B'), slot('D')], soon());

    const wanted = [{ ...slot('B'), keyId: key?.id ?? '' }];
    expect(await keys.slotsOf(caseId(), soon())).toEqual([slot('C')]);
    expect(await keys.toOpen({ caseId: caseId(), wanted }, soon())).toEqual([]);
  });
});
