import { z } from 'zod';
import { CONTAINERS } from '../../storage/containers';
import { type Database } from '../database';
import { type Teller } from './teller';
import { databaseWords } from './words';

const Document = z.looseObject({ id: z.string(), type: z.string().optional() });
type Document = z.infer<typeof Document>;

const documentsIn = async (database: Database, container: string): Promise<readonly Document[]> => {
  const { resources } = await database
    .container(container)
    .items.query<unknown>('SELECT * FROM c')
    .fetchAll();
  return resources.map(resource => Document.parse(resource));
};

const countsOf = (documents: readonly Document[]): readonly (readonly [type: string, n: number])[] => {
  const types = documents.map(({ type = '–' }) => type);
  return [...new Set(types)].sort().map(type => [type, types.filter(one => one === type).length] as const);
};

/** A key's id, a dot, and what only that key opens. */
const BOX = /"([0-9a-f-]+\.[\w-]{60,})"/;
const SHOWN = 60;

const sealedPieceIn = (documents: readonly Document[]): string => {
  const boxes = documents.flatMap(({ type = '', ...rest }) => {
    const [, box] = BOX.exec(JSON.stringify(rest)) ?? [];
    return box === undefined ? [] : [`${databaseWords.sealed(type)}\n      ${box.slice(0, SHOWN)}…`];
  });
  const [first] = boxes;
  if (first === undefined) throw new Error('Nothing sealed was found.');
  return first;
};

const checkUnreadable = (stored: string, secrets: readonly string[]): void => {
  const readable = secrets.find(secret => stored.includes(secret));
  if (readable !== undefined) throw new Error(databaseWords.readable(readable));
};

/** What lies in the database, and that none of `secrets` can be read there; throws when one can. */
export const reportDatabase = async (
  database: Database,
  teller: Teller,
  secrets: readonly string[],
): Promise<void> => {
  teller.line(`\n${databaseWords.title}`);
  const all: Document[] = [];
  for (const { id } of Object.values(CONTAINERS)) {
    const documents = await documentsIn(database, id);
    all.push(...documents);
    teller.line(`   ${id}`);
    for (const [type, n] of countsOf(documents)) teller.line(`   ${databaseWords.count(n, type)}`);
  }
  teller.line(`   ${sealedPieceIn(all)}`);
  checkUnreadable(JSON.stringify(all), secrets);
  teller.line(`   ${databaseWords.nothingReadable(secrets.length)}`);
};
