import { type Case } from '../../src/domain/case';
import { type Holding } from '../../src/domain/groups';
import { type CaseId } from '../../src/domain/ids';
import { type Person } from '../../src/domain/people';
import { type CaseFile } from '../../src/use-cases/ports/cases';
import { type Within } from '../../src/use-cases/ports/common';
import { type World } from '../../src/use-cases/world';
import { type WireRequest } from '../../src/local/cosmos/wire';
import { type Company } from './company';

/** The order in which things happened in this process, the database and Teams: one line for all. */
export type Moment =
  /** A case was read, by somebody's press or, when nobody is named, by the clock. */
  | {
      readonly kind: 'read';
      readonly caseId: CaseId;
      readonly by?: string;
      readonly state: Case['state'] | undefined;
      readonly began: number;
      readonly at: number;
    }
  /** Something of another agency's was opened for somebody; `readAt`: when the read began that allowed it. */
  | {
      readonly kind: 'disclosure';
      readonly caseId: CaseId;
      readonly by: string;
      readonly state: Case['state'];
      readonly readAt: number;
      readonly at: number;
    }
  | { readonly kind: 'withdrawn'; readonly caseId: CaseId; readonly began: number; readonly at: number }
  /** A request of the database's wire, when it had been carried out. */
  | { readonly kind: 'wire'; readonly request: WireRequest; readonly at: number }
  /** A request that the bot made to Teams. */
  | { readonly kind: 'send'; readonly method: string; readonly body: string; readonly at: number };
export type Of<Kind extends Moment['kind']> = Extract<Moment, { kind: Kind }>;

export type Watch = {
  readonly observe: (request: WireRequest) => void;
  readonly tick: () => number;
  readonly moments: () => readonly Moment[];
  readonly forget: () => void;
  /** From now on everything the world and the bot do is written down. */
  readonly over: (company: Company) => void;
};

type Pen = { readonly tick: () => number; readonly write: (moment: Moment) => void };

/** A press has one deadline, and gives it to everything it asks for: by that it is known whose question it was. */
const watchPeople = (people: World['people'], readers: WeakMap<Within, Person>): World['people'] => ({
  ...people,
  byIdentity: async (identity, within) => {
    const file = await people.byIdentity(identity, within);
    if (file !== undefined) readers.set(within, file.person);
    return file;
  },
});

const isOthers = (reader: Person | undefined, { origin }: Pick<Holding, 'origin'>): reader is Person =>
  reader !== undefined && origin !== reader.agency;

const watchCases = (
  cases: World['cases'],
  readers: WeakMap<Within, Person>,
  { tick, write }: Pen,
): World['cases'] => {
  const reads = new WeakMap<CaseFile, number>();
  const newest = new WeakMap<Within, { readonly file: CaseFile; readonly began: number }>();
  const disclosed = (file: CaseFile, by: Person): void => {
    const { id: caseId, state } = file.kase;
    write({ kind: 'disclosure', caseId, state, by: by.id, readAt: reads.get(file) ?? Infinity, at: tick() });
  };
  return {
    ...cases,
    load: async (caseId, within) => {
      const began = tick();
      const file = await cases.load(caseId, within);
      const by = readers.get(within)?.id;
      write({
        ...{ kind: 'read', caseId, state: file?.kase.state, began, at: tick() },
        ...(by === undefined ? {} : { by }),
      });
      if (file !== undefined) {
        reads.set(file, began);
        newest.set(within, { file, began });
      }
      return file;
    },
    reveal: (file, holdings, within) => {
      const reader = readers.get(within);
      for (const holding of holdings) if (isOthers(reader, holding)) disclosed(file, reader);
      return cases.reveal(file, holdings, within);
    },
    detailOf: (file, within) => {
      const reader = readers.get(within);
      const known = newest.get(within);
      if (file.detail !== undefined && known !== undefined && isOthers(reader, file.detail))
        disclosed(known.file, reader);
      return cases.detailOf(file, within);
    },
    commit: async (change, within) => {
      const began = tick();
      const done = await cases.commit(change, within);
      if (done === 'done' && change.fact.operation === 'withdraw-consent')
        write({ kind: 'withdrawn', caseId: change.kase.id, began, at: tick() });
      return done;
    },
  };
};

export const createWatch = (): Watch => {
  const book: { moments: Moment[]; count: number } = { moments: [], count: 0 };
  const tick = (): number => (book.count += 1);
  const write = (moment: Moment): void => {
    book.moments.push(moment);
  };
  return {
    tick,
    moments: () => book.moments,
    forget: () => {
      book.moments = [];
    },
    observe: request => {
      write({ kind: 'wire', request, at: tick() });
    },
    over: ({ world, connector }) => {
      const ports = world.app.world;
      const readers = new WeakMap<Within, Person>();
      Object.assign(ports, {
        people: watchPeople(ports.people, readers),
        cases: watchCases(ports.cases, readers, { tick, write }),
      });
      connector.refuse(({ method, body }) => {
        write({ kind: 'send', method, body, at: tick() });
        return undefined;
      });
    },
  };
};
