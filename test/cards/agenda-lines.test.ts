import fc from 'fast-check';
import { goneLines, inRuns, type Line, numbered } from '../../src/cards/agenda-lines';
import { ITEM_KINDS, type ItemKind } from '../../src/domain/agenda';
import { anItem, codeOf, shared } from './group-subjects';
import { caseId } from './subjects';

const ALL = { runs: 99, perRun: 99, inAll: 99 };
const aLine = (kind: ItemKind, number = 1): Line => ({
  kind,
  number,
  caseId: caseId(String(number)),
  code: codeOf(number),
});

describe('inRuns', () => {
  it('puts a heading over what follows of one kind, and again when it comes again', () => {
    const runs = inRuns(
      [aLine('urgent', 1), aLine('urgent', 2), aLine('review', 3), aLine('urgent', 4)],
      ALL,
    );

    expect(runs.map(({ kind, count }) => [kind, count])).toEqual([
      ['urgent', 2],
      ['review', 1],
      ['urgent', 1],
    ]);
  });

  it('loses no case of its count, whatever is left out', () => {
    const lines = fc.array(fc.constantFrom(...ITEM_KINDS), { minLength: 1, maxLength: 60 });
    const few = fc.integer({ min: 1, max: 12 });
    const limits = fc.record({ runs: few, perRun: few, inAll: few });

    fc.assert(
      fc.property(lines, limits, (kinds, most) => {
        const shown = inRuns(
          kinds.map((kind, place) => aLine(kind, place + 1)),
          most,
        );

        const kept = shown.flatMap(run => run.lines).length;
        const left = shown.reduce((sum, { more }) => sum + more, 0);
        expect(kept + left).toBe(kinds.length);
        expect(kept).toBeLessThanOrEqual(most.inAll);
        expect(shown.length).toBeLessThanOrEqual(most.runs);
      }),
    );
  });
});

describe('goneLines', () => {
  it('tells of what left the agenda by its number, and by nothing else', () => {
    const items = [
      anItem({ number: 5, closed: true, code: codeOf(5) }),
      anItem({ number: 1 }),
      anItem({ number: 3, closed: true, offReason: 'person-wishes', code: codeOf(3) }),
    ];

    expect(goneLines(shared(), items)).toEqual(['Ikke lenger på sakslisten: sak 3 og 5']);
    expect(goneLines(shared(), [anItem()])).toEqual([]);
  });
});

describe('numbered', () => {
  it('says the number where there is one', () => {
    const line = aLine('urgent', 3);
    const { number: _, ...without } = line;

    expect(numbered(line)).toBe(`3 · ${line.code}`);
    expect(numbered(without)).toBe(line.code);
  });
});
