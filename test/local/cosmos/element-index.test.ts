import { deleteDocument } from '../../../src/local/cosmos/operations';
import { elementsTable } from '../../../src/local/cosmos/element-index';
import { fill, openBench } from './bench';

describe('the index of an array', () => {
  const DEFINITION = {
    id: 'c',
    partitionKey: { paths: ['/pk'] },
    indexingPolicy: { includedPaths: [{ path: '/roles/[]/?' }], excludedPaths: [{ path: '/*' }] },
  };

  it('holds a row for each value in a document, and none when the document is gone', () => {
    const bench = openBench(DEFINITION);
    const rows = () => bench.sqlite.rows(`SELECT rank, value FROM ${elementsTable(bench.container.number)}`);
    fill(bench, [{ id: 'x', pk: 'a', roles: ['leader', 'leader', 1, true, null] }]);
    const before = rows().map(({ rank, value }) => [rank, value]);

    deleteDocument({ ...bench, partition: '"a"', now: 0 }, { id: 'x' });

    expect(before).toEqual([
      [1, ''],
      [2, 1],
      [3, 1],
      [4, 'leader'],
    ]);
    expect(rows()).toEqual([]);
  });
});
