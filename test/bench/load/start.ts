import { performance } from 'node:perf_hooks';
import { type Bench, type Figure } from '../figure';
import { median, ms } from '../measure';
import { openClient } from './client';
import { press } from './journey';
import { peopled } from './people';
import { openPlace, type Place, type Running, startBare, startBot } from './processes';

const ROUNDS = 9;

/** In milliseconds: by the clock, and of a processor, which does not depend on who else uses the machine. */
type Taken = { readonly wall: number; readonly cpu: number };

/** From the start of the process to its first answer. */
const startOf = async (start: () => Promise<Running>, place: Place): Promise<Taken> => {
  const running = await start();
  const [pair] = peopled().pairs;
  if (pair === undefined) throw new Error('Nobody presses.');
  const client = openClient(1);
  const wire = { client, messages: running.messages, serviceUrl: place.outside.url };
  await press(wire, { by: pair.coordinator, verb: 'show-help', data: { nonce: 'start' } });
  const took = { wall: performance.now() - running.startedAt, cpu: running.cpu() };
  client.close();
  await running.end();
  return took;
};

/** What no first answer comes without: the library that it is to be made with, the database's, and what fills cards. */
const LIBRARIES = ['@microsoft/teams-ai/lib/Application', '@azure/cosmos', 'adaptivecards-templating', 'zod'];

const figuresFrom = (cpu: readonly number[], wall: readonly number[]): readonly Figure[] => {
  const [our = 0, bare = 0, loaded = 0] = cpu;
  const [ourWall = 0, bareWall = 0] = wall;
  const figure = { bench: 'B9', unit: '' };
  return [
    {
      ...{ ...figure, measure: 'processor time to the first answer ÷ a bare bot', value: our / bare },
      target: { atMost: 2 },
      from: `${ms(our)} ÷ ${ms(bare)}`,
    },
    {
      ...{ ...figure, measure: 'its floor: a bare bot that loads our libraries ÷ a bare bot' },
      value: loaded / bare,
      from: ms(loaded),
    },
    {
      ...{ ...figure, measure: 'the same by the clock', value: ourWall / bareWall },
      from: `${ms(ourWall)} ÷ ${ms(bareWall)}`,
    },
  ];
};

/** The built program against a bot of botbuilder alone, built the same way; and that with our libraries. */
export const start: Bench = {
  id: 'B9',
  name: 'start',
  run: async () => {
    process.env['PROGRAMME_FILE'] = peopled().file;
    const place = await openPlace();
    const taken: readonly (readonly [start: () => Promise<Running>, all: Taken[]])[] = [
      [() => startBot(place), []],
      [() => startBare(), []],
      [() => startBare({ libraries: LIBRARIES }), []],
    ];
    for (let round = 0; round <= ROUNDS; round += 1)
      for (const [begin, all] of taken) all.push(await startOf(begin, place));
    await place.leave();
    // The first of each also fills the machine's own caches.
    const over = (of: (one: Taken) => number): readonly number[] =>
      taken.map(([, all]) => median(all.slice(1).map(of)));
    return figuresFrom(
      over(({ cpu }) => cpu),
      over(({ wall }) => wall),
    );
  },
};
