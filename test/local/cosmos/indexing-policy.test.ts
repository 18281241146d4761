import { parseDefinition } from '../../../src/local/cosmos/container-definition';
import { hasComposite, isIndexed, readPolicy } from '../../../src/local/cosmos/indexing-policy';

const indexes = (policy: object) =>
  readPolicy(
    parseDefinition({ id: 'c', partitionKey: { paths: ['/pk'] }, indexingPolicy: { ...policy } })
      .indexingPolicy,
  );

describe('isIndexed', () => {
  const EVERYTHING_BUT = indexes({
    includedPaths: [{ path: '/*' }, { path: '/secret/open/?' }],
    excludedPaths: [{ path: '/secret/*' }, { path: '/"_etag"/?' }],
  });
  const NOTHING_BUT = indexes({
    includedPaths: [{ path: '/type/?' }, { path: '/place/*' }, { path: '/roles/[]/?' }],
    excludedPaths: [{ path: '/*' }],
  });

  it.each([
    [['type'], true],
    [['secret', 'x'], false],
    [['secret', 'open'], true],
    [['_etag'], false],
    [['list', '[]'], true],
  ])('with everything included but some: %p is %p', (path, expected) => {
    expect(isIndexed(EVERYTHING_BUT, path)).toBe(expected);
  });

  it.each([
    [['type'], true],
    [['type', 'deeper'], false],
    [['place', 'town'], true],
    [['place', 'town', 'street'], true],
    [['roles'], false],
    [['roles', '[]'], true],
    [['other'], false],
    [['id'], true],
    [['_ts'], true],
  ])('with nothing included but some: %p is %p', (path, expected) => {
    expect(isIndexed(NOTHING_BUT, path)).toBe(expected);
  });

  it('is true of everything when the container says nothing', () => {
    const { indexingPolicy } = parseDefinition({ id: 'c', partitionKey: { paths: ['/pk'] } });

    expect(isIndexed(readPolicy(indexingPolicy), ['anything', 'at', 'all'])).toBe(true);
  });
});

describe('hasComposite', () => {
  const TWO = indexes({ compositeIndexes: [[{ path: '/a' }, { path: '/b', order: 'descending' }]] });
  const by = (...keys: readonly [name: string, descending: boolean][]) =>
    keys.map(([name, descending]) => ({ path: [name], descending }));

  it.each([
    ['as it stands', by(['a', false], ['b', true]), true],
    ['turned', by(['a', true], ['b', false]), true],
    ['in other directions', by(['a', false], ['b', false]), false],
    ['in another order', by(['b', true], ['a', false]), false],
    ['its beginning', by(['a', false]), false],
    ['and more', by(['a', false], ['b', true], ['c', false]), false],
  ])('serves %s: %p is %p', (_, keys, expected) => {
    expect(hasComposite(TWO, keys)).toBe(expected);
  });
});
