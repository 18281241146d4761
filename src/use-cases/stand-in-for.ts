import { type Case } from '../domain/case';
import { isDisqualified } from '../domain/disqualification';
import { isFollowUp } from '../domain/incident';
import { type ActionTitle } from '../domain/action-brief';
import { type PersonId } from '../domain/ids';
import { isActive, type Person } from '../domain/people';
import { type Asked } from './asked';
import { type World } from './world';

type ForTask = { readonly kase: Case; readonly title: ActionTitle };

/**
 * Who stands in for a task's owner: whoever the directory names, where they may. They see the task as its owner does:
 * of one that follows up an incident only somebody of the owner's agency may know.
 */
const maySubstitute = (other: Person, owner: Person, { kase, title }: ForTask): boolean =>
  isActive(other) &&
  !isDisqualified(kase, other.id) &&
  (!isFollowUp({ title }) || other.agency === owner.agency);

/** Asked anew whenever a task gets an owner. */
export const standInFor = async (
  { people }: Pick<World, 'people'>,
  owner: Person,
  { within, ...task }: Pick<Asked, 'within'> & ForTask,
): Promise<{ readonly standIn?: PersonId }> => {
  if (owner.standIn === undefined) return {};
  const found = await people.load(owner.standIn, within);
  return found !== undefined && maySubstitute(found.person, owner, task) ? { standIn: found.person.id } : {};
};
