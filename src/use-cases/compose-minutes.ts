import { type Action } from '../domain/action';
import { type Case } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { sharedTasks } from '../domain/incident';
import { type HeldMeeting } from '../domain/meeting';
import { type Heard, type Minutes, minutesOf } from '../domain/minutes';
import { type AgendaItem, allPlaced } from '../domain/agenda';
import { type Within } from './ports/common';
import { type World } from './world';

/** The minutes as they stand, and the cases they speak of as these are today. */
export type Composed = { readonly minutes: Minutes; readonly cases: ReadonlyMap<CaseId, Case> };

export const casesOf = async (
  world: Pick<World, 'cases'>,
  ids: readonly CaseId[],
  within: Within,
): Promise<ReadonlyMap<CaseId, Case>> => {
  const files = await Promise.all(ids.map(id => world.cases.load(id, within)));
  return new Map(files.flatMap(file => (file === undefined ? [] : [[file.kase.id, file.kase] as const])));
};

const actionsOf = async (
  world: Pick<World, 'cases'>,
  kase: Case | undefined,
  within: Within,
): Promise<readonly Action[]> => {
  if (kase === undefined) return [];
  const files = await Promise.all(sharedTasks(kase).map(({ id }) => world.cases.action(kase.id, id, within)));
  return files.flatMap(file => (file === undefined ? [] : [file.action]));
};

const heardOf = async (
  world: Pick<World, 'cases'>,
  { item, kase }: { readonly item: AgendaItem; readonly kase: Case | undefined },
  within: Within,
): Promise<Heard> => ({
  item,
  disqualified: kase?.disqualified ?? [],
  actions: await actionsOf(world, kase, within),
});

/** From what was recorded, of every item that was published: process only, nothing that is sealed is opened. */
export const composeMinutes = async (
  world: Pick<World, 'cases' | 'people' | 'programme'>,
  meeting: HeldMeeting,
  within: Within,
): Promise<Composed> => {
  const [laid, people] = await Promise.all([
    world.cases.itemsOf(meeting.id, within),
    world.people.all(within),
  ]);
  const items = allPlaced(laid, meeting);
  const cases = await casesOf(
    world,
    items.map(({ caseId }) => caseId),
    within,
  );
  const heard = await Promise.all(
    items.map(item => heardOf(world, { item, kase: cases.get(item.caseId) }, within)),
  );
  return { minutes: minutesOf(meeting, heard, { programme: world.programme, people }), cases };
};
