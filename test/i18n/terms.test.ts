import { nb } from '../../src/i18n/nb';
import { nn } from '../../src/i18n/nn';

const textsIn = (words: unknown): readonly string[] => {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsIn) : [];
};

describe('the words', () => {
  it.each([
    ['nb', nb],
    ['nn', nn],
  ])('call the coordinator the same everywhere, in %s', (_, words) => {
    const texts = textsIn(words).filter(text => /koordinator/i.test(text));

    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter(text => /koordinatoren/i.test(text))).toEqual([]);
  });
});
