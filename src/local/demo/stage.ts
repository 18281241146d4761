import { once } from 'node:events';
import express from 'express';
import { controlRoutes } from '../control';
import { type Front } from '../front';
import { guardedGround, loopbackGround } from '../ground';
import { listen } from '../listen';
import { type LocalOptions } from '../options';
import { localChannel } from '../people';
import { type LocalWorld, openWorld, type Watcher } from '../world';
import { type ConnectorEnd, isThread, type Standing, startConnectorEnd } from './connector';
import { type Player, playerFor } from './player';
import { type Scene, type Who } from './scene';

/** The local world with people at their clients: everything over real HTTP, through the real adapter. */
export type Stage = {
  readonly world: LocalWorld;
  readonly url: string;
  readonly connector: ConnectorEnd;
  /** What everybody here has in common. */
  readonly scene: Scene;
  /** Somebody of the directory, by id. */
  readonly player: (personId: string) => Player;
  /** Somebody else. */
  readonly stranger: (who: Who) => Player;
  /** What stands in the resource group's channel, oldest first. */
  readonly inChannel: () => readonly Standing[];
  /** Moves the clock by an ISO 8601 duration; answers when everything due has been sent. */
  readonly advance: (duration: string) => Promise<void>;
  /** Sends everything that is due. */
  readonly settle: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const castOf = (world: LocalWorld, scene: Scene) => {
  const stranger = (who: Who): Player => playerFor(scene, who);
  const player = (personId: string): Player => {
    const person = world.setup.people.find(({ id }) => id === personId);
    if (person === undefined) throw new Error(`Nobody is called ${personId}.`);
    return stranger(person);
  };
  return { player, stranger };
};

const serve = async (world: LocalWorld, port: number, front: Front | undefined) => {
  const web = express().disable('x-powered-by').use(controlRoutes(world), world.app.router);
  const { server, port: listening } = await listen(web, port, front?.tls);
  const stop = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  return { url: `${front === undefined ? 'http' : 'https'}://127.0.0.1:${String(listening)}`, stop };
};

const setting = async (options: LocalOptions, watcher: Watcher, front: Front | undefined) => {
  const connector = await startConnectorEnd(front);
  try {
    const ground = front === undefined ? loopbackGround(options) : guardedGround(front, connector.url);
    const world = await openWorld(options, watcher, ground);
    const { url, stop } = await serve(world, options.port, front);
    world.listensAt(url);
    return { connector, world, url, stop };
  } catch (fault) {
    await connector.close();
    throw fault;
  }
};

/** Opens it with the app in the team; nothing is sent before `settle` or `advance`. */
export const openStage = async (
  options: LocalOptions,
  watcher: Watcher = {},
  front?: Front,
): Promise<Stage> => {
  const { connector, world, url, stop } = await setting(options, watcher, front);
  const scene: Scene = {
    ...localChannel(world.setup.programme.channelId),
    ...{ messages: `${url}/api/messages`, connector, now: world.clock.now },
    ...(front === undefined ? {} : { signs: front.signs }),
  };
  const { player, stranger } = castOf(world, scene);
  const settle = async (): Promise<void> => {
    await world.app.dispatcher.tick();
  };
  await player('koordinator').addsToTeam();
  return {
    ...{ world, url, connector, scene, player, stranger, settle },
    inChannel: () => connector.everything().filter(({ conversationId }) => isThread(conversationId)),
    advance: async duration => {
      world.clock.advance(duration);
      await settle();
    },
    close: async () => {
      await stop();
      await world.close();
      await connector.close();
    },
  };
};
