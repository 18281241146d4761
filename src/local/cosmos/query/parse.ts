import { z } from 'zod';
import { type SortKey } from '../indexing-policy';
import { type Json } from '../json';
import { type PropertyPath } from '../property-path';
import { badRequest, unsupported } from '../refusal';
import { ALWAYS, type Condition, type Query, type Selection } from './ast';
import { parseCondition } from './parse-condition';
import { parseCount, parsePath } from './parse-operand';
import { openSource, unexpected, type Source } from './source';

const Spec = z.object({
  query: z.string(),
  parameters: z
    .array(z.object({ name: z.string(), value: z.custom<Json>(value => value !== undefined) }))
    .default([]),
});

export type QuerySpec = z.infer<typeof Spec>;

/** The body of a query request. */
export const parseSpec = (body: Json): QuerySpec => {
  const parsed = Spec.safeParse(body);
  if (!parsed.success) throw badRequest(`The query body is not valid: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
};

const name = (source: Source): string => {
  const token = source.next();
  if (token.kind !== 'word') throw unexpected(token);
  return token.text;
};

const field = (source: Source): { name: string; path: PropertyPath } => {
  const path = parsePath(source);
  return { path, name: source.takes('AS') ? name(source) : (path.at(-1) ?? source.root) };
};

const counted = (source: Source): Selection => {
  source.expect('(');
  const token = source.next();
  if (token.kind !== 'number') throw unsupported('COUNT of anything but 1');
  source.expect(')');
  return { kind: 'count' };
};

const value = (source: Source): Selection => {
  if (source.takes('COUNT')) return counted(source);
  const path = parsePath(source);
  return path.length === 0 ? { kind: 'document' } : { kind: 'value', path };
};

const selection = (source: Source): Selection => {
  if (source.takes('*')) return { kind: 'document' };
  if (source.takes('VALUE')) return value(source);
  const fields = [field(source)];
  while (source.takes(',')) fields.push(field(source));
  return { kind: 'fields', fields };
};

const from = (source: Source): void => {
  source.expect('FROM');
  const collection = name(source);
  if (source.takes('AS') || collection !== source.root) source.expect(source.root.toUpperCase());
};

const sortKey = (source: Source): SortKey => {
  const path = parsePath(source);
  const descending = source.takes('DESC');
  if (!descending) source.takes('ASC');
  return { path, descending };
};

const orderBy = (source: Source): readonly SortKey[] => {
  if (!source.takes('ORDER')) return [];
  source.expect('BY');
  const keys = [sortKey(source)];
  while (source.takes(',')) keys.push(sortKey(source));
  return keys;
};

const close = (source: Source): void => {
  const token = source.next();
  if (token.kind !== 'end') throw unexpected(token);
};

const where = (source: Source): Condition => (source.takes('WHERE') ? parseCondition(source) : ALWAYS);

/** Throws 400: for what the service would refuse as a syntax error, and by name for what this server lacks. */
export const parseQuery = ({ query, parameters }: QuerySpec): Query => {
  const source = openSource(query, new Map(parameters.map(each => [each.name, each.value])));
  source.expect('SELECT');
  const top = source.takes('TOP') ? parseCount(source) : undefined;
  const selected = selection(source);
  from(source);
  const parsed = { selection: selected, top, where: where(source), orderBy: orderBy(source) };
  close(source);
  if (selected.kind === 'count' && (top !== undefined || parsed.orderBy.length > 0)) {
    throw unsupported('COUNT with TOP or ORDER BY');
  }
  return parsed;
};

/** Reads a patch's condition, `from c where …`. */
export const parsePredicate = (text: string): Condition => {
  const source = openSource(text, new Map());
  from(source);
  source.expect('WHERE');
  const condition = parseCondition(source);
  close(source);
  return condition;
};
