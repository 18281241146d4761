import { isStatuteId, type Statute, statutesOn } from '../../src/domain/statute';
import { day, statuteId } from '../builders/ids';

const aStatute = (over: Partial<Statute> = {}): Statute => ({
  id: statuteId('hpl-22'),
  list: 'consent',
  citation: 'hpl. § 22',
  partners: [],
  validFrom: day('2026-01-01'),
  ...over,
});

describe('isStatuteId', () => {
  it('is small letters and digits between single hyphens, at most 64 of them', () => {
    expect(['hpl-22', 'gdpr-6-1-e', 'a', 'x'.repeat(64)].filter(text => !isStatuteId(text))).toEqual([]);
    expect(['', 'Hpl-22', 'hpl--22', '-hpl', 'hpl-', 'hpl § 22', 'x'.repeat(65)].filter(isStatuteId)).toEqual(
      [],
    );
  });
});

describe('statutesOn', () => {
  const statutes = [
    aStatute({ validTo: day('2026-06-30') }),
    aStatute({ id: statuteId('hpl-22-ny'), validFrom: day('2026-07-01') }),
    aStatute({ id: statuteId('hpl-31'), list: 'exception' }),
  ];
  const on = (text: string): readonly string[] =>
    statutesOn(statutes, 'consent', day(text)).map(({ id }) => id);

  it('is those of the list that are in force, the first and the last day included', () => {
    expect(on('2025-12-31')).toEqual([]);
    expect(on('2026-01-01')).toEqual(['hpl-22']);
    expect(on('2026-06-30')).toEqual(['hpl-22']);
    expect(on('2026-07-01')).toEqual(['hpl-22-ny']);
    expect(on('2030-01-01')).toEqual(['hpl-22-ny']);
  });
});
