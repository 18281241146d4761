import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { open, type SealedAt, seal } from '../../../src/storage/sealing/sealing';
import { agencyId, caseId } from '../../builders/ids';

const key = { id: 'key-1', bytes: randomBytes(32) };
const at: SealedAt = {
  caseId: caseId(),
  documentId: 'case',
  slot: { origin: agencyId('sosiale-tjenester'), section: 'B' },
  revision: 3,
};
const box = seal(key, at, 'hemmelig');

const flipped = (bit: number): string => {
  const bytes = Buffer.from(box.slice('key-1.'.length), 'base64url');
  bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return `key-1.${bytes.toString('base64url')}`;
};

describe('seal and open', () => {
  it('give back any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 5_000 }), fc.nat(), (text, revision) => {
        const there = { ...at, revision };

        return open(key, there, seal(key, there, text)) === text;
      }),
    );
  });

  it('never make the same box twice', () => {
    const boxes = Array.from({ length: 1_000 }, () => seal(key, at, 'det samme'));

    expect(new Set(boxes).size).toBe(1_000);
  });

  it.each<[string, SealedAt]>([
    ['case', { ...at, caseId: caseId('another') }],
    ['document', { ...at, documentId: 'item:m-2026-12-09' }],
    ['section', { ...at, slot: { ...at.slot, section: 'C' } }],
    ['origin', { ...at, slot: { ...at.slot, origin: agencyId('kronstad-dps') } }],
    ['revision', { ...at, revision: 4 }],
  ])('T26 refuse a box from another %s', (_, elsewhere) => {
    expect(() => open(key, elsewhere, box)).toThrow('the seal does not hold');
  });

  it('refuse another key', () => {
    expect(() => open({ ...key, bytes: randomBytes(32) }, at, box)).toThrow('the seal does not hold');
  });

  it('T26 refuse any flipped bit, of every byte', () => {
    const bits = Buffer.from(box.slice('key-1.'.length), 'base64url').length * 8;

    const opened = Array.from({ length: bits }, (_, bit) => bit).filter(bit => {
      try {
        return open(key, at, flipped(bit)) !== '';
      } catch {
        return false;
      }
    });

    expect(bits).toBe((12 + 'hemmelig'.length + 16) * 8);
    expect(opened).toEqual([]);
  });

  it.each(['', 'key-1.', 'key-1.AAAA', box.slice(0, -6)])('refuse what is cut short: "%s"', short => {
    expect(() => open(key, at, short)).toThrow('the seal does not hold');
  });

  it('say nothing of what was sealed when it breaks', () => {
    expect(() => open(key, { ...at, revision: 4 }, box)).toThrow(/^the seal does not hold in case$/);
  });
});
