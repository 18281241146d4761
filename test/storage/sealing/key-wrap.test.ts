import { randomBytes } from 'node:crypto';
import { KEY_BYTES, unwrapKey, wrapKey } from '../../../src/storage/sealing/key-wrap';

const under = randomBytes(KEY_BYTES);

describe('unwrapKey', () => {
  it('gives the key that was wrapped, in memory that nothing else shares', () => {
    const key = randomBytes(KEY_BYTES);

    const unwrapped = unwrapKey(under, wrapKey(under, key));

    expect(unwrapped).toEqual(key);
    expect(unwrapped?.buffer.byteLength).toBe(KEY_BYTES);
  });

  it.each([
    ['another’s', wrapKey(randomBytes(KEY_BYTES), randomBytes(KEY_BYTES))],
    ['a short key', wrapKey(under, randomBytes(KEY_BYTES / 2))],
    ['no key at all', 'nothing'],
  ])('gives nothing for %s', (_, wrapped) => {
    expect(unwrapKey(under, wrapped)).toBeUndefined();
  });
});
