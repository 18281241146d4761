import { type Action, EARLY_TITLES } from '../domain/action';
import { type ActionBrief } from '../domain/action-brief';
import { type Case, CASE_STATES, isBeforeConsent, isEnded, isParticipant } from '../domain/case';
import { isInForce } from '../domain/consent';
import { type ActionId, type CaseId } from '../domain/ids';
import { incidentBehind } from '../domain/incident';
import { hasReached } from '../domain/ladder';
import { isPaused } from '../domain/pause';
import { hasRole, type Person } from '../domain/people';
import { type LocalDate } from '../domain/time';
import { hearersOf, type Task } from './hearers';
import { isMutedFor } from './muted-for';
import { type Within } from './ports/common';
import { type World } from './world';

/**
 * No reminder after the case has ended or consent is gone; before it, only for the neutral beginnings. What an agency
 * follows up of an incident of its own rests on no consent: of that it is reminded for as long as the case is open.
 */
export const isReminded = (
  kase: Case,
  { id, title }: Pick<ActionBrief, 'id' | 'title'>,
  today: LocalDate,
): boolean => {
  if (incidentBehind(kase, { id }) !== undefined) return !isEnded(kase);
  return isParticipant(kase)
    ? isInForce(kase.consent, today)
    : isBeforeConsent(kase) && EARLY_TITLES.includes(title);
};

type Rings = (kase: Case, task: Pick<ActionBrief, 'id' | 'title'>, today: LocalDate) => boolean;

/** A case that waits rings for nobody; its tasks keep their dates. */
export const ringsFor: Rings = (kase, task, today) => !isPaused(kase, today) && isReminded(kase, task, today);
/** What would ring, but that its case waits or its consent is gone: it does when that has passed. */
const waits: Rings = (kase, task, today) => !isEnded(kase) && !ringsFor(kase, task, today);

type Needs = Pick<World, 'cases' | 'people' | 'calendar' | 'programme'>;
type Reading = { readonly reader: Person; readonly today: LocalDate; readonly within: Within };
type Known = Reading & { readonly people: readonly Person[]; readonly rings: Rings };

/** Whether this reader's digest speaks of the task today, or would. */
const hears = (
  { calendar, programme }: Needs,
  { reader, today, people, rings }: Known,
  { kase, task }: { readonly kase: Case; readonly task: Task },
): boolean =>
  rings(kase, task, today) &&
  hearersOf(task, { kase, people, today, calendar, programme }).some(({ id }) => id === reader.id);

/** Whose tasks may concern this reader: their own, and those of colleagues they stand in for. */
const ownersFor = ({ reader, people }: Known): readonly Person['id'][] => [
  reader.id,
  ...people.filter(({ absence }) => absence?.standIn === reader.id).map(({ id }) => id),
];

const ownLines = async (world: Needs, known: Known): Promise<readonly Action[]> => {
  const { within, today } = known;
  const lists = await Promise.all(ownersFor(known).map(id => world.cases.pendingActionsOf(id, within)));
  const pending = lists.flat().filter(task => hasReached('owner', { ...task, today }, world));
  const files = await Promise.all(pending.map(({ caseId }) => world.cases.load(caseId, within)));
  return pending.filter((task, place) => {
    const kase = files[place]?.kase;
    return kase !== undefined && hears(world, known, { kase, task });
  });
};

const OPEN = CASE_STATES.filter(state => !isEnded({ state }));
type Key = { readonly id: ActionId; readonly caseId: CaseId };

const pendingIn = (kase: Case): readonly ActionBrief[] =>
  kase.actions.filter(({ state }) => state === 'open' || state === 'blocked');

/** What a coordinator hears of besides the own tasks: everyone's that are long overdue, or that nobody else is told of. */
const othersLines = async (world: Needs, known: Known): Promise<readonly Action[]> => {
  const { reader, within } = known;
  if (!hasRole(reader, 'coordinator')) return [];
  const cases = await world.cases.inStates(OPEN, within);
  const keys: readonly Key[] = cases.flatMap(kase =>
    pendingIn(kase)
      .filter(task => hears(world, known, { kase, task }))
      .map(({ id }) => ({ id, caseId: kase.id })),
  );
  const files = await Promise.all(keys.map(({ id, caseId }) => world.cases.action(caseId, id, within)));
  return files.flatMap(file => (file === undefined ? [] : [file.action]));
};

const linesWhere =
  (rings: Rings) =>
  (world: Needs) =>
  async (reading: Reading): Promise<readonly Action[]> => {
    const { reader, within } = reading;
    const others = (await world.people.all(within)).filter(({ id }) => id !== reader.id);
    const known = { ...reading, people: [reader, ...others], rings };
    const lines = [...(await ownLines(world, known)), ...(await othersLines(world, known))];
    const isQuiet = isMutedFor(world, reading);
    const each = new Map(lines.filter(line => !isQuiet(line)).map(action => [action.id, action]));
    return [...each.values()].sort((one, other) => one.due.localeCompare(other.due));
  };

/** The tasks a digest to this reader speaks of, as they are now, soonest due first; none means no digest. */
export const digestLines = linesWhere(ringsFor);

/** Those it would speak of, were their case not waiting, or without a consent. */
export const waitingLines = linesWhere(waits);
