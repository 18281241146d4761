import { choicesOf, line, many, optional, pick, radio, search, toggle } from '../../src/cards/fields';
import { fold, headed, note, offered, only, privately, row } from '../../src/cards/parts';
import { nb } from '../../src/i18n/nb';

describe('headed', () => {
  it('speaks the eyebrow and the heading, and nothing else', () => {
    expect(headed(nb, { eyebrow: 'Sak', title: 'Innmeldt', lead: 'Innhold' })['speak']).toBe('Sak. Innmeldt');
    expect(headed(nb, { title: 'Innmeldt' })['speak']).toBe('Innmeldt');
  });
});

describe('privately', () => {
  it('says that only the reader sees it', () => {
    expect(privately(nb, 'Tilganger')).toBe('Tilganger · Bare du ser dette');
  });
});

describe('fold', () => {
  it('is named by all one can read in it, in order', () => {
    expect(fold(nb, { id: 'x', title: 'Tittel', hint: 'Hint' })['name']).toBe('Tittel Hint Vis eller skjul');
    expect(fold(nb, { id: 'x', title: 'Tittel' })['name']).toBe('Tittel Vis eller skjul');
  });
});

describe('row', () => {
  it('is named by all one can read in it, in order', () => {
    const look = { number: '1', title: 'SU-1', lines: ['Innmeldt', 'Neste'], right: '9 dager' };

    expect(row(look, { verb: 'open-case', caseId: 'x' }, 'Åpne')['press']).toEqual({
      type: 'Action.Execute',
      title: '1 SU-1 Innmeldt Neste 9 dager',
      verb: 'open-case',
      data: { caseId: 'x' },
      tooltip: 'Åpne',
      associatedInputs: 'none',
    });
  });
});

describe('note', () => {
  it('leaves out what it is not given', () => {
    expect(note({ style: 'accent' })).toEqual({ style: 'accent', title: '', text: '' });
  });
});

describe('only', () => {
  it('makes one or none', () => {
    expect([only(true, () => 1), only(false, () => 1)]).toEqual([[1], []]);
  });
});

describe('offered', () => {
  it('keeps what was answered with yes', () => {
    const [one, other] = [{ title: 'a' }, { title: 'b' }];

    expect(
      offered([
        [false, one],
        [true, other],
      ]),
    ).toEqual([other]);
  });
});

describe('choicesOf', () => {
  it('keeps the order of the domain', () => {
    expect(choicesOf(['b', 'a'], { a: 'A', b: 'B' })).toEqual([
      { title: 'B', value: 'b' },
      { title: 'A', value: 'a' },
    ]);
  });
});

describe('the fields', () => {
  const ask = { id: 'x', label: 'X', choices: [] };

  it.each([
    ['pick', pick(nb, ask), { style: 'compact', many: false, placeholder: 'Velg' }],
    ['search', search(nb, ask), { style: 'filtered', many: false, placeholder: 'Velg' }],
    ['radio', radio(ask), { style: 'expanded', many: false, placeholder: '' }],
    ['many', many(ask), { style: 'expanded', many: true, placeholder: '' }],
  ])('%s shows its choices as it should', (_, data, look) => {
    expect(data).toMatchObject({ ...look, value: '', errors: [], required: false, must: '' });
  });

  it('keep what was typed without what cannot be seen', () => {
    expect(line({ id: 'x', label: 'X', value: 'a\u202eb' })['value']).toBe('ab');
  });

  it('let a text be 200 signs long, unless it is said otherwise', () => {
    expect([line(ask)['longest'], line({ ...ask, longest: 4 })['longest']]).toEqual([200, 4]);
  });

  it('tick only on yes', () => {
    expect(
      ['yes', 'no', undefined, 'x'].map(value => toggle({ id: 'x', label: 'X', value })['value']),
    ).toEqual(['yes', 'no', 'no', 'no']);
  });

  it('mark what is optional', () => {
    expect(optional(nb, 'Tjeneste')).toBe('Tjeneste (valgfritt)');
  });
});
