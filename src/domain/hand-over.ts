import { err, ok, type Result } from '../result';
import { type Action, isPending, type PendingAction } from './action';
import { type ReassignReason } from './action-choices';
import { type PersonId } from './ids';
import { type Person } from './people';
import { type Refusal, WRONG_STATE } from './refusal';

type Proposal = { readonly to: PersonId; readonly by: PersonId };

/** Somebody else is asked. Until they accept, the owner is responsible; a later proposal takes the place of an earlier one. */
export const propose = (action: Action, { to, by }: Proposal): Result<PendingAction, Refusal> =>
  isPending(action) && action.owner !== to && to !== by
    ? ok({ ...action, proposed: to, proposedBy: by })
    : err(WRONG_STATE);

/** Everything stays as it was. */
export const decline = (action: Action): Result<PendingAction, Refusal> => {
  if (!isPending(action) || action.proposed === undefined) return err(WRONG_STATE);
  const { proposed: _, proposedBy: __, ...rest } = action;
  return ok(rest);
};

/** The task is theirs from now on, and their agency's, with the one who stands in for them; what others asked for is over. */
export const giveTo = (
  action: Action,
  { id: owner, agency, standIn }: Pick<Person, 'id' | 'agency' | 'standIn'>,
): Result<PendingAction, Refusal> => {
  if (!isPending(action)) return err(WRONG_STATE);
  const { mutes: _, standIn: __, asked: ___, reassigned: ____, ...kept } = action;
  const { proposed: _____, proposedBy: ______, ...rest } = kept;
  return ok({ ...rest, owner, agency, ...(standIn === undefined ? {} : { standIn }) });
};

/** Given by the coordinator, for a reason: nobody was asked. */
export const reassign =
  (reason: ReassignReason) =>
  (action: Action, to: Pick<Person, 'id' | 'agency' | 'standIn'>): Result<PendingAction, Refusal> => {
    const given = giveTo(action, to);
    return given.ok ? ok({ ...given.value, reassigned: reason }) : given;
  };

/** Whoever was told of the task before, and is not its owner or stand-in now. */
export const relieved = (
  before: Pick<Action, 'owner' | 'standIn'>,
  after: Pick<Action, 'owner' | 'standIn'>,
): readonly PersonId[] =>
  [before.owner, before.standIn].flatMap(id =>
    id === undefined || id === after.owner || id === after.standIn ? [] : [id],
  );
