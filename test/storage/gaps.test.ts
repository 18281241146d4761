import { EMPTY_CHAIN } from '../../src/audit/event';
import { type Gap, keepBack } from '../../src/domain/gap';
import { gapDocument } from '../../src/storage/documents/gap-document';
import { aClearedGap, aGap, gapId } from '../builders/learning';
import { commandId, instant, NOON, personId } from '../builders/ids';
import { aFact } from '../builders/outbox';
import { soon, there } from './given';
import { BACKENDS, endOf, type Lab } from './lab';

const fact = (name: string) => aFact({ commandId: commandId(name), operation: 'record-own-gap' });
const hidden = keepBack(aGap(), { by: personId('koordinator'), at: NOON });

describe.each(BACKENDS)('gaps $name', ({ open }) => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  const save = (gap: Gap, name = 'save') => lab.gaps.commit({ gap, fact: fact(name), outbox: [] }, soon());

  it.each<Gap>([aGap(), aClearedGap(), ...(hidden.ok ? [hidden.value] : [])])(
    'come back whole: $state',
    async gap => {
      await save(gap);

      expect((await lab.gaps.load(gap.id, soon()))?.gap).toEqual(gap);
    },
  );

  it('are not there until they were reported', async () => {
    expect(await lab.gaps.load(gapId('none'), soon())).toBeUndefined();
    expect(await lab.gaps.all(soon())).toEqual([]);
    expect(await lab.gaps.known(gapId('none'), commandId('save'), soon())).toBe(false);
  });

  it('are listed whole, the newest first', async () => {
    const older = aGap({ id: gapId('older'), recordedAt: instant('2026-12-01T08:00') });
    await save(older, 'older');
    await save(aGap(), 'newer');

    expect((await lab.gaps.all(soon())).map(({ id }) => id)).toEqual([gapId(), gapId('older')]);
  });

  it('are counted from a moment on, that moment included', async () => {
    await save(aGap({ id: gapId('older'), recordedAt: instant('2026-12-01T08:00') }), 'older');
    await save(aGap(), 'newer');

    const since = (at: typeof NOON) => lab.gaps.newGapsSince(at, soon());
    expect(await since(NOON)).toBe(1);
    expect(await since(instant('2026-12-01T08:00'))).toBe(2);
    expect(await since(instant('2026-12-05T08:00'))).toBe(0);
  });

  it('are reported once, changed once, and keep a chain of their own', async () => {
    const created = [await save(aGap(), 'one'), await save(aGap(), 'one'), await save(aGap(), 'two')];
    const file = there(await lab.gaps.load(gapId(), soon()));
    const changed = await Promise.all(
      ['three', 'four'].map(name =>
        lab.gaps.commit({ gap: aClearedGap(), file, fact: fact(name), outbox: [] }, soon()),
      ),
    );

    const events = await lab.eventsIn(`gap:${gapId()}`);
    expect(created).toEqual(['done', 'already-done', 'changed-meanwhile']);
    expect(changed.toSorted()).toEqual(['changed-meanwhile', 'done']);
    expect(await lab.gaps.known(gapId(), commandId('one'), soon())).toBe(true);
    expect(endOf(events, lab.digest)).toEqual((await lab.gaps.load(gapId(), soon()))?.head);
  });
});

describe('gapDocument', () => {
  it('takes nothing that would lead to a case', () => {
    const leading = { ...aGap(), caseId: 'c'.repeat(32) };

    expect(() => gapDocument(leading, EMPTY_CHAIN)).toThrow('caseId');
  });
});
