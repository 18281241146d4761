import { type AuditLog, type LogPage } from '../use-cases/ports/audit-log';
import { type Query } from './database/query';
import { toLook } from './documents/look-document';
import { personPartition } from './documents/stored';
import { type Shelves } from './shelves';
import { showingsIn } from './showings';

type Parts = { readonly shelves: Pick<Shelves, 'work'> };

/** Every moment is before this, and after the empty text. */
const AFTER_ALL = '~';

/** `lookedAt` is on looks and refusals only, and gives their order. */
const newest = (
  { most, before = AFTER_ALL, since }: LogPage,
  of?: { readonly where: string; readonly values: Query['values'] },
): Query => ({
  where: ['c.lookedAt < @before', 'c.lookedAt >= @since', ...(of === undefined ? [] : [of.where])].join(
    ' AND ',
  ),
  values: { ...of?.values, before, since: since ?? '' },
  first: { by: 'lookedAt', limit: most, descending: true },
});

/** The logs are queries: over one person's partition, and over the case's indexed id in everybody's. */
export const cosmosAuditLog = ({ shelves, shelves: { work } }: Parts): AuditLog => ({
  ...showingsIn({ shelves }),
  byPerson: async (person, page, within) => {
    const query = { ...newest(page), partition: personPartition(person) };
    return (await work.query(query, within)).map(toLook);
  },
  byCase: async (caseId, page, within) => {
    const query = newest(page, { where: 'c.caseId = @caseId', values: { caseId } });
    return (await work.query(query, within)).map(toLook);
  },
});
