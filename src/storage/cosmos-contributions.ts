import { type Contributions } from '../use-cases/ports/contributions';
import { type CommitParts } from './commit-case';
import { contributionDocumentId, toContributionFile } from './documents/contribution-document';
import { casePartition } from './documents/stored';
import { openPieces } from './seal-content';

/** Innspill in Cosmos: beside their case, what was answered in the open and the words sealed. */
export const contributionsIn = ({ shelves: { work }, keys }: CommitParts): Contributions => ({
  contribution: async ({ caseId, ...key }, within) => {
    const where = { id: contributionDocumentId(key), pk: casePartition(caseId) };
    const { value } = await work.read(where, within);
    return value === undefined ? undefined : toContributionFile(value);
  },
  contributions: async (caseId, within) => {
    const partition = casePartition(caseId);
    const query = { where: 'c.type = @type', values: { type: 'contribution' }, partition };
    return (await work.query(query, within)).map(toContributionFile);
  },
  noteOf: async ({ contribution, note }, within) => {
    if (note === undefined) return undefined;
    const { caseId } = contribution;
    const documentId = contributionDocumentId(contribution);
    const [opened] = await openPieces(keys, { caseId, documentId, pieces: [note] }, within);
    return opened?.text;
  },
});
