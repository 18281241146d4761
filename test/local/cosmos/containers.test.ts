import { dropContainer } from '../../../src/local/cosmos/containers';
import { fill, openBench } from './bench';

describe('dropContainer', () => {
  it('leaves nothing of the container in the file', () => {
    const bench = openBench({ id: 'c', partitionKey: { paths: ['/pk'] } });
    fill(bench, [{ id: 'x', pk: 'a' }]);
    const left = () =>
      bench.sqlite
        .rows(
          "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
        )
        .map(({ name }) => name);
    const before = left();

    dropContainer(bench.sqlite, bench.container);

    expect(before).toEqual(['containers', 'databases', 'documents_1', 'elements_1']);
    expect(left()).toEqual(['containers', 'databases']);
  });
});
