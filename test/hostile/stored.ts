import { z } from 'zod';
import { connect } from '../../src/storage/client';
import { CONTAINERS } from '../../src/storage/containers';
import { LOCAL_DATABASE } from '../../src/local/database';
import { FOREIGN, OWN, TYPED } from './scene';

const Document = z.looseObject({ id: z.string(), pk: z.string().optional(), type: z.string().optional() });
type Document = z.infer<typeof Document>;

/** Everything that lies in the database, document by document, and what beside it is allowed to grow. */
export type Stored = {
  /** Its whole text by container, partition and id. */
  readonly documents: ReadonlyMap<string, string>;
  /** Events that somebody looked at something or was refused it. */
  readonly looks: number;
  /** Canaries that lie there to be read by whoever opens the database. */
  readonly leaks: readonly string[];
};

const isLook = ({ type, lookedAt }: Document): boolean => type === 'audit' && lookedAt !== undefined;

/** A person's document has the end of their chain of looks, and the database's own marks change with it. */
const content = (document: Document): string => {
  const marks = ['_etag', '_ts', '_lsn', ...(document.type === 'person' ? ['head'] : [])];
  return JSON.stringify(Object.entries(document).filter(([key]) => !marks.includes(key)));
};

const leaksIn = (text: string): readonly string[] =>
  [FOREIGN.text, FOREIGN.number, OWN, TYPED].filter(canary => text.includes(canary));

type Reading = { readonly endpoint: string; readonly key: string };

type Found = { readonly key: string; readonly document: Document; readonly text: string };

const everything = async ({ endpoint, key }: Reading): Promise<readonly Found[]> => {
  const client = connect({ endpoint, key });
  const found: Found[] = [];
  for (const name of Object.keys(CONTAINERS)) {
    const { items } = client.database(LOCAL_DATABASE).container(name);
    const { resources } = await items.query<unknown>('SELECT * FROM c', { maxItemCount: 500 }).fetchAll();
    for (const resource of resources) {
      const document = Document.parse(resource);
      found.push({ key: `${name} ${document.pk ?? ''} ${document.id}`, document, text: content(document) });
    }
  }
  client.dispose();
  return found;
};

export const readStored = async (at: Reading): Promise<Stored> => {
  const found = await everything(at);
  const lasting = found.filter(({ document }) => !isLook(document));
  return {
    documents: new Map(lasting.map(({ key, text }) => [key, text])),
    looks: found.length - lasting.length,
    leaks: found.flatMap(({ text }) => leaksIn(text)),
  };
};

/** What became other than it was, document by document: not the looks and refusals, which are kept of every press. */
export const changesBetween = (before: Stored, after: Stored): readonly string[] => {
  const keys = new Set([...before.documents.keys(), ...after.documents.keys()]);
  return [...keys]
    .filter(key => before.documents.get(key) !== after.documents.get(key))
    .map(key => [key, before.documents.get(key) ?? '-', after.documents.get(key) ?? '-'].join('\n  '));
};
