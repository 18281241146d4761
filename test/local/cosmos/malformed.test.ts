import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { openEmbedded, openNotes } from './support';

type Sent = {
  readonly method: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
};
type Heard = { readonly status: number; readonly message: string };

const DOCS = 'dbs/DB/colls/notes/docs';

describe('a request no SDK would send', () => {
  let embedded: Awaited<ReturnType<typeof openEmbedded>>;
  let database: string;

  beforeAll(async () => {
    embedded = await openEmbedded();
    ({
      database: { id: database },
    } = await openNotes(embedded.client));
  });

  afterAll(() => embedded.close());

  /** As the SDK signs: a feed by its parent, a single thing by its own path. */
  const signed = (method: string, path: string): Record<string, string> => {
    const segments = path.split('/');
    const [type, resource] =
      segments.length % 2 === 1 ? [segments.at(-1), segments.slice(0, -1)] : [segments.at(-2), segments];
    const date = new Date().toUTCString();
    const text = [method.toLowerCase(), type, resource.join('/'), date.toLowerCase(), '', ''].join('\n');
    const signature = createHmac('sha256', Buffer.from(embedded.key, 'base64')).update(text).digest('base64');
    return {
      authorization: encodeURIComponent(`type=master&ver=1.0&sig=${signature}`),
      'x-ms-date': date,
    };
  };

  const send = ({ method, path, headers = {}, body = '' }: Sent): Promise<Heard> => {
    const real = path.replace('DB', database);
    return new Promise((resolve, reject) => {
      const outgoing = request(
        new URL(embedded.endpoint + real),
        { method, headers: { ...signed(method, real), ...headers } },
        response => {
          let text = '';
          response.on('data', chunk => (text += String(chunk)));
          response.on('end', () => {
            resolve({ status: response.statusCode ?? 0, message: text });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  };

  const KEY = { 'x-ms-documentdb-partitionkey': '["a"]' };
  const QUERY = { ...KEY, 'content-type': 'application/query+json', 'x-ms-documentdb-isquery': 'true' };
  const BATCH = { ...KEY, 'x-ms-cosmos-is-batch-request': 'true', 'x-ms-cosmos-batch-atomic': 'true' };
  const post = (headers: Record<string, string>, body: string): Sent => ({
    method: 'POST',
    path: DOCS,
    headers,
    body,
  });

  it.each<[string, Sent, [number, RegExp]]>([
    ['a body that is not JSON', post(KEY, '{"id":'), [400, /not valid JSON/]],
    ['a body that is a list', post(KEY, '[]'), [400, /must be a JSON object/]],
    ['no body', post(KEY, ''), [400, /not valid JSON/]],
    ['no id', post(KEY, '{"pk":"a"}'), [400, /The property .*id/]],
    ['an id that is a number', post(KEY, '{"id":1,"pk":"a"}'), [400, /The property .*id/]],
    ['no partition key header', post({}, '{"id":"x","pk":"a"}'), [400, /partition key header is required/]],
    ['another partition key in the header', post(KEY, '{"id":"x","pk":"b"}'), [400, /doesn't match/]],
    [
      'a partition key header that is not JSON',
      post({ 'x-ms-documentdb-partitionkey': 'a' }, '{}'),
      [400, /not valid JSON/],
    ],
    [
      'a partition key header that is a text',
      post({ 'x-ms-documentdb-partitionkey': '"a"' }, '{}'),
      [400, /JSON array/],
    ],
    [
      'two partition keys',
      post({ 'x-ms-documentdb-partitionkey': '["a","b"]' }, '{}'),
      [400, /hierarchical/],
    ],
    [
      'a partition key that is an object',
      post({ 'x-ms-documentdb-partitionkey': '[{"a":1}]' }, '{}'),
      [400, /must be a string/],
    ],
    [
      'a document whose key is an object',
      post(KEY, '{"id":"x","pk":{}}'),
      [400, /partition key of a document/],
    ],
    ['a query without text', post(QUERY, '{}'), [400, /query body is not valid/]],
    [
      'a query whose parameters are no list',
      post(QUERY, '{"query":"SELECT * FROM c","parameters":1}'),
      [400, /not valid/],
    ],
    [
      'a page size of nothing',
      post({ ...QUERY, 'x-ms-max-item-count': '0' }, '{"query":"SELECT * FROM c"}'),
      [400, /max-item-count/],
    ],
    [
      'a page size that is no number',
      post({ ...QUERY, 'x-ms-max-item-count': 'x' }, '{"query":"SELECT * FROM c"}'),
      [400, /max-item-count/],
    ],
    [
      'a continuation of ours made up',
      post({ ...QUERY, 'x-ms-continuation': 'e30' }, '{"query":"SELECT * FROM c"}'),
      [400, /continuation/],
    ],
    [
      'a continuation that is noise',
      post({ ...QUERY, 'x-ms-continuation': '%%%' }, '{"query":"SELECT * FROM c"}'),
      [400, /continuation/],
    ],
    ['a batch that is no list', post(BATCH, '{}'), [400, /batch is not valid/]],
    ['an empty batch', post(BATCH, '[]'), [400, /batch is not valid/]],
    [
      'a batch with an unknown operation',
      post(BATCH, '[{"operationType":"Merge","id":"x"}]'),
      [400, /batch is not valid/],
    ],
    [
      'a batch of 101',
      post(BATCH, JSON.stringify(Array(101).fill({ operationType: 'Read', id: 'x' }))),
      [413, /100 operations/],
    ],
    ['a body above 2 MB', post(KEY, 'x'.repeat(3 * 1024 * 1024)), [413, /2 MB/]],
    [
      'a patch that is no patch',
      { method: 'PATCH', path: `${DOCS}/x`, headers: KEY, body: '{}' },
      [404, /does not exist/],
    ],
    ['a method that documents lack', { method: 'PUT', path: DOCS, headers: KEY }, [400, /PUT \/dbs/]],
    ['a method that a database lacks', { method: 'PATCH', path: 'dbs/DB' }, [400, /PATCH \/dbs/]],
    ['a path to nowhere', { method: 'GET', path: 'nowhere' }, [400, /GET \/nowhere/]],
    ['a path below a document', { method: 'GET', path: `${DOCS}/x/attachments` }, [400, /Not supported/]],
    [
      'a database without an id',
      { method: 'POST', path: 'dbs', body: '{}' },
      [400, /A database needs an id/],
    ],
    [
      'a container without a partition key',
      { method: 'POST', path: 'dbs/DB/colls', body: '{"id":"x"}' },
      [400, /partitionKey/],
    ],
    [
      'a TTL of zero',
      {
        method: 'POST',
        path: 'dbs/DB/colls',
        body: '{"id":"x","partitionKey":{"paths":["/pk"]},"defaultTtl":0}',
      },
      [400, /defaultTtl/],
    ],
    [
      'a container whose TTL would change',
      {
        method: 'PUT',
        path: 'dbs/DB/colls/notes',
        body: '{"id":"notes","partitionKey":{"paths":["/pk"]},"defaultTtl":5}',
      },
      [400, /Only the indexing policy/],
    ],
    [
      'a session from a later life',
      { method: 'GET', path: `${DOCS}/x`, headers: { ...KEY, 'x-ms-session-token': '0:-1#999' } },
      [404, /read session/],
    ],
    [
      'a signature that is noise',
      { method: 'GET', path: 'dbs/DB', headers: { authorization: '%E0%A4%A' } },
      [401, /authorization/],
    ],
    [
      'a signature of another length',
      { method: 'GET', path: 'dbs/DB', headers: { authorization: 'type%3dmaster%26ver%3d1.0%26sig%3dæ' } },
      [401, /authorization/],
    ],
  ])('is answered: %s', async (_, sent, [status, message]) => {
    const heard = await send(sent);

    expect(heard.status).toBe(status);
    expect(heard.message).toMatch(message);
    expect(JSON.parse(heard.message)).toHaveProperty('code');
  });

  it('is answered when its path cannot be decoded', async () => {
    const { status } = await new Promise<Heard>(resolve => {
      request(new URL(embedded.endpoint), { method: 'GET', path: '/dbs/%E0%A4%A' }, response => {
        response.resume();
        resolve({ status: response.statusCode ?? 0, message: '' });
      }).end();
    });

    expect(status).toBe(400);
  });

  it('never reads an inherited property', async () => {
    await send(post(KEY, '{"id":"proto","pk":"a","__proto__":{"polluted":true}}'));

    const { message } = await send(post(QUERY, '{"query":"SELECT VALUE c.constructor FROM c"}'));

    expect(message).toContain('"_count":0');
    expect({}).not.toHaveProperty('polluted');
  });
});
