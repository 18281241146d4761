import fc from 'fast-check';
import { isRowId, matrixOf, narrowingMatrix, readTicks, ticksOf } from '../../src/domain/consent-matrix';
import { type Grant, grantsOf } from '../../src/domain/consent';
import { type Section, SECTIONS } from '../../src/domain/groups';
import { aCase, aConsent } from '../builders/cases';
import { agencyId } from '../builders/ids';
import { aProgramme } from '../builders/meetings';

const { agencies } = aProgramme();
const SOCIAL = agencyId('sosiale-tjenester');
const DPS = agencyId('kronstad-dps');
const POLICE = agencyId('innsatsgruppen');
const COORDINATION = agencyId('sent-ute-koordinering');
const holding = (origin: typeof SOCIAL, ...sections: readonly Section[]) =>
  sections.map(section => ({ origin, section }));
const kase = aCase({ holdings: [...holding(DPS, 'D'), ...holding(SOCIAL, 'C', 'B', 'summary', 'contact')] });
const everybody = { agencies, leftOut: [] };
const preset = grantsOf('coordination', { origin: SOCIAL, agencies, leftOut: [] });

describe('matrixOf', () => {
  it('has a row per group and agency that holds it, filled from what is granted', () => {
    expect(matrixOf(kase, everybody, preset)).toEqual([
      {
        id: 'see-B-sosiale-tjenester',
        group: 'B',
        from: SOCIAL,
        choices: [DPS, POLICE, COORDINATION],
        open: [DPS, POLICE, COORDINATION],
      },
      {
        id: 'see-C-sosiale-tjenester',
        group: 'C',
        from: SOCIAL,
        choices: [DPS, POLICE, COORDINATION],
        open: [DPS, COORDINATION],
      },
      {
        id: 'see-C-sent-ute-koordinering',
        group: 'C',
        from: COORDINATION,
        choices: [SOCIAL, DPS, POLICE],
        open: [SOCIAL, DPS],
      },
      {
        id: 'see-D-kronstad-dps',
        group: 'D',
        from: DPS,
        choices: [SOCIAL, POLICE, COORDINATION],
        open: [SOCIAL, COORDINATION],
      },
    ]);
  });

  it('has nothing of who is left out, to them or from them', () => {
    const matrix = matrixOf(kase, { agencies, leftOut: [DPS] }, []);

    expect(matrix.map(({ id }) => id)).toEqual([
      'see-B-sosiale-tjenester',
      'see-C-sosiale-tjenester',
      'see-C-sent-ute-koordinering',
    ]);
    expect(matrix.flatMap(({ choices }) => choices)).not.toContain(DPS);
  });

  it('has nothing of what is withheld', () => {
    const matrix = matrixOf(kase, { ...everybody, withheld: ['B', 'D'] }, preset);

    expect(matrix.map(({ id }) => id)).toEqual(['see-C-sosiale-tjenester', 'see-C-sent-ute-koordinering']);
  });

  it('has what the coordinator writes, once, whether or not the first of it is there', () => {
    const held = aCase({ holdings: holding(COORDINATION, 'C') });

    expect(matrixOf(aCase(), everybody, []).map(({ id }) => id)).toEqual(['see-C-sent-ute-koordinering']);
    expect(matrixOf(held, everybody, []).map(({ id }) => id)).toEqual(['see-C-sent-ute-koordinering']);
    expect(matrixOf(kase, { ...everybody, withheld: ['C'] }, []).map(({ from }) => from)).not.toContain(
      COORDINATION,
    );
  });

  it('has nothing of an agency that is not on the case', () => {
    const alone = agencies.filter(({ id }) => id !== DPS);

    expect(matrixOf(kase, { agencies: alone, leftOut: [] }, []).map(({ from }) => from)).toEqual([
      SOCIAL,
      SOCIAL,
      COORDINATION,
    ]);
  });
});

describe('narrowingMatrix', () => {
  it('offers what is open now and nothing else', () => {
    const grants: readonly Grant[] = [
      { group: 'C', from: SOCIAL, to: DPS },
      { group: 'E', from: POLICE, to: DPS },
    ];

    expect(narrowingMatrix(kase, aConsent({ grants }))).toEqual([
      { id: 'see-C-sosiale-tjenester', group: 'C', from: SOCIAL, choices: [DPS], open: [DPS] },
    ]);
  });

  it('keeps what is open of the coordinator’s, so that narrowing does not lock it unseen', () => {
    const grants: readonly Grant[] = [{ group: 'C', from: COORDINATION, to: DPS }];

    expect(narrowingMatrix(kase, aConsent({ grants }))).toMatchObject([{ from: COORDINATION, open: [DPS] }]);
  });
});

describe('readTicks', () => {
  const matrix = matrixOf(kase, { agencies, leftOut: [POLICE] }, preset);

  it('is exactly what is ticked, and locks what is not', () => {
    expect(
      readTicks(matrix, { 'see-C-sosiale-tjenester': 'kronstad-dps', 'see-B-sosiale-tjenester': '' }),
    ).toEqual({
      ok: true,
      value: [{ group: 'C', from: SOCIAL, to: DPS }],
    });
  });

  it.each([
    ['a row that is not there', { 'see-E-sosiale-tjenester': 'kronstad-dps' }],
    ['a row that is not there, without ticks', { 'see-E-sosiale-tjenester': '' }],
    ['who is left out', { 'see-C-sosiale-tjenester': 'kronstad-dps,innsatsgruppen' }],
    ['the agency it came from', { 'see-C-sosiale-tjenester': 'sosiale-tjenester' }],
    ['nobody known', { 'see-C-sosiale-tjenester': '?' }],
  ])('refuses %s', (_, ticks) => {
    expect(readTicks(matrix, ticks)).toEqual({ ok: false, error: 'not-in-matrix' });
  });

  it('reads back what a matrix is filled with', () => {
    const open = matrix.flatMap(({ group, from, open: to }) => to.map(one => ({ group, from, to: one })));

    expect(readTicks(matrix, ticksOf(matrix))).toEqual({ ok: true, value: open });
  });

  it('never opens more than the matrix has, whatever comes', () => {
    const ids = ['sosiale-tjenester', 'kronstad-dps', 'innsatsgruppen', 'sent-ute-koordinering', 'x'];
    const rows = SECTIONS.flatMap(section => ids.map(id => `see-${section}-${id}`));

    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(...rows),
          fc.subarray(ids).map(some => some.join(',')),
        ),
        ticks => {
          const read = readTicks(matrix, ticks);

          const grants = read.ok ? read.value : [];
          expect(
            grants.every(({ group, from, to }) =>
              matrix.some(row => row.group === group && row.from === from && row.choices.includes(to)),
            ),
          ).toBe(true);
          expect(grants.every(({ from, to }) => from !== to && to !== POLICE && from !== POLICE)).toBe(true);
        },
      ),
    );
  });
});

describe('isRowId', () => {
  it.each([
    ['see-B-sosiale-tjenester', true],
    ['preset', false],
  ])('of %s is %s', (id, is) => {
    expect(isRowId(id)).toBe(is);
  });
});
