import { type Fact } from '../audit/event';
import { type Case } from '../domain/case';
import { type Holding } from '../domain/groups';
import { type AgencyId, type Derive } from '../domain/ids';
import { dueNotes, erasingNotes, settledNotes, wasCovered } from '../domain/notes-clock';
import { type SystemOperation } from '../policy/operations';
import { consentsIn } from './archive-of-case';
import { keptClock } from './kept-clock';
import { type Committed } from './ports/common';
import { type CaseChange, type ContributionFile } from './ports/cases';
import { type Ringing } from './ringing';
import { systemFact } from './system-fact';
import { type World } from './world';

type Needs = Pick<World, 'cases' | 'calendar' | 'derive'>;

const notesOf = (agencies: readonly AgencyId[]): readonly Holding[] =>
  agencies.map(origin => ({ origin, section: 'notes' }));

type Deed = {
  readonly operation?: SystemOperation;
  readonly cause: readonly string[];
  readonly erased?: readonly Holding[];
};
const factOf = (derive: Derive, { file, now }: Ringing, deed: Deed): Fact => {
  const { id } = file.kase;
  const { operation = 'erase-notes', cause, erased } = deed;
  return systemFact(derive, {
    ...{ operation, subject: id, caseId: id, at: now, cause: [...cause, id, file.version] },
    ...(erased === undefined ? {} : { erased }),
  });
};

type Change = Pick<CaseChange, 'fact' | 'contribution'> & { readonly kase: Case };
const commit = (world: Needs, { file, within }: Ringing, change: Change): Promise<Committed> =>
  world.cases.commit({ file, outbox: [], ...change, ...keptClock(change.kase, world.calendar) }, within);

/** The box goes from its document, so that words given later are not taken for it. */
const emptied = (world: Needs, ringing: Ringing, given: ContributionFile): Promise<Committed> => {
  const { group: _, ...contribution } = given.contribution;
  const cause = ['empty-note', contribution.meetingId, contribution.seat];
  return commit(world, ringing, {
    kase: ringing.file.kase,
    fact: factOf(world.derive, ringing, { cause }),
    contribution: { contribution, version: given.version },
  });
};

const begin = (world: Needs, ringing: Ringing, agencies: readonly AgencyId[]): Promise<Committed> =>
  commit(world, ringing, {
    kase: erasingNotes(ringing.file.kase, agencies),
    fact: factOf(world.derive, ringing, { cause: ['erase-notes'] }),
  });

type Ending = { readonly begun: readonly AgencyId[]; readonly keyless: readonly AgencyId[] };

/** Keys first, then the event that says so: it never says too much. No words are given while they are being erased. */
const finish = async (world: Needs, ringing: Ringing, { begun, keyless }: Ending): Promise<Committed> => {
  const { file, within } = ringing;
  const erased = notesOf(keyless);
  if (erased.length > 0) await world.cases.destroyKeys(file.kase.id, erased, within);
  return commit(world, ringing, {
    kase: settledNotes(file.kase, begun),
    fact: factOf(world.derive, ringing, { cause: ['notes-gone'], ...(erased.length > 0 && { erased }) }),
  });
};

/** Some consent opened all of it: it stands as long as the case does. */
const keep = (world: Needs, ringing: Ringing, agencies: readonly AgencyId[]): Promise<Committed> =>
  commit(world, ringing, {
    kase: settledNotes(ringing.file.kase, agencies),
    fact: factOf(world.derive, ringing, { operation: 'remind', cause: ['notes-kept'] }),
  });

const agenciesDue = (world: Needs, { file, now }: Ringing) => {
  const due = dueNotes(file.kase, world.calendar.dayOf(now), world.calendar);
  const of = (erasing: boolean): readonly AgencyId[] =>
    due.filter(brief => (brief.erasing === true) === erasing).map(({ agency }) => agency);
  return { begun: of(true), asked: of(false) };
};

/** Where words still lie: those that some consent opened to others, and those that none did. */
const wordsIn = async (world: Needs, { file, within }: Ringing) => {
  const given = await world.cases.contributions(file.kase.id, within);
  const consents = (await consentsIn(world, file.kase, within)).map(({ consent }) => consent);
  const words = given.filter(({ note }) => note !== undefined);
  return {
    covered: words.filter(({ contribution }) => wasCovered(contribution, consents)),
    bare: words.filter(({ contribution }) => !wasCovered(contribution, consents)),
  };
};
const isBy =
  (agencies: readonly AgencyId[]) =>
  ({ contribution }: ContributionFile): boolean =>
    agencies.includes(contribution.agency);

/**
 * Innspill that no consent ever covered goes ninety days after its agency last gave any (domain.md §12): first it is
 * begun, then each document is emptied, then the key is destroyed unless words that were covered lie under it, and the
 * event says so, in a step of its own each. What is left is due, and taken up by the next ring; may be run again after
 * any crash.
 */
export const eraseNotes = async (world: Needs, ringing: Ringing): Promise<Committed> => {
  const { begun, asked } = agenciesDue(world, ringing);
  const { covered, bare } = await wordsIn(world, ringing);
  const isKeyless = (agency: AgencyId): boolean => !covered.some(isBy([agency]));
  const first = bare.find(isBy(begun));
  if (first !== undefined) return emptied(world, ringing, first);
  if (begun.length > 0) return finish(world, ringing, { begun, keyless: begun.filter(isKeyless) });
  const doomed = asked.filter(agency => isKeyless(agency) || bare.some(isBy([agency])));
  return doomed.length > 0 ? begin(world, ringing, doomed) : keep(world, ringing, asked);
};
