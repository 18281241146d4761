import { trustedJson, type JsonObject } from '../../../src/local/cosmos/json';
import { parsePatch, patched } from '../../../src/local/cosmos/patch';
import { refusedBy } from './support';

const BODY: JsonObject = { id: 'x', pk: 'a', n: 1, text: 't', list: ['a', 'b'], deep: { list: [{ n: 1 }] } };

const apply = (operations: JsonObject[]): JsonObject =>
  patched(BODY, parsePatch({ operations }, '/pk').operations);

describe('patched', () => {
  it.each<[string, JsonObject, JsonObject]>([
    ['add makes a property', { op: 'add', path: '/new', value: 1 }, { new: 1 }],
    ['add replaces a property', { op: 'add', path: '/n', value: 2 }, { n: 2 }],
    ['add inserts in a list', { op: 'add', path: '/list/1', value: 'x' }, { list: ['a', 'x', 'b'] }],
    ['add appends to a list', { op: 'add', path: '/list/-', value: 'x' }, { list: ['a', 'b', 'x'] }],
    ['add appends by the length', { op: 'add', path: '/list/2', value: 'x' }, { list: ['a', 'b', 'x'] }],
    [
      'set makes a property',
      { op: 'set', path: '/deep/new', value: null },
      { deep: { list: [{ n: 1 }], new: null } },
    ],
    ['set replaces in a list', { op: 'set', path: '/list/0', value: 'x' }, { list: ['x', 'b'] }],
    ['set appends to a list', { op: 'set', path: '/list/-', value: 'x' }, { list: ['a', 'b', 'x'] }],
    ['replace replaces', { op: 'replace', path: '/deep/list/0/n', value: 2 }, { deep: { list: [{ n: 2 }] } }],
    ['remove takes from a list', { op: 'remove', path: '/list/0' }, { list: ['b'] }],
    ['incr adds', { op: 'incr', path: '/n', value: -2.5 }, { n: -1.5 }],
    ['incr begins at zero', { op: 'incr', path: '/new', value: 2 }, { new: 2 }],
    ['a step may hold a slash', { op: 'set', path: '/a~1b~0c', value: 1 }, { 'a/b~c': 1 }],
    [
      '__proto__ is a name like any other',
      { op: 'set', path: '/deep/__proto__', value: 1 },
      { deep: trustedJson('{"list":[{"n":1}],"__proto__":1}') },
    ],
  ])('does what it should: %s', (_, operation, change) => {
    expect(apply([operation])).toEqual({ ...BODY, ...change });
  });

  it('removes a property', () => {
    expect(apply([{ op: 'remove', path: '/n' }])).not.toHaveProperty('n');
  });

  it('leaves what it was given as it was', () => {
    const before = structuredClone(BODY);

    apply([{ op: 'add', path: '/list/-', value: 'x' }]);

    expect(BODY).toEqual(before);
  });

  it.each<[string, JsonObject, RegExp]>([
    ['replace of nothing', { op: 'replace', path: '/none', value: 1 }, /nothing at "none"/],
    ['remove of nothing', { op: 'remove', path: '/none' }, /nothing at "none"/],
    ['a place beyond the list', { op: 'add', path: '/list/3', value: 1 }, /nothing at "3"/],
    ['a place that is no number', { op: 'add', path: '/list/x', value: 1 }, /nothing at "x"/],
    ['a path through nothing', { op: 'add', path: '/none/deeper', value: 1 }, /nothing at "none"/],
    ['a path through a text', { op: 'add', path: '/text/deeper', value: 1 }, /nothing at "deeper"/],
    ['an inherited name', { op: 'replace', path: '/constructor', value: 1 }, /nothing at "constructor"/],
    ['incr of a text', { op: 'incr', path: '/text', value: 1 }, /numbers only/],
    ['the id', { op: 'set', path: '/id', value: 'y' }, /cannot change \/id/],
    ['the partition key', { op: 'set', path: '/pk', value: 'b' }, /cannot change \/pk/],
    ['the ETag', { op: 'set', path: '/_etag', value: 'b' }, /cannot change \/_etag/],
    ['a relative path', { op: 'set', path: 'n', value: 1 }, /not valid/],
    ['the whole document', { op: 'set', path: '/', value: 1 }, /not valid/],
    ['move, which the SDK cannot say', { op: 'move', path: '/m', from: '/n' }, /not valid/],
    ['a missing value', { op: 'set', path: '/n' }, /not valid/],
  ])('is refused: %s', (_, operation, message) => {
    expect(refusedBy(() => apply([operation]))).toMatch(message);
  });

  it('has one to ten operations', () => {
    const some = (length: number) => Array.from({ length }, () => ({ op: 'incr', path: '/n', value: 1 }));

    expect(apply(some(10))['n']).toBe(11);
    expect(refusedBy(() => apply(some(11)))).toMatch(/not valid/);
    expect(refusedBy(() => apply([]))).toMatch(/not valid/);
  });
});
