import {
  ageingOn,
  concerns,
  hasExpired,
  isStatuteId,
  lapsedFor,
  type Statute,
  statutesOn,
} from '../../src/domain/statute';
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

const UNTIL_JUNE = aStatute({ validTo: day('2026-06-30') });

describe('hasExpired', () => {
  it('is so from the day after the last, and never without a last', () => {
    expect(hasExpired(UNTIL_JUNE, day('2026-06-30'))).toBe(false);
    expect(hasExpired(UNTIL_JUNE, day('2026-07-01'))).toBe(true);
    expect(hasExpired(aStatute(), day('2100-01-01'))).toBe(false);
  });
});

describe('concerns', () => {
  it('is everybody where nobody is named', () => {
    expect(concerns({ partners: [] }, 'politi')).toBe(true);
    expect(concerns({ partners: ['helse'] }, 'helse')).toBe(true);
    expect(concerns({ partners: ['helse'] }, 'politi')).toBe(false);
  });
});

describe('lapsedFor', () => {
  const earlier = aStatute({ id: statuteId('hpl-21'), validTo: day('2026-03-31') });
  const theirs = { list: 'consent', partner: 'helse', on: day('2026-07-01') } as const;
  const lapsed = (statutes: readonly Statute[], over: Partial<Parameters<typeof lapsedFor>[1]> = {}) =>
    lapsedFor(statutes, { ...theirs, ...over }).map(({ id }) => id);

  it('is what a partner had and has no longer, the one that ended last first', () => {
    expect(lapsed([earlier, UNTIL_JUNE])).toEqual(['hpl-22', 'hpl-21']);
  });

  it('is nothing while one is in force', () => {
    expect(lapsed([earlier, UNTIL_JUNE], { on: day('2026-06-30') })).toEqual([]);
    expect(lapsed([UNTIL_JUNE, aStatute({ id: statuteId('ny') })])).toEqual([]);
  });

  it('does not let a statute of another partner or another list stand in', () => {
    const others = [
      aStatute({ id: statuteId('politi'), partners: ['politi'] }),
      aStatute({ id: statuteId('unntak'), list: 'exception' }),
    ];

    expect(lapsed([UNTIL_JUNE, ...others])).toEqual(['hpl-22']);
  });

  it('is nothing where there never was one, or only one that is to come', () => {
    expect(lapsed([])).toEqual([]);
    expect(lapsed([aStatute({ validFrom: day('2027-01-01') })])).toEqual([]);
  });
});

describe('ageingOn', () => {
  const told = (on: string, over: Partial<Statute> = {}) =>
    ageingOn([{ ...UNTIL_JUNE, ...over }, aStatute({ id: statuteId('ny') })], day(on)).map(
      ({ statute, is }) => `${statute.id} ${is}`,
    );

  it('warns sixty days before the last day is over, and says so from the day after', () => {
    expect(told('2026-05-01')).toEqual([]);
    expect(told('2026-05-02')).toEqual(['hpl-22 expiring']);
    expect(told('2026-06-30')).toEqual(['hpl-22 expiring']);
    expect(told('2026-07-01')).toEqual(['hpl-22 expired']);
    expect(told('2030-01-01')).toEqual(['hpl-22 expired']);
  });

  it('is silent about one that those who keep the list know of', () => {
    expect(told('2026-06-30', { retired: true })).toEqual([]);
    expect(told('2026-07-01', { retired: true })).toEqual([]);
  });
});
