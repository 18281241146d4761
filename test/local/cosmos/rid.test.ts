import { containerRid, databaseRid, documentRid } from '../../../src/local/cosmos/rid';

const bytes = (rid: string): number => Buffer.from(rid.replaceAll('-', '/'), 'base64').length;

describe('a resource id', () => {
  it('has the widths that the SDK expects', () => {
    const container = containerRid(1, 2);

    expect([bytes(databaseRid(1)), bytes(container), bytes(documentRid(container, 3))]).toEqual([4, 8, 16]);
  });

  it('begins with its parent', () => {
    const container = containerRid(7, 2);

    expect(container.startsWith(databaseRid(7).slice(0, 5))).toBe(true);
    expect(documentRid(container, 3).startsWith(container.slice(0, 10))).toBe(true);
  });

  it('is of one thing only', () => {
    const numbers = [1, 2, 255, 256, 65_535, 2 ** 32 - 1];
    const containers = numbers.flatMap(database => numbers.map(number => containerRid(database, number)));
    const documents = containers.flatMap(container =>
      [1, 2 ** 40].map(number => documentRid(container, number)),
    );

    expect(new Set([...containers, ...documents]).size).toBe(containers.length + documents.length);
  });

  it('has no slash, which would end a path', () => {
    expect(containerRid(2 ** 32 - 1, 2 ** 32 - 1)).not.toContain('/');
  });
});
