import { err, ok, type Result } from '../result';
import { type Action, isPending, type PendingAction } from './action';
import { type PersonId } from './ids';
import { type Person } from './people';
import { type Refusal, WRONG_STATE } from './refusal';

type Proposal = { readonly to: PersonId; readonly by: PersonId };

/** Until they accept, the owner is responsible; a later proposal takes the place of an earlier one. */
export const propose = (action: Action, { to, by }: Proposal): Result<PendingAction, Refusal> =>
  isPending(action) && action.owner !== to
    ? ok({ ...action, proposed: to, proposedBy: by })
    : err(WRONG_STATE);

/** Everything stays as it was. */
export const decline = (action: Action): Result<PendingAction, Refusal> => {
  if (!isPending(action) || action.proposed === undefined) return err(WRONG_STATE);
  const { proposed: _, proposedBy: __, ...rest } = action;
  return ok(rest);
};

/** The task is theirs from now on, and their agency's, with the one who stands in for them; nothing is proposed or muted. */
export const giveTo = (
  action: Action,
  { id: owner, agency, standIn }: Pick<Person, 'id' | 'agency' | 'standIn'>,
): Result<PendingAction, Refusal> => {
  if (!isPending(action)) return err(WRONG_STATE);
  const { muted: _, standIn: __, proposed: ___, proposedBy: ____, ...rest } = action;
  return ok({ ...rest, owner, agency, ...(standIn === undefined ? {} : { standIn }) });
};

/** Whoever was told of the task before, and is not its owner or stand-in now. */
export const relieved = (
  before: Pick<Action, 'owner' | 'standIn'>,
  after: Pick<Action, 'owner' | 'standIn'>,
): readonly PersonId[] =>
  [before.owner, before.standIn].flatMap(id =>
    id === undefined || id === after.owner || id === after.standIn ? [] : [id],
  );
