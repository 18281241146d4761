import { type Digest, EMPTY_CHAIN } from '../audit/event';
import { type Gaps } from '../use-cases/ports/gaps';
import { written } from './database/steps';
import { isRecorded, recorded } from './documents/audit-document';
import { GAP_ID, gapDocument, gapPartition, toGapFile } from './documents/gap-document';
import { outboxSteps } from './documents/outbox-document';
import { type Shelves } from './shelves';

type GapParts = { readonly shelves: Pick<Shelves, 'work'>; readonly digest: Digest };

/** The register in Cosmos: each gap in a partition of its own, with its own chain, where `audit:verify` finds it. */
export const cosmosGaps = ({ shelves, digest }: GapParts): Gaps => ({
  load: async (id, within) => {
    const { value } = await shelves.work.read({ id: GAP_ID, pk: gapPartition(id) }, within);
    return value === undefined ? undefined : toGapFile(value);
  },
  known: (id, command, within) => isRecorded(shelves.work, { pk: gapPartition(id), command }, within),
  all: async within => {
    const found = await shelves.work.query({ where: 'c.type = @type', values: { type: 'gap' } }, within);
    return found
      .map(document => toGapFile(document).gap)
      .sort((one, other) => other.recordedAt.localeCompare(one.recordedAt) || one.id.localeCompare(other.id));
  },
  newGapsSince: (since, within) =>
    shelves.work.count({ where: 'c.recordedAt >= @since', values: { since } }, within),
  commit: ({ gap, file, fact, outbox }, within) => {
    const pk = gapPartition(gap.id);
    const steps = recorded({ pk, fact, head: file?.head ?? EMPTY_CHAIN, digest }, head => [
      written(gapDocument(gap, head), file?.version),
      ...outboxSteps(pk, outbox),
    ]);
    return shelves.work.batch(pk, steps, within);
  },
});
