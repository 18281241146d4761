import { once } from 'node:events';
import { createRequire } from 'node:module';
import express from 'express';
import { closeOnSignals } from '../shutdown';
import { controlRoutes } from './control';
import { endWithParent } from './end-with-parent';
import { listen } from './listen';
import { readOptions } from './options';
import { localChannel, windowPerson } from './people';
import type * as OpenWindows from './open-windows';
import { openWorld } from './world';

/** What is only for windows is not loaded without them. */
const load: (file: './open-windows') => typeof OpenWindows = createRequire(__filename);

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The local world: everything on this machine, on loopback, and nothing left behind when it ends. */
const start = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2));
  const world = await openWorld(options);
  const web = express().disable('x-powered-by').use(controlRoutes(world), world.app.router);
  const { server, port } = await listen(web, options.port);
  const url = `http://127.0.0.1:${String(port)}`;
  world.listensAt(url);
  const people = world.setup.people.map(windowPerson);
  const channel = localChannel(world.setup.programme.channelId);
  const windows = options.windows
    ? await load('./open-windows').openWindows({ world, web, url, people, channel, options, say })
    : undefined;
  world.app.dispatcher.start();
  closeOnSignals(async () => {
    await world.app.stop();
    await windows?.stop();
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
    await world.close();
  });
  if (process.env['npm_lifecycle_event'] !== undefined) endWithParent();
  if (port !== options.port && options.port !== 0)
    say(`Port ${String(options.port)} is taken; this is ${String(port)}.`);
  if (windows === undefined)
    say(JSON.stringify({ ready: true, url, messages: `${url}/api/messages`, people, channel }));
  else say(`Sent ute: ${url}/`);
};

start().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : 'The local world could not start.'}\n`);
  process.exit(1);
});
