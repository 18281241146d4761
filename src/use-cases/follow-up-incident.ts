import { type OpenAction } from '../domain/action';
import { type Case } from '../domain/case';
import { newActionId, type PersonId } from '../domain/ids';
import { FOLLOW_UP_DAYS } from '../domain/incident';
import { nextReminder } from '../domain/ladder';
import { plusDays } from '../domain/time';
import { type Asked, todayOf } from './asked';
import { type ActionChange } from './ports/cases';
import { type World } from './world';

/** Whoever owns the task sees it, so that only a stand-in of the same agency gets it with its owner. */
const standInFor = async (world: World, { by, within }: Asked): Promise<{ readonly standIn?: PersonId }> => {
  const { standIn, agency } = by.person;
  const found = standIn === undefined ? undefined : await world.people.load(standIn, within);
  return found?.person.agency === agency ? { standIn: found.person.id } : {};
};

/**
 * The task "Følge opp hendelse" of whoever answers for an unresolved incident, in their own agency (domain.md §10). It
 * is made here, before a consent too, for it tells the group nothing; it stands on no agenda, and nobody need be told.
 */
export const followUp = async (
  world: World,
  asked: Asked,
  { id: caseId, code }: Case,
): Promise<ActionChange> => {
  const { person } = asked.by;
  const action: OpenAction = {
    state: 'open',
    id: newActionId(world.derive, asked.commandId),
    caseId,
    code,
    title: 'follow-up-incident',
    owner: person.id,
    agency: person.agency,
    due: plusDays(todayOf(world, asked), FOLLOW_UP_DAYS),
    createdBy: person.id,
    createdAt: asked.at,
    ...(await standInFor(world, asked)),
  };
  const remindAt = nextReminder(action.due, asked.at, world);
  return { action, ...(remindAt === undefined ? {} : { remindAt }) };
};
