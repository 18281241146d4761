import fc from 'fast-check';
import { rootOf } from '../../src/audit/merkle';
import { sealOf } from '../../src/storage/anchors/anchoring';

const { tree } = sealOf({ sign: () => ({ keyId: '', signature: '' }), verifies: () => false });
const named: Parameters<typeof rootOf>[1] = { leaf: text => text, node: (one, other) => `(${one}${other})` };

describe('rootOf', () => {
  it.each([
    [1, 'a'],
    [2, '(ab)'],
    [3, '((ab)c)'],
    [5, '(((ab)(cd))e)'],
    [7, '(((ab)(cd))((ef)g))'],
    [8, '(((ab)(cd))((ef)(gh)))'],
  ])('splits %i texts as RFC 6962 does', (count, shape) => {
    expect(rootOf(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].slice(0, count), named)).toBe(shape);
  });

  it('is nothing over nothing', () => {
    expect(rootOf([], named)).toBeUndefined();
  });

  it('hashes leaves and nodes as RFC 6962 does', () => {
    // The published test vectors of Certificate Transparency: the tree of one empty leaf, and its first two leaves.
    expect(rootOf([''], tree)).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    expect(rootOf(['', '\0'], tree)).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125');
  });

  it('is another whenever a text is', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.nat(), fc.string(), (...[texts, at, other]) => {
        const place = at % texts.length;
        fc.pre(texts[place] !== other);

        return rootOf(texts, tree) !== rootOf(texts.with(place, other), tree);
      }),
    );
  });
});
