import { type CaseChange, type ContributionKey } from '../../src/use-cases/ports/cases';
import { type Contributions } from '../../src/use-cases/ports/contributions';
import { nextVersion, type StoreState, turn } from './store-state';

const keyOf = ({ caseId, meetingId, seat }: ContributionKey): string => `${caseId}/${meetingId}/${seat}`;

export const isContributionUnchanged = (state: StoreState, { contribution: given }: CaseChange): boolean =>
  given === undefined || state.contributions.get(keyOf(given.contribution))?.version === given.version;

export const keepContribution = (state: StoreState, { contribution: given, file }: CaseChange): void => {
  if (given === undefined) return;
  const { contribution, text, keep } = given;
  const note =
    text === undefined
      ? keep
      : {
          ...{ origin: contribution.agency, section: 'notes' as const },
          ...{ revision: file.head.sequence + 1, box: text },
        };
  state.contributions.set(keyOf(contribution), {
    contribution,
    version: nextVersion(state),
    ...(note && { note }),
  });
};

/** Innspill in memory, with the promises of the port and none of the sealing. */
export const fakeContributions = (state: StoreState): Contributions => ({
  contribution: async (key, within) => {
    await turn(within);
    return state.contributions.get(keyOf(key));
  },
  contributions: async (caseId, within) => {
    await turn(within);
    return [...state.contributions.values()].filter(({ contribution }) => contribution.caseId === caseId);
  },
  noteOf: async ({ note }, within) => {
    await turn(within);
    return note?.box;
  },
});
