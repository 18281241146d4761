import { queryCharge, readCharge, sumOfCharges, writeCharge } from '../../../src/local/cosmos/charge';
import { parseDefinition } from '../../../src/local/cosmos/container-definition';
import { readPolicy } from '../../../src/local/cosmos/indexing-policy';

const KB = 1024;

const indexing = (...paths: string[]) =>
  readPolicy(
    parseDefinition({
      id: 'c',
      partitionKey: { paths: ['/pk'] },
      indexingPolicy: { includedPaths: paths.map(path => ({ path })), excludedPaths: [{ path: '/*' }] },
    }).indexingPolicy,
  );

describe('the modelled request charge', () => {
  it('of a read is 1 for a kilobyte and 10 for a hundred, doubled by Strong consistency', () => {
    expect([readCharge(10), readCharge(KB), readCharge(100 * KB)]).toEqual([2, 2, 20]);
  });

  it('of a write is 5 for a kilobyte, twice that to replace, and 0.2 for each indexed property', () => {
    const body = { a: 1, b: [1], c: 3 };

    expect(writeCharge('create', indexing(), body)).toBe(5);
    expect(writeCharge('replace', indexing(), body)).toBe(10);
    expect(writeCharge('delete', indexing(), body)).toBe(5);
    expect(writeCharge('create', indexing('/a/?', '/b/[]/?', '/missing/?'), body)).toBe(5.4);
  });

  it('of a write grows with its size', () => {
    expect(writeCharge('create', indexing(), { text: 'x'.repeat(100 * KB) })).toBeCloseTo(50, 0);
  });

  it('of a query grows with what it gives', () => {
    expect([queryCharge(0, 0), queryCharge(10, 0)]).toEqual([4.6, 10.6]);
    expect(queryCharge(10, 100 * KB)).toBeGreaterThan(queryCharge(10, 0));
  });

  it('of a batch is the sum', () => {
    expect(sumOfCharges([0.1, 0.2, 5])).toBe(5.3);
  });
});
