import { type OpenAction } from '../domain/action';
import { type Case } from '../domain/case';
import { newActionId } from '../domain/ids';
import { FOLLOW_UP_DAYS } from '../domain/incident';
import { nextReminder } from '../domain/ladder';
import { plusDays } from '../domain/time';
import { type Asked, todayOf } from './asked';
import { type ActionChange } from './ports/cases';
import { standInFor } from './stand-in-for';
import { type World } from './world';

/**
 * The task "Følge opp hendelse" of whoever answers for an unresolved incident, in their own agency (domain.md §10). It
 * is made here, before a consent too, for it tells the group nothing; it stands on no agenda, and nobody need be told.
 */
export const followUp = async (world: World, asked: Asked, kase: Case): Promise<ActionChange> => {
  const { id: caseId, code } = kase;
  const { person } = asked.by;
  const title = 'follow-up-incident';
  const action: OpenAction = {
    state: 'open',
    id: newActionId(world.derive, asked.commandId),
    caseId,
    code,
    title,
    owner: person.id,
    agency: person.agency,
    due: plusDays(todayOf(world, asked), FOLLOW_UP_DAYS),
    createdBy: person.id,
    createdAt: asked.at,
    ...(await standInFor(world, person, { kase, title, within: asked.within })),
  };
  const remindAt = nextReminder(action.due, asked.at, world);
  return { action, ...(remindAt === undefined ? {} : { remindAt }) };
};
