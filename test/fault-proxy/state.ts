import { z } from 'zod';
import { type Company } from '../journeys/company';

const CONTAINERS = ['work', 'index', 'ops'] as const;
/** Where in its chain something lies, and what only the database knows of it, differ when a press is looked at twice. */
const UNTOLD = new Set([
  'head',
  'documents',
  'digest',
  'previous',
  'hash',
  'sequence',
  'pk',
  'reference',
  'releasing',
]);
const Body = z.looseObject({ id: z.string(), type: z.string().optional(), lookedAt: z.string().optional() });
const Event = z.looseObject({ event: z.looseObject({ operation: z.string(), allowed: z.boolean() }) });

const told = (key: string, value: unknown): unknown =>
  key.startsWith('_') || UNTOLD.has(key) ? undefined : value;

/** A document without its moments and its seals, which are never twice the same. */
const plain = (document: unknown): string =>
  JSON.stringify(document, told)
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'then')
    .replace(/[\w-]{16,}\.[\w-]{40,}/g, 'sealed')
    .replace(/127\.0\.0\.1:\d+/g, 'here');

/** Looks are events of their own at every press; a refusal is told by what was refused. */
const lineOf = (document: z.infer<typeof Body>): readonly string[] => {
  if (document.lookedAt === undefined) return [plain(document)];
  const { operation, allowed } = Event.parse(document).event;
  return allowed ? [] : [`refused: ${operation}`];
};

const documentsIn = async (
  { world }: Pick<Company, 'world'>,
  container: string,
): Promise<readonly string[]> => {
  const { resources } = await world.database
    .container(container)
    .items.query<unknown>('SELECT * FROM c')
    .fetchAll();
  return resources.map(resource => Body.parse(resource)).flatMap(lineOf);
};

/** Everything that is kept and that a press could have changed, in an order of its own. */
export const stateOf = async (company: Pick<Company, 'world'>): Promise<readonly string[]> => {
  const all = await Promise.all(CONTAINERS.map(container => documentsIn(company, container)));
  return all.flat().sort();
};
