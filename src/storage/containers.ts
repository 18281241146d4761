import { PartitionKeyKind } from '@azure/cosmos';

/**
 * Every container, once: read by infra, by the embedded server and by the tests (design.md §4).
 * Only what is queried is indexed; `remindAt`, `clockAt`, `unfinished`, `outboxAt`, `waitsFor` and `askedAt` exist only while
 * something is pending, so a poll costs what is due, not what exists.
 */
const indexed = (...properties: readonly string[]) => ({
  automatic: true,
  indexingMode: 'consistent' as const,
  includedPaths: properties.map(property => ({ path: `/${property}/?` })),
  excludedPaths: [{ path: '/*' }],
});

const container = (id: string, properties: readonly string[]) => ({
  id,
  partitionKey: { paths: ['/pk'], kind: PartitionKeyKind.Hash, version: 2 },
  defaultTtl: -1,
  indexingPolicy: indexed(...properties),
});

export type ContainerName = 'work' | 'index' | 'ops' | 'keys';

export const CONTAINERS: Readonly<Record<ContainerName, ReturnType<typeof container>>> = {
  work: container('work', [
    'type',
    // of cases and drafts
    'state',
    'author',
    'clockAt',
    'unfinished',
    // of agenda items
    'meetingId',
    // of tasks, while they are pending
    'owner',
    'standIn',
    'remindAt',
    'askedAt',
    // of sharings, until somebody reviewed them
    'reviewFrom',
    'reviewBy',
    // of gaps
    'recordedAt',
    // of what must be sent
    'outboxState',
    'outboxAt',
    'waitsFor',
    // of audit events
    'caseId',
    // of those that are looks and refusals
    'lookedAt',
  ]),
  index: container('index', []),
  ops: container('ops', []),
  keys: container('keys', []),
};
