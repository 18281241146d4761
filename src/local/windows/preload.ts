import { Server } from 'node:net';

import { onLoopback } from './loopback';

/*
 * Loaded by `node --require` before a Playground: it listens on 127.0.0.1 only, where it would take every
 * interface, and ends when the program that started it is gone, however that went.
 */
const listen: unknown = Reflect.get(Server.prototype, 'listen');
if (typeof listen !== 'function') throw new Error('node:net has no Server.listen to keep on loopback.');

Object.defineProperty(Server.prototype, 'listen', {
  value: function listenOnLoopback(this: Server, ...asked: readonly unknown[]): unknown {
    return Reflect.apply(listen, this, onLoopback(asked));
  },
});

process.on('disconnect', () => process.exit());
