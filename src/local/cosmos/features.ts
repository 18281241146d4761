import { type Request } from './request';
import { unsupported } from './refusal';

/** Headers that ask for what this server lacks: ignoring one would give a wrong answer without a word. */
const HEADERS: readonly (readonly [header: string, feature: string])[] = [
  ['a-im', 'the change feed'],
  ['x-ms-cosmos-changefeed-wire-format-version', 'the change feed'],
  ['x-ms-documentdb-pre-trigger-include', 'triggers'],
  ['x-ms-documentdb-post-trigger-include', 'triggers'],
  ['x-ms-indexing-directive', 'indexing directives'],
  ['x-ms-offer-throughput', 'provisioned throughput (create the container without it)'],
  ['x-ms-cosmos-offer-autopilot-settings', 'provisioned throughput (create the container without it)'],
  ['x-ms-offer-type', 'provisioned throughput (create the container without it)'],
  ['x-ms-cosmos-batch-continue-on-error', 'bulk operations'],
  ['x-ms-cosmos-is-client-encrypted', 'client-side encryption'],
  ['x-ms-start-epk', 'feed ranges'],
  ['x-ms-documentdb-populatequerymetrics', 'query metrics'],
  ['x-ms-cosmos-populateindexmetrics-v2', 'index metrics'],
  ['x-ms-documentdb-expiry-seconds', 'resource tokens'],
];

const RESOURCES: Readonly<Record<string, string>> = {
  sprocs: 'stored procedures',
  triggers: 'triggers',
  udfs: 'user-defined functions',
  conflicts: 'the conflict feed',
  users: 'users and permissions',
  permissions: 'users and permissions',
  offers: 'offers',
  clientencryptionkeys: 'client-side encryption',
  operations: 'delete by partition key',
};

const isPartitionRanges = ({ segments }: Request): boolean => segments[4] === 'pkranges';

/** Throws 400 naming the feature; the SDK reads the partition ranges themselves as an incremental feed. */
export const checkHeaders = (request: Request): void => {
  const asked = HEADERS.find(([header]) => request.header(header) !== undefined);
  if (asked !== undefined && !isPartitionRanges(request)) throw unsupported(asked[1]);
};

/** The refusal for a place in the resource tree that is not served. */
export const unknownResource = ({ method, segments }: Request): Error => {
  const known = segments.map(segment => RESOURCES[segment]).find(feature => feature !== undefined);
  return unsupported(known ?? `${method} /${segments.join('/')}`);
};
