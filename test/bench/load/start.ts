import { performance } from 'node:perf_hooks';
import { type Bench } from '../figure';
import { median, ms } from '../measure';
import { openClient } from './client';
import { press } from './journey';
import { peopled } from './people';
import { openPlace, type Place, type Running, startBare, startBot } from './processes';

const ROUNDS = 9;

/** From the start of the process to its first answer. */
const startOf = async (start: () => Promise<Running>, place: Place): Promise<number> => {
  const running = await start();
  const [pair] = peopled().pairs;
  if (pair === undefined) throw new Error('Nobody presses.');
  const client = openClient(1);
  const wire = { client, messages: running.messages, serviceUrl: place.outside.url };
  await press(wire, { by: pair.coordinator, verb: 'show-help', data: { nonce: 'start' } });
  const took = performance.now() - running.startedAt;
  client.close();
  await running.end();
  return took;
};

/** What the program is made with, and cannot answer its first turn without. */
const LIBRARIES = [
  ...['@microsoft/teams-ai/lib/Application', '@azure/cosmos', 'adaptivecards-templating'],
  ...['date-holidays', 'zod', 'libsql'],
];

/** The built program against a bot of botbuilder alone, built the same way; and that with our libraries. */
export const start: Bench = {
  id: 'B9',
  name: 'start',
  run: async () => {
    process.env['PROGRAMME_FILE'] = peopled().file;
    const place = await openPlace();
    const taken: readonly (readonly [start: () => Promise<Running>, ms: number[]])[] = [
      [() => startBot(place), []],
      [() => startBare(), []],
      [() => startBare({ libraries: LIBRARIES }), []],
    ];
    for (let round = 0; round <= ROUNDS; round += 1)
      for (const [begin, all] of taken) all.push(await startOf(begin, place));
    await place.leave();
    // The first of each also fills the machine's own caches.
    const [our = 0, bare = 0, loaded = 0] = taken.map(([, all]) => median(all.slice(1)));
    const figure = { bench: 'B9', unit: '' };
    return [
      {
        ...{ ...figure, measure: 'start to first answer ÷ a bare bot', value: our / bare },
        target: { atMost: 2 },
        from: `${ms(our)} ÷ ${ms(bare)}`,
      },
      {
        ...{ ...figure, measure: 'its floor: a bare bot that loads our libraries ÷ a bare bot' },
        value: loaded / bare,
        from: ms(loaded),
      },
    ];
  },
};
