import { onLoopback } from '../../../src/local/windows/loopback';

const listener = () => undefined;

describe('onLoopback', () => {
  it.each([
    ['a port', [8080, listener], [{ port: 8080, host: '127.0.0.1' }, listener]],
    ['a port in a string', ['8080'], [{ port: 8080, host: '127.0.0.1' }, undefined]],
    ['a port and a host', [8080, '0.0.0.0', 511, listener], [{ port: 8080, host: '127.0.0.1' }, listener]],
    ['options', [{ port: 8080, host: '::' }, listener], [{ port: 8080, host: '127.0.0.1' }, listener]],
    ['no port', [listener], [{ port: 0, host: '127.0.0.1' }, listener]],
    ['nothing', [], [{ port: 0, host: '127.0.0.1' }, undefined]],
  ])('keeps %s on 127.0.0.1', (_name, asked, expected) => {
    expect(onLoopback(asked)).toEqual(expected);
  });

  it.each([['/tmp/a.sock', listener], [{ path: '/tmp/a.sock' }]])('leaves a pipe alone', (...asked) => {
    expect(onLoopback(asked)).toEqual(asked);
  });
});
