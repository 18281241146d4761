import { type AuditLog } from '../use-cases/ports/audit-log';
import { toShowings } from './documents/showing-document';
import { casePartition, personPartition } from './documents/stored';
import { type Shelves } from './shelves';

type Parts = { readonly shelves: Pick<Shelves, 'work'> };

/** Looks chain with whoever looked, changes with the case: a case's showings are asked for in both places. */
export const showingsIn = ({ shelves: { work } }: Parts): Pick<AuditLog, 'showingsOf' | 'showingsTo'> => ({
  showingsOf: async (caseId, since, within) => {
    const looks = work.query(
      { where: 'c.lookedAt >= @since AND c.caseId = @caseId', values: { since, caseId } },
      within,
    );
    const changes = work.query(
      {
        where: 'c.type = @type AND c.event.at >= @since',
        values: { type: 'audit', since },
        partition: casePartition(caseId),
      },
      within,
    );
    return (await Promise.all([looks, changes])).flat().flatMap(toShowings);
  },
  showingsTo: async (person, since, within) => {
    const query = {
      where: 'c.lookedAt >= @since',
      values: { since },
      partition: personPartition(person),
    };
    return (await work.query(query, within)).flatMap(toShowings);
  },
});
