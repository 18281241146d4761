import { clear, keepBack, reportAgain } from '../../src/domain/gap';
import { aClearedGap, aGap } from '../builders/learning';
import { NOON, personId } from '../builders/ids';

const by = { by: personId('koordinator'), at: NOON };
const WRONG_STATE = { ok: false, error: { kind: 'wrong-state' } };

describe('clear', () => {
  it('keeps what was reported beside what may be read', () => {
    const cleared = clear(aGap(), { ...by, category: 'capacity', text: 'Det mangler bolig' });

    expect(cleared).toEqual({
      ok: true,
      value: {
        ...aGap(),
        category: 'capacity',
        state: 'cleared',
        clearedText: 'Det mangler bolig',
        clearedAt: NOON,
        clearedBy: 'koordinator',
      },
    });
  });

  it('is done once, and not after it was kept back', () => {
    const hidden = keepBack(aGap(), by);

    expect(clear(aClearedGap(), { ...by, category: 'other', text: 'Ny' })).toEqual(WRONG_STATE);
    expect(hidden.ok && clear(hidden.value, { ...by, category: 'other', text: 'Ny' })).toEqual(WRONG_STATE);
    expect(keepBack(aClearedGap(), by)).toEqual(WRONG_STATE);
  });
});

describe('reportAgain', () => {
  it('counts, and changes nothing else', () => {
    expect(reportAgain(aClearedGap({ reports: 4 }))).toEqual(aClearedGap({ reports: 5 }));
  });
});
