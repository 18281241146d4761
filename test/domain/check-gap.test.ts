import fc from 'fast-check';
import { checkClearing, checkGap, type GapValues, holdsCode } from '../../src/domain/check-gap';
import { codeFrom } from '../../src/domain/code';
import { holdsPerson } from '../../src/teams/chat-guard';
import { caseCode } from '../builders/ids';

const GOOD: GapValues = {
  category: 'housing',
  partners: 'kommune,politi',
  missing: 'Ingen bolig med bemanning',
};
const problemsOf = (over: GapValues) => {
  const checked = checkGap({ ...GOOD, ...over }, holdsPerson);
  return checked.ok ? [] : checked.error.map(({ field, problem }) => `${field}: ${problem}`);
};

describe('checkGap', () => {
  it('gives what was typed, in one line and in the partners’ order', () => {
    const checked = checkGap(
      { ...GOOD, partners: 'politi,kommune', missing: '  Ingen\nbolig \u200b ' },
      holdsPerson,
    );

    expect(checked).toEqual({
      ok: true,
      value: { category: 'housing', partners: ['kommune', 'politi'], text: 'Ingen bolig' },
    });
  });

  it('names everything that is missing, in the order of the fields', () => {
    expect(problemsOf({ category: 'x', partners: 'x', missing: ' ' })).toEqual([
      'category: missing',
      'partners: missing',
      'missing: missing',
    ]);
    expect(checkGap({}, holdsPerson).ok).toBe(false);
    expect(problemsOf({ partners: '' })).toEqual(['partners: missing']);
  });

  it.each([
    ['x'.repeat(201), 'too-long'],
    ['Ring 55 56 57 58 om dette', 'holds-number'],
    ['Han er 01019012345', 'holds-number'],
    ['Se 01 01 90-123 45', 'holds-number'],
    [`Som i ${caseCode()}`, 'holds-code'],
    [`som i ${caseCode().toLowerCase().replaceAll('-', ' ')}!`, 'holds-code'],
    ['Som i SU-AAAA-AAAA', 'holds-code'],
    ['Skriv til ola@eksempel.no', 'holds-address'],
    ['Skriv til ola＠eksempel.no', 'holds-address'],
  ])('refuses %s', (missing, problem) => {
    expect(problemsOf({ missing })).toEqual([`missing: ${problem}`]);
  });

  it.each([
    'Ingen tjeneste tar imot etter kl. 20 når akuttilbudet er fullt.',
    'Supplerende tilbud mangler i helgene, 24/7',
    'Ventetid over 12 måneder, jf. § 13 b nr. 7',
    'Ingen avtale mellom kommunen og Helse Bergen om overgang etter soning',
    'Vi mangler et tilbud kl. 08-15 mandag-fredag',
  ])('takes what is about services: %s', missing => {
    expect(problemsOf({ missing })).toEqual([]);
  });
});

describe('checkClearing', () => {
  it('holds the coordinator’s words to the same rules', () => {
    const checked = checkClearing({ category: 'x', missing: `Sak ${caseCode()}` }, holdsPerson);

    expect(checked).toEqual({
      ok: false,
      error: [
        { field: 'category', problem: 'missing' },
        { field: 'missing', problem: 'holds-code' },
      ],
    });
  });
});

const code = fc.stringMatching(/^[0-9a-f]{16}$/).map(codeFrom);
/** What somebody might write around it: words, dashes, and signs. */
const around = fc.stringMatching(/^[a-zæøå .,!?-]{0,40}$/u);
const spelling = fc.constantFrom<(text: string) => string>(
  text => text,
  text => text.toLowerCase(),
  text => text.replaceAll('-', ''),
  text => text.replaceAll('-', ' '),
  text => text.replaceAll('-', '–'),
  text => text.replaceAll('-', '\u00a0'),
  text => Array.from(text).join('\u200b'),
  text => text.replaceAll('-', '. '),
);
const written = fc.tuple(code, spelling).map(([found, spelled]) => spelled(found));
const digits = fc.stringMatching(/^\d{11}$/);
const divided = fc
  .tuple(digits, fc.constantFrom('', ' ', '.', '-'))
  .map(([number, sign]) => Array.from(number).join(sign));

describe('a gap', () => {
  it('never holds a code, however it is spelled and wherever it stands', () => {
    fc.assert(
      fc.property(around, written, around, (before, found, behind) => {
        expect(holdsCode(`${before}${found}${behind}`)).toBe(true);
        expect(problemsOf({ missing: `${before}${found}${behind}` })).not.toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never holds a code that is spoken without its first letters', () => {
    fc.assert(
      fc.property(code, found => {
        expect(holdsCode(`Gjelder ${found.slice(3)} hos oss`)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('never holds eleven digits, however they are divided', () => {
    fc.assert(
      fc.property(around, divided, around, (before, number, behind) => {
        expect(problemsOf({ missing: `${before} ${number} ${behind}` })).not.toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
