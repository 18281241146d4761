import { isObject, type JsonObject, trustedJson, valueAt } from '../../src/local/cosmos/json';
import { parseQuery } from '../../src/local/cosmos/query/parse';
import { type Query } from '../../src/storage/database/query';
import { type Document, type Step } from '../../src/storage/database/steps';
import { etagOf } from '../../src/storage/database/version';
import { type Version } from '../../src/use-cases/ports/common';
import { inOrder, matches } from './matches';

type Place = { readonly id: string; readonly pk: string };
type Set = Readonly<Record<string, string | number>>;
type Codes = readonly { readonly statusCode: number }[];

/** One container with the database's semantics, at once and without a wire: what each request does to it. */
export type Container = {
  readonly read: (place: Place) => JsonObject | undefined;
  /** Undefined when its id is taken. */
  readonly create: (document: Document) => JsonObject | undefined;
  /** Undefined when it is gone or another version. */
  readonly replace: (document: Document, version: Version) => JsonObject | undefined;
  readonly patch: (place: Place, version: Version, set: Set) => JsonObject | undefined;
  /** Whether it was there, in that version. */
  readonly remove: (place: Place, version: Version) => boolean;
  /** All of them, or none; each step's code. */
  readonly batch: (partition: string, steps: readonly Step[]) => Codes;
  readonly query: (query: Query) => readonly JsonObject[];
};

export type Rules = {
  /** Milliseconds since 1970, by the database. */
  readonly now: () => number;
  /** False where a version is not looked at: a database that forgot its If-Match. */
  readonly ifMatch: boolean;
};

type Partition = Map<string, JsonObject>;
export type Contents = Map<string, Partition>;
export const copied = (contents: Contents): Contents =>
  new Map([...contents].map(([pk, partition]) => [pk, new Map(partition)]));

const asJson = (document: unknown): JsonObject => {
  const json = trustedJson(JSON.stringify(document));
  if (!isObject(json)) throw new Error('a document is an object');
  return json;
};

/** `a.b.c` set to the value, in a copy. */
const withValue = (document: JsonObject, [step, ...rest]: readonly string[], value: unknown): JsonObject => {
  if (step === undefined) return asJson(value);
  const inner = document[step];
  if (rest.length === 0) return { ...document, ...asJson({ [step]: value }) };
  if (!isObject(inner)) throw new Error('there is nothing to set it in');
  return { ...document, [step]: withValue(inner, rest, value) };
};

const conditionOf = ({ where, values }: Pick<Query, 'where' | 'values'>) =>
  parseQuery({
    query: `SELECT * FROM c WHERE ${where}`,
    parameters: Object.entries(values).map(([name, value]) => ({ name: `@${name}`, value })),
  }).where;

const selectedFrom = (document: JsonObject, select: Query['select']): JsonObject =>
  select === undefined
    ? document
    : asJson(
        Object.fromEntries(
          select.map(path => [path.split('.').at(-1) ?? path, valueAt(document, path.split('.'))]),
        ),
      );

type Changing = Exclude<Step, { readonly do: 'create' | 'put' }>;
const idOf = (step: Step): string => ('document' in step ? step.document.id : step.id);

const KEPT = 200;
const [OK, CREATED, NOT_FOUND, CONFLICT, CHANGED, NOT_RUN] = [200, 201, 404, 409, 412, 424];

/** No mark is ever given twice, so that what was changed and changed back is not taken for unchanged. */
const lastMarkIn = (contents: Contents): number =>
  [...contents.values()]
    .flatMap(partition => [...partition.values()])
    .reduce(
      (last, { _etag: mark }) => Math.max(last, typeof mark === 'string' ? parseInt(mark.slice(1), 16) : 0),
      0,
    );

export const containerOf = (contents: Contents, { now, ifMatch }: Rules): Container => {
  const marks = { last: lastMarkIn(contents) };
  const partitionOf = (pk: string): Partition => {
    const found = contents.get(pk) ?? new Map<string, JsonObject>();
    contents.set(pk, found);
    return found;
  };
  const isAlive = ({ ttl, _ts: storedAt }: JsonObject): boolean =>
    typeof ttl !== 'number' || typeof storedAt !== 'number' || ttl < 0 || storedAt + ttl > now() / 1_000;
  const found = (partition: Partition, id: string): JsonObject | undefined => {
    const document = partition.get(id);
    return document !== undefined && isAlive(document) ? document : undefined;
  };
  const put = (partition: Partition, id: string, document: JsonObject): JsonObject => {
    marks.last += 1;
    const stored = { ...document, _etag: `"${marks.last.toString(16)}"`, _ts: Math.floor(now() / 1_000) };
    partition.set(id, stored);
    return stored;
  };
  const isSame = (document: JsonObject, version: Version): boolean =>
    !ifMatch || document['_etag'] === etagOf(version);

  const laid = (
    partition: Partition,
    { document }: { readonly document: Document },
    code: number,
  ): number => {
    put(partition, document.id, asJson(document));
    return code;
  };
  const changed = (partition: Partition, step: Changing, there: JsonObject): number => {
    if ('version' in step && !isSame(there, step.version)) return CHANGED;
    if (step.do === 'replace') return laid(partition, step, OK);
    if (step.do === 'remove') partition.delete(step.id);
    else put(partition, step.id, withValue(there, step.path.slice(1).split('/'), step.value));
    return OK;
  };
  const one = (partition: Partition, step: Step): number => {
    const there = found(partition, idOf(step));
    if (step.do === 'put') return laid(partition, step, OK);
    if (step.do === 'create') return there === undefined ? laid(partition, step, CREATED) : CONFLICT;
    return there === undefined ? NOT_FOUND : changed(partition, step, there);
  };
  const batch: Container['batch'] = (pk, steps) => {
    const tried = new Map(partitionOf(pk));
    for (const [place, step] of steps.entries()) {
      const code = one(tried, step);
      if (code >= NOT_FOUND)
        return steps.map((_, other) => ({ statusCode: other === place ? code : NOT_RUN }));
    }
    contents.set(pk, tried);
    return steps.map(() => ({ statusCode: OK }));
  };
  const single = (pk: string, step: Step): JsonObject | undefined => {
    const partition = partitionOf(pk);
    return one(partition, step) < NOT_FOUND ? partition.get(idOf(step)) : undefined;
  };
  const everything = (partition: string | undefined): readonly JsonObject[] =>
    (partition === undefined ? [...contents.values()] : [partitionOf(partition)]).flatMap(documents =>
      [...documents.values()].filter(isAlive),
    );
  const conditions = new Map<string, ReturnType<typeof conditionOf>>();
  const known = (query: Query): ReturnType<typeof conditionOf> => {
    const key = JSON.stringify([query.where, query.values]);
    const condition = conditions.get(key) ?? conditionOf(query);
    if (conditions.size > KEPT) conditions.clear();
    conditions.set(key, condition);
    return condition;
  };
  return {
    read: ({ id, pk }) => found(partitionOf(pk), id),
    create: document => single(document.pk, { do: 'create', document, ifThere: 'skip' }),
    replace: (document, version) => single(document.pk, { do: 'replace', document, version }),
    patch: ({ id, pk }, version, set) => {
      const partition = partitionOf(pk);
      const there = found(partition, id);
      if (there === undefined || !isSame(there, version)) return undefined;
      return put(partition, id, { ...there, ...set });
    },
    remove: ({ id, pk }, version) => {
      const partition = partitionOf(pk);
      const there = found(partition, id);
      return there !== undefined && isSame(there, version) && partition.delete(id);
    },
    batch,
    query: ({ first, select, partition, ...query }) => {
      const condition = known(query);
      const hits = everything(partition).filter(document => matches(document, condition));
      if (first === undefined) return hits.map(document => selectedFrom(document, select));
      const sign = first.descending === true ? -1 : 1;
      return hits
        .map(document => ({ document, key: document[first.by] }))
        .sort((a, b) => sign * inOrder(a.key, b.key))
        .slice(0, first.limit)
        .map(({ document }) => document);
    },
  };
};
