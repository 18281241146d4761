/**
 * Resource ids as the service builds them: base64 of fixed-width numbers, parent first, `/` written as `-`.
 * The SDK drops session tokens whose container id is not eight bytes.
 */
const bytes = (value: number, width: 4 | 8): Buffer => {
  const buffer = Buffer.alloc(width);
  buffer.writeUIntBE(value, width === 8 ? 2 : 0, width === 8 ? 6 : 4);
  return buffer;
};

const encoded = (...parts: readonly Buffer[]): string =>
  Buffer.concat(parts).toString('base64').replaceAll('/', '-');

export const databaseRid = (database: number): string => encoded(bytes(database, 4));

export const containerRid = (database: number, container: number): string =>
  encoded(bytes(database, 4), bytes(container, 4));

export const documentRid = (container: string, number: number): string =>
  encoded(Buffer.from(container.replaceAll('-', '/'), 'base64'), bytes(number, 8));
