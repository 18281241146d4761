import { type Version } from '../../src/use-cases/ports/common';
import { freshFor, sightOf } from '../../src/use-cases/sight';
import { derive } from '../builders/ids';

const world = { derive };
const read = (version: string) => ({ version: version as Version });

describe('sightOf', () => {
  it('is short, the same for the same state and another for another, and does not tell the version', () => {
    const mark = sightOf(world, read('"etag-1"'));

    expect(mark).toMatch(/^[0-9a-f]{16}$/);
    expect(sightOf(world, read('"etag-1"'))).toBe(mark);
    expect(sightOf(world, read('"etag-2"'))).not.toBe(mark);
  });
});

describe('freshFor', () => {
  it('T03 lets through what was seen as it is, and nothing else', () => {
    const mark = sightOf(world, read('now'));

    expect(freshFor(world, read('now'), mark).ok).toBe(true);
    expect([freshFor(world, read('later'), mark), freshFor(world, read('now'), '')]).toEqual([
      { ok: false, error: { kind: 'changed-meanwhile' } },
      { ok: false, error: { kind: 'changed-meanwhile' } },
    ]);
  });

  it('compares nothing where nothing was seen', () => {
    expect(freshFor(world, read('now'), undefined).ok).toBe(true);
  });
});
