import { type Drafts, type Pointers } from '../../src/use-cases/ports/drafts';
import { type Meetings } from '../../src/use-cases/ports/meetings';
import { awaitsArchive } from '../../src/domain/archive';
import { plusMs } from '../../src/domain/time';
import { boxes } from './store-cases';
import {
  briefOf,
  commit,
  isAlive,
  isKnown,
  type KeptDraft,
  nextVersion,
  type StoreState,
  turn,
} from './store-state';

const partitionOf = (id: string): string => `case:${id}`;
const living = (state: StoreState, id: string): KeptDraft | undefined => {
  const kept = state.drafts.get(id);
  return kept !== undefined && isAlive(kept, state) ? kept : undefined;
};

/** Drafts in memory; they go by themselves when the state's clock says so. */
export const fakeDrafts = (state: StoreState): Drafts => ({
  load: async (id, reader, within) => {
    await turn(within);
    const kept = living(state, id);
    if (kept === undefined || kept.draft.author === reader) return kept;
    const { identity: _, ...facts } = kept.draft;
    return { ...kept, draft: { ...facts, values: {} } };
  },
  byAuthor: async (author, within) => {
    await turn(within);
    return [...state.drafts.values()]
      .filter(kept => kept.draft.author === author && isAlive(kept, state))
      .map(({ draft }) => briefOf(draft))
      .sort((one, other) => other.savedAt.localeCompare(one.savedAt));
  },
  save: async ({ draft, file, ...because }, within) => {
    await turn(within);
    return commit(state, {
      ...because,
      partition: partitionOf(draft.id),
      ...(file && { head: file.head }),
      unchanged: living(state, draft.id)?.version === file?.version,
      apply: head => {
        state.drafts.set(draft.id, { draft, head, version: nextVersion(state), storedAt: state.now });
      },
    });
  },
  remove: async ({ file, ...because }, within) => {
    await turn(within);
    const { id } = file.draft;
    return commit(state, {
      ...because,
      partition: partitionOf(id),
      head: file.head,
      unchanged: living(state, id)?.version === file.version,
      apply: () => state.drafts.delete(id),
    });
  },
  submit: async ({ file, kase, content, clockAt, ...because }, within) => {
    await turn(within);
    return commit(state, {
      ...because,
      partition: partitionOf(kase.id),
      head: file.head,
      unchanged: living(state, kase.id)?.version === file.version,
      apply: head => {
        const sealed = boxes(content, head.sequence);
        state.drafts.delete(kase.id);
        const version = nextVersion(state);
        state.cases.set(kase.id, { kase, sealed, head, version, ...(clockAt && { clockAt }) });
      },
    });
  },
});

const SETTLED_MS = 60_000;
type Numbered = Parameters<Pointers['releaseNumber']>[0];
const keyOf = ({ agency, number }: Numbered): string => `${agency}/${number.replaceAll(' ', '')}`;

/** Codes and numbers in memory, each claimed once. */
export const fakePointers = (state: StoreState): Pointers => ({
  claimCode: async (code, caseId, within) => {
    await turn(within);
    const holder = state.codes.get(code) ?? caseId;
    state.codes.set(code, holder);
    return holder === caseId;
  },
  claimNumber: async (claim, within) => {
    await turn(within);
    const found = state.numbers.get(keyOf(claim));
    const isAbandoned =
      found !== undefined && !state.cases.has(found.target) && plusMs(found.at, SETTLED_MS) <= state.now;
    if (found !== undefined && !isAbandoned) return found.target;
    state.numbers.set(keyOf(claim), { target: claim.caseId, at: state.now });
    return claim.caseId;
  },
  releaseNumber: async (claim, within) => {
    await turn(within);
    if (state.numbers.get(keyOf(claim))?.target === claim.caseId) state.numbers.delete(keyOf(claim));
  },
});

/** Meetings in memory. */
export const fakeMeetings = (state: StoreState): Meetings => {
  const load: Meetings['load'] = async (id, within) => {
    await turn(within);
    return state.meetings.get(id);
  };
  return {
    load,
    glance: load,
    known: async (id, command, within) => {
      await turn(within);
      return isKnown(state, `meeting:${id}`, command);
    },
    unarchived: async within => {
      await turn(within);
      return [...state.meetings.values()].map(({ meeting }) => meeting).filter(awaitsArchive);
    },
    minutes: async (id, within) => {
      await turn(within);
      return state.minutes.get(id);
    },
    commit: async ({ meeting, file, minutes, addendum, ...because }, within) => {
      await turn(within);
      const approved = state.minutes.get(meeting.id);
      return commit(state, {
        ...because,
        partition: `meeting:${meeting.id}`,
        ...(file && { head: file.head }),
        unchanged:
          state.meetings.get(meeting.id)?.version === file?.version && (minutes === undefined || !approved),
        apply: head => {
          state.meetings.set(meeting.id, { meeting, head, version: nextVersion(state) });
          const kept = minutes === undefined ? approved : { minutes, addenda: [] };
          if (kept !== undefined)
            state.minutes.set(meeting.id, {
              ...kept,
              addenda: [...kept.addenda, ...(addendum === undefined ? [] : [addendum])],
            });
        },
      });
    },
  };
};
