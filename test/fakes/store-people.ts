import { keepsIdentities, type Person } from '../../src/domain/people';
import { type Channel, type People, type Reference } from '../../src/use-cases/ports/people';
import { commit, isKnown, keepEntry, nextVersion, type StoreState, turn } from './store-state';

const same = (one: Reference | undefined, other: Reference): boolean =>
  JSON.stringify(one, Object.keys(other).sort()) === JSON.stringify(other, Object.keys(other).sort());

const release = (state: StoreState, isFor: (to: string | undefined) => boolean): void => {
  [...state.outbox.values()]
    .filter(
      ({ state: one, entry }) =>
        one === 'waiting' && isFor('to' in entry.errand ? entry.errand.to : undefined),
    )
    .forEach(kept => keepEntry(state, { ...kept, state: 'pending', outboxAt: kept.entry.at }));
};

const refuseTaken = (state: StoreState, { id, identities }: Person): void => {
  const taken = [...state.people.values()]
    .filter(({ person }) => person.id !== id)
    .flatMap(({ person }) => person.identities)
    .some(({ tenantId, objectId }) =>
      identities.some(one => one.tenantId === tenantId && one.objectId === objectId),
    );
  if (taken) throw new Error('an identity is taken');
};

/** The directory in memory. */
export const fakePeople = (state: StoreState): People => {
  return {
    load: async (id, within) => {
      await turn(within);
      return state.people.get(id);
    },
    byIdentity: async ({ tenantId, objectId }, within) => {
      await turn(within);
      return [...state.people.values()].find(({ person }) =>
        person.identities.some(one => one.tenantId === tenantId && one.objectId === objectId),
      );
    },
    known: async (id, command, within) => {
      await turn(within);
      return isKnown(state, `person:${id}`, command);
    },
    all: async within => {
      await turn(within);
      return [...state.people.values()]
        .map(({ person }) => person)
        .sort((one, other) => one.name.localeCompare(other.name, 'nb') || one.id.localeCompare(other.id));
    },
    save: async ({ person, file, fact, outbox = [] }, within) => {
      await turn(within);
      refuseTaken(state, person);
      return commit(state, {
        fact,
        outbox,
        partition: `person:${person.id}`,
        ...(file && { head: file.head }),
        unchanged: state.people.get(person.id)?.version === file?.version,
        apply: head => {
          const reference = file && keepsIdentities(file.person, person) ? file.reference : undefined;
          const version = nextVersion(state);
          state.people.set(person.id, { person, head, version, ...(reference && { reference }) });
        },
      });
    },
    recordLookup: async ({ by, fact, outbox = [] }, within) => {
      await turn(within);
      const now = state.people.get(by.person.id);
      if (now === undefined) throw new Error('the reader is not in the directory');
      commit(state, {
        fact,
        outbox,
        partition: `person:${by.person.id}`,
        head: now.head,
        unchanged: true,
        apply: head => {
          state.people.set(by.person.id, { ...now, head, version: nextVersion(state) });
        },
      });
    },
    captureReference: async (by, reference, within) => {
      await turn(within);
      const now = state.people.get(by.person.id);
      if (now === undefined || same(now.reference, reference)) return;
      if (!keepsIdentities(by.person, now.person)) return;
      state.people.set(by.person.id, { ...now, reference, version: nextVersion(state) });
      release(state, to => to === by.person.id);
    },
  };
};

/** The channel's place in memory. */
export const fakeChannel = (state: StoreState): Channel => ({
  reference: async within => {
    await turn(within);
    return state.channel;
  },
  capture: async (reference, within) => {
    await turn(within);
    if (same(state.channel, reference)) return;
    state.channel = reference;
    release(state, to => to === undefined);
  },
});
