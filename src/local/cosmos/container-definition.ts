import { z } from 'zod';
import { isObject, valueAt, type Json, type JsonObject } from './json';
import { badRequest, unsupported } from './refusal';

const Path = z.strictObject({ path: z.string().startsWith('/') });
const CompositePath = z.strictObject({
  path: z.string().startsWith('/'),
  order: z.enum(['ascending', 'descending']).default('ascending'),
});

const IndexingPolicySchema = z.strictObject({
  automatic: z.literal(true).default(true),
  indexingMode: z.literal('consistent').default('consistent'),
  includedPaths: z.array(Path).default([]),
  excludedPaths: z.array(Path).default([]),
  compositeIndexes: z.array(z.array(CompositePath).min(2)).default([]),
});

const EVERYTHING = IndexingPolicySchema.parse({
  includedPaths: [{ path: '/*' }],
  excludedPaths: [{ path: '/"_etag"/?' }],
});

const Definition = z.strictObject({
  id: z.string().regex(/^[^/\\?#]{1,255}$/, 'must be 1 to 255 characters, none of / \\ ? #'),
  partitionKey: z.strictObject({
    paths: z.tuple([z.string().startsWith('/')]),
    kind: z.literal('Hash').default('Hash'),
    version: z.union([z.literal(1), z.literal(2)]).default(2),
  }),
  indexingPolicy: IndexingPolicySchema.default(EVERYTHING),
  defaultTtl: z.union([z.literal(-1), z.int().positive()]).optional(),
});

export type ContainerDefinition = z.infer<typeof Definition>;
export type IndexingPolicy = ContainerDefinition['indexingPolicy'];

const isHierarchical = (body: JsonObject): boolean => {
  const paths = valueAt(body, ['partitionKey', 'paths']);
  return (
    valueAt(body, ['partitionKey', 'kind']) === 'MultiHash' || (Array.isArray(paths) && paths.length > 1)
  );
};

/** What a client sends to create or replace a container. A field this server cannot honour is refused by name. */
export const parseDefinition = (body: Json): ContainerDefinition => {
  if (!isObject(body)) throw badRequest('A container definition must be a JSON object.');
  if (isHierarchical(body)) throw unsupported('hierarchical partition keys (MultiHash)');
  const given = Object.fromEntries(Object.entries(body).filter(([name]) => !name.startsWith('_')));
  const parsed = Definition.safeParse(given);
  if (!parsed.success) throw unsupported(`this container definition: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
};
