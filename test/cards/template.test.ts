import { referralAnswers, referralWords } from '../../src/cards/referral-fields';
import { type Data, fill, saying } from '../../src/cards/template';
import { LANGUAGES } from '../../src/domain/people';
import { type Words, wordsFor } from '../../src/i18n/words';
import { hostileFaults, LAYOUTS, missingFaults } from './hostile';
import { nodesIn } from './rules';

describe('fill', () => {
  it('T17 leaves nothing unfilled and lets no object in, whatever it is given', () => {
    expect(hostileFaults(400, Date.now() % 1_000_000)).toEqual([]);
  });

  it.each(LAYOUTS)('T17 leaves nothing unfilled in %s when any value is missing, or all', layout => {
    expect(missingFaults(layout)).toEqual([]);
  });

  it('T17 shows a dash for what is missing, and keeps the rest', () => {
    const card = fill('plain-view', {
      lang: 'nb',
      head: { eyebrow: 'Sak', lead: '' },
      facts: [],
      actions: [],
    });

    expect(JSON.stringify(card)).toContain('"text":"Sak"');
    expect(JSON.stringify(card)).toContain('"text":"–"');
  });

  it('T17 keeps what was typed like a template as it was typed', () => {
    const typed = '${head.title} {{x}} $${lang}';
    const card = fill('plain-view', {
      ...{ lang: 'nb', speak: 'x', facts: [], actions: [] },
      head: { eyebrow: '', title: typed, lead: '' },
    });

    expect(JSON.stringify(card)).toContain(`"text":${JSON.stringify(typed)}`);
  });

  it('T20 lets nothing come to stand where a card inherits from', () => {
    const press: unknown = JSON.parse('{"type":"Action.Execute","title":null,"__proto__":{"url":"x"}}');
    const card = fill('plain-view', { actions: [press] });

    expect(JSON.stringify(card)).toContain('[{"type":"Action.Execute","title":"–"}]');
    expect(nodesIn(card).filter(node => 'url' in node)).toEqual([]);
  });
});

describe('saying', () => {
  const words = (t: Words): Data => referralWords(t, true);
  const said = saying('referral-form', words);
  const answers = (typed: string): Data => ({
    ...{ speak: 'x', head: { eyebrow: '', title: 'x', lead: '' }, notes: [], actions: [] },
    ...referralAnswers({ values: { words: typed, urgent: 'yes' }, errors: { words: typed } }),
  });

  const isData = (value: unknown): value is Data =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  /** What `fill` takes for both. */
  const together = (one: unknown, other: unknown): unknown =>
    isData(one) && isData(other)
      ? Object.fromEntries(
          Object.entries({ ...one, ...other }).map(([key, value]) => [key, together(one[key], value)]),
        )
      : other;

  it.each(LANGUAGES)('fills in two steps just what is filled in one (%s)', language => {
    const t = wordsFor(language);
    const both = together(words(t), answers('ord'));

    const card = said(t, answers('ord'));

    expect(card).toEqual(fill('referral-form', isData(both) ? both : {}));
    expect(JSON.stringify(card)).toContain(JSON.stringify(t.referral.questions.scene));
  });

  it('T17 keeps what was typed like a template as it was typed', () => {
    const typed = '${head.title} #{lang} {{x}} $${lang} \uE000{lang}';

    const card = JSON.stringify(said(wordsFor('nb'), answers(typed)));

    expect(card).toContain(`"value":${JSON.stringify(typed)}`);
    expect(card).toContain(`"text":${JSON.stringify(typed)}`);
  });

  it('T17 keeps nothing of one card for the next', () => {
    const first = said(wordsFor('nb'), answers('KANARI'));
    const next = said(wordsFor('nb'), answers(''));

    expect(JSON.stringify(first)).toContain('KANARI');
    expect(JSON.stringify(next)).not.toContain('KANARI');
  });

  it.each(['${title}', 'price $', '\uE000{title}'])('T17 refuses words that could be read: %s', word => {
    const hostile = saying('plain-view', () => ({ head: { title: word } }));

    expect(() => hostile(wordsFor('nb'), {})).toThrow('plain-view');
  });
});
