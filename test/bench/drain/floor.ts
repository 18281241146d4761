import { type Container, type OperationInput } from '@azure/cosmos';
import { type Activity, ActivityTypes, CardFactory } from 'botbuilder';
import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';
import { LOCAL_DATABASE } from '../../../src/local/database';
import { connect } from '../../../src/storage/client';
import { type Document } from '../../../src/storage/database/steps';
import { median } from '../measure';
import { backlog } from './backlog';

const MANY = 300;
const LANES = 16;
const RUNS = 3;
const MILLISECOND = 1_000;

type Place = { readonly endpoint: string; readonly key: string; readonly outside: { readonly url: string } };

const again = ({ id, schema }: Document): OperationInput => ({
  operationType: 'Patch',
  id,
  resourceBody: { operations: [{ op: 'set', path: '/schema', value: schema }] },
});

/** What one entry asks of the database, through the library alone: claim, look, intend, look again, acknowledge. */
const stored = async (work: Container, entry: Document, seen: readonly Document[]): Promise<void> => {
  const look = () => Promise.all(seen.map(({ id, pk }) => work.item(id, pk).read()));
  await work.item(entry.id, entry.pk).replace({ ...entry });
  await look();
  await work.item(entry.id, entry.pk).patch([{ op: 'set', path: '/schema', value: entry.schema }]);
  await look();
  await work.items.batch([again(entry)], entry.pk);
};

const CARD = { type: 'AdaptiveCard', version: '1.4', body: [{ type: 'TextBlock', text: 'SU' }] };
const LETTER: Partial<Activity> = {
  type: ActivityTypes.Message,
  attachments: [CardFactory.adaptiveCard(CARD)],
};

const inLanes = async (all: readonly Document[], run: (one: Document) => Promise<unknown>): Promise<void> => {
  const left = [...all];
  const lane = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await run(one);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
};

/** Milliseconds of a processor: the same requests for one entry, and nothing else. */
export const floorOf = async ({ endpoint, key, outside }: Place): Promise<number> => {
  const all = backlog(outside.url);
  const [person, kase] = [all.find(({ type }) => type === 'person'), all.find(({ type }) => type === 'case')];
  if (person === undefined || kase === undefined) throw new Error('There is nobody, or nothing, to tell of.');
  const entries = all.filter(({ type }) => type === 'outbox').slice(0, MANY);
  const client = connect({ endpoint, key });
  const work = client.database(LOCAL_DATABASE).container('work');
  const teams = new ConnectorClient(new MicrosoftAppCredentials('', ''), { baseUri: outside.url });
  const taken: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    await inLanes(entries, async entry => {
      await stored(work, entry, [person, kase]);
      await teams.conversations.sendToConversation('a:nobody', LETTER);
    });
    const { user, system } = process.cpuUsage(before);
    taken.push((user + system) / MILLISECOND / entries.length);
  }
  client.dispose();
  return median(taken);
};
