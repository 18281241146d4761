import { randomUUID } from 'node:crypto';
import { type Container, type OperationInput } from '@azure/cosmos';
import { z } from 'zod';
import { type Database } from '../../../src/local/database';
import { type WireRequest } from '../../../src/local/cosmos/wire';

const Lying = z.looseObject({ id: z.string(), pk: z.string(), _etag: z.string().optional() });
type Lying = z.infer<typeof Lying>;

/** What one submit asked for, in its order, and what its batch made. */
export type Recording = {
  readonly caseId: string;
  readonly requests: readonly WireRequest[];
  readonly made: readonly Lying[];
};

const inPartition = async (work: Container, pk: string): Promise<readonly Lying[]> => {
  const { resources } = await work.items
    .query<unknown>({ query: 'SELECT * FROM c', parameters: [] }, { partitionKey: pk })
    .fetchAll();
  return resources.map(one => Lying.parse(one));
};

const SYSTEM = ['_rid', '_self', '_etag', '_attachments', '_ts'];
const plain = (document: Lying): Lying =>
  Lying.parse(Object.fromEntries(Object.entries(document).filter(([name]) => !SYSTEM.includes(name))));

type Recorded = {
  readonly database: Database;
  readonly caseId: string;
  /** What was asked of the database since it was last asked. */
  readonly asked: () => readonly WireRequest[];
};

/** Runs the submit, and takes down what it asked for and what it made. */
export const recordSubmit = async (
  { database, caseId, asked }: Recorded,
  submit: () => Promise<unknown>,
): Promise<Recording> => {
  const work = database.container('work');
  const before = new Set((await inPartition(work, `case:${caseId}`)).map(({ id }) => id));
  asked();
  await submit();
  const requests = asked();
  const after = await inPartition(work, `case:${caseId}`);
  return { caseId, requests, made: after.filter(({ id }) => !before.has(id)).map(plain) };
};

type Replaying = { readonly database: Database; readonly recording: Recording; readonly draftId: string };

const batch = async ({ database, recording, draftId }: Replaying, etag: string): Promise<unknown> => {
  const made = JSON.stringify(recording.made).replaceAll(recording.caseId, draftId);
  const creating = z
    .array(z.custom<Extract<OperationInput, { operationType: 'Create' }>['resourceBody']>())
    .parse(JSON.parse(made))
    .map((resourceBody): OperationInput => ({ operationType: 'Create', resourceBody }));
  const removing: OperationInput & { readonly ifMatch: string } = {
    ...{ operationType: 'Delete', id: 'draft', ifMatch: etag },
  };
  const { result } = await database.container('work').items.batch([removing, ...creating], `case:${draftId}`);
  const refused = result?.find(({ statusCode }) => statusCode >= 400);
  if (refused !== undefined) throw new Error(`The replayed batch was refused: ${String(refused.statusCode)}`);
  return result;
};

const PEOPLE = {
  query: 'SELECT * FROM c WHERE c.type = @type',
  parameters: [{ name: '@type', value: 'person' }],
};

/** How far a replay has come. */
type State = Replaying & { etag: string; readonly together: Promise<unknown>[] };

const keyIn = ({ partitionKey = '[]' }: WireRequest): string =>
  z.array(z.string()).parse(JSON.parse(partitionKey))[0] ?? '';

/** The draft first, and then whether it has become a case; what the receipt is drawn from is read at once. */
const readAgain = async (state: State, request: WireRequest): Promise<void> => {
  const pk = keyIn(request).replace(state.recording.caseId, state.draftId);
  const kind = pk.split(':')[0] ?? '';
  const read = (id: string) => state.database.container('work').item(id, pk).read<Lying>();
  if (kind === 'meeting') state.together.push(read(kind));
  else if (kind === 'case' && state.etag === '') state.etag = (await read('draft')).etag;
  else await read(kind);
};

const claimAgain = async ({ database, draftId }: State): Promise<void> => {
  const key = `code:${randomUUID()}`;
  const pointer = { id: key, pk: key, schema: 1, type: 'pointer', target: draftId };
  await database.container('index').items.create(pointer);
};

const AGAIN: Readonly<Record<string, (state: State, request: WireRequest) => Promise<unknown>>> = {
  'read work': readAgain,
  'create index': claimAgain,
  'query work': ({ database }) => database.container('work').items.query(PEOPLE).fetchAll(),
  'query-plan work': () => Promise.resolve(),
  'batch work': state => batch(state, state.etag),
};

/** The requests of one submit, done alone on another draft, in their order: no bot, no keys, no rules. */
export const replay = async (replaying: Replaying): Promise<void> => {
  const state: State = { ...replaying, etag: '', together: [] };
  for (const request of replaying.recording.requests) {
    const what = `${request.kind} ${request.container ?? ''}`;
    const again = AGAIN[what];
    if (again === undefined) throw new Error(`Nobody knows how to do ${what} alone.`);
    await again(state, request);
  }
  await Promise.all(state.together);
};
