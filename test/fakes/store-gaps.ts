import { type Gaps } from '../../src/use-cases/ports/gaps';
import { commit, isKnown, nextVersion, type StoreState, turn } from './store-state';

const partitionOf = (id: string): string => `gap:${id}`;

/** The register in memory. */
export const fakeGaps = (state: StoreState): Gaps => {
  const gaps = () => [...state.gaps.values()].map(({ gap }) => gap);
  return {
    load: async (id, within) => {
      await turn(within);
      return state.gaps.get(id);
    },
    known: async (id, command, within) => {
      await turn(within);
      return isKnown(state, partitionOf(id), command);
    },
    all: async within => {
      await turn(within);
      return gaps().sort(
        (one, other) => other.recordedAt.localeCompare(one.recordedAt) || one.id.localeCompare(other.id),
      );
    },
    newGapsSince: async (since, within) => {
      await turn(within);
      return gaps().filter(({ recordedAt }) => recordedAt >= since).length;
    },
    commit: async ({ gap, file, ...because }, within) => {
      await turn(within);
      return commit(state, {
        ...because,
        partition: partitionOf(gap.id),
        ...(file && { head: file.head }),
        unchanged: state.gaps.get(gap.id)?.version === file?.version,
        apply: head => {
          state.gaps.set(gap.id, { gap, head, version: nextVersion(state) });
        },
      });
    },
  };
};
