import fc from 'fast-check';
import { canonical } from '../../src/audit/canonical';

describe('canonical', () => {
  it('is the same whatever order the keys come in, at any depth', () => {
    expect(canonical({ b: [{ d: 1, c: null }], a: 'x' })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  });

  it('leaves out what is undefined', () => {
    expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it('leaves nothing else out, whatever it is called', () => {
    expect(canonical(JSON.parse('{"__proto__":{"b":1},"a":2}'))).toBe('{"__proto__":{"b":1},"a":2}');
  });

  it('is the same again after it was stored', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => canonical(JSON.parse(JSON.stringify(value))) === canonical(value)),
    );
  });
});
