import { type Container } from '@azure/cosmos';
import { z } from 'zod';
import { canonical } from '../../audit/canonical';
import { type AuditEvent, type ChainHead, type Digest } from '../../audit/event';
import { type LyingChain, type LyingEvent } from '../../audit/verify-chain';
import { auditDocument } from '../documents/audit-document';
import { isCovered, printOf } from '../documents/print';
import { Head } from '../documents/stored';

/** What must be there before an event can be checked at all; the rest its hash tells. */
const isEvent = (value: unknown): value is AuditEvent => Readable.safeParse(value).success;
const Readable = z.looseObject({
  commandId: z.string(),
  at: z.string(),
  by: z.looseObject({ person: z.string() }),
  operation: z.string(),
  disclosed: z.array(z.unknown()),
  documents: z.array(z.looseObject({ id: z.string() })).optional(),
  partition: z.string(),
  sequence: z.number(),
  previous: z.string(),
  hash: z.string(),
});
const Lying = z.looseObject({ id: z.string(), pk: z.string(), type: z.string() });
type Lying = z.infer<typeof Lying>;
const Recorded = Lying.extend({ event: z.custom<AuditEvent>(isEvent) });

const SYSTEM = ['_etag', '_ts', '_rid', '_self', '_attachments', '_lsn'];
const withoutSystem = (document: Lying): unknown =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !SYSTEM.includes(name)));

type Events = Pick<LyingChain, 'events' | 'unreadable'>;

const lyingEvent = (document: Lying): LyingEvent | undefined => {
  const { data } = Recorded.safeParse(document);
  if (data === undefined) return undefined;
  const { event } = data;
  const asWritten = auditDocument(event.partition, event);
  return { event, misplaced: canonical(asWritten) !== canonical(withoutSystem(data)) };
};

const eventsIn = (audits: readonly Lying[]): Events => {
  const read = audits.map(document => [document.id, lyingEvent(document)] as const);
  return {
    events: read.flatMap(([, event]) => event ?? []),
    unreadable: read.flatMap(([id, event]) => (event === undefined ? [id] : [])),
  };
};

const headIn = (documents: readonly Lying[]): ChainHead | undefined =>
  documents.map(({ head }) => Head.safeParse(head).data).find(head => head !== undefined);

/** One partition as it lies, read at once. */
export const readChain = async (work: Container, partition: string, digest: Digest): Promise<LyingChain> => {
  const { resources } = await work.items
    .query<unknown>('SELECT * FROM c', { partitionKey: partition })
    .fetchAll();
  const lying = resources.map(document => Lying.parse(document));
  const covered = lying.filter(isCovered);
  const head = headIn(covered);
  return {
    partition,
    ...eventsIn(lying.filter(({ type }) => type === 'audit')),
    documents: new Map(covered.map(document => [document.id, digest(printOf(document))])),
    ...(head === undefined ? {} : { head }),
  };
};

const PAGE = 1_000;

/** Every partition that holds anything, by name. */
export const partitionsIn = async (work: Container): Promise<readonly string[]> => {
  const found = new Set<string>();
  const pages = work.items.query<string>('SELECT VALUE c.pk FROM c', { maxItemCount: PAGE });
  for await (const { resources } of pages.getAsyncIterator()) resources.forEach(pk => found.add(pk));
  return [...found].sort();
};

/** The events about a case, in whatever partition. */
export const eventsAbout = async (work: Container, caseId: string): Promise<Events> => {
  const query = "SELECT * FROM c WHERE c.type = 'audit' AND c.caseId = @caseId";
  const parameters = [{ name: '@caseId', value: caseId }];
  const { resources } = await work.items.query<unknown>({ query, parameters }).fetchAll();
  return eventsIn(resources.map(document => Lying.parse(document)));
};
