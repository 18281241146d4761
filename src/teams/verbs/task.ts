import { z } from 'zod';
import { doneCard, type Done } from '../../cards/done';
import { handOverDeclined, handOverRequest } from '../../cards/hand-over';
import { caseTasksCard, taskCard } from '../../cards/task';
import { cancelTaskForm, type ChosenOwner, handOverForm, reassignForm } from '../../cards/task-forms';
import { type Drawing } from '../../cards/drawing';
import { type Card } from '../../cards/template';
import { CANCEL_TASK_REASONS, REASSIGN_REASONS } from '../../domain/action-choices';
import { type Refusal } from '../../domain/refusal';
import { ActionId, PersonId } from '../../ids';
import { type Result } from '../../result';
import { type ActionKey } from '../../use-cases/change-action';
import { type SeenTask } from '../../use-cases/look-at-task';
import { type Gave } from '../../use-cases/task-owner';
import { type Deps } from '../deps';
import { changes, type Handler, reads, type Turn } from '../handler';
import { refusedOr } from '../refused';
import { given, OfAction, OfCase } from '../submissions';
import { settled } from './own-action';

export const onOpenAction = ({ does }: Deps): Handler =>
  reads(OfAction, async ({ asked, d }, key) =>
    refusedOr(d, await does.openAction({ ...asked, ...key }), opened => taskCard(d, opened)),
  );

const OfPage = OfCase.extend({ after: ActionId.optional().catch(undefined) });
export const onListCaseActions = ({ does }: Deps): Handler =>
  reads(OfPage, async ({ asked, d }, { caseId, after }) =>
    refusedOr(d, await does.listCaseActions({ ...asked, caseId }), found =>
      caseTasksCard(d, { ...found, ...given({ after }) }),
    ),
  );

type Look = (asked: Turn['asked'] & ActionKey) => Promise<Result<SeenTask, Refusal>>;
type Choosing = {
  readonly look: Look;
  readonly form: (d: Drawing, seen: SeenTask & ChosenOwner & { readonly reason?: string }) => Card;
};

const startWith = ({ look, form }: Choosing): Handler =>
  reads(OfAction, async ({ asked, d }, key) =>
    refusedOr(d, await look({ ...asked, ...key }), seen => form(d, seen)),
  );

const Chosen = OfAction.extend({ owner: PersonId });
const Moved = Chosen.extend({ reason: z.enum(REASSIGN_REASONS) });
type Giving<Fields> = Choosing & {
  readonly give: (asked: Turn['asked'] & Fields) => Promise<Result<Gave, Refusal>>;
  readonly what: Done;
};

/** The form again, with what was chosen and what is wrong with it. */
const giveWith = <Schema extends z.ZodType<z.infer<typeof Chosen>>>(
  schema: Schema,
  { look, form, give, what }: Giving<z.infer<Schema>>,
): Handler =>
  changes(schema, async ({ asked, d }, fields) => {
    const done = await give({ ...asked, ...fields });
    if (done.ok && 'problem' in done.value) {
      const { caseId, actionId } = fields;
      const { problem } = done.value;
      const found = await look({ ...asked, caseId, actionId });
      return refusedOr(d, found, seen => form(d, { ...seen, ...fields, problem }));
    }
    return refusedOr(d, done, value => ('kase' in value ? doneCard(d, { kase: value.kase, what }) : {}));
  });

const handingOver = ({ does }: Deps): Giving<z.infer<typeof Chosen>> => ({
  look: does.startHandOver,
  form: handOverForm,
  give: does.proposeHandOver,
  what: 'hand-over-proposed',
});
export const onStartHandOver = (deps: Deps): Handler => startWith(handingOver(deps));
export const onProposeHandOver = (deps: Deps): Handler => giveWith(Chosen, handingOver(deps));

const reassigning = ({ does }: Deps): Giving<z.infer<typeof Moved>> => ({
  look: does.startReassignAction,
  form: reassignForm,
  give: does.reassignAction,
  what: 'action-reassigned',
});
export const onStartReassignAction = (deps: Deps): Handler => startWith(reassigning(deps));
export const onReassignAction = (deps: Deps): Handler => giveWith(Moved, reassigning(deps));

export const onOpenHandOver = ({ does }: Deps): Handler =>
  reads(OfAction, async ({ asked, d }, key) =>
    refusedOr(d, await does.openHandOver({ ...asked, ...key }), seen => handOverRequest(d, seen)),
  );

/** What they have to do now, the new task among it. */
export const onAcceptHandOver = (deps: Deps): Handler =>
  changes(OfAction, async (turn, key) => {
    const changed = await deps.does.acceptHandOver({ ...turn.asked, ...key });
    return settled(deps, turn, changed);
  });

export const onDeclineHandOver = ({ does }: Deps): Handler =>
  changes(OfAction, async ({ asked, d }, key) =>
    refusedOr(d, await does.declineHandOver({ ...asked, ...key }), () => handOverDeclined(d)),
  );

export const onStartCancelAction = ({ does }: Deps): Handler =>
  reads(OfAction, async ({ asked, d }, key) =>
    refusedOr(d, await does.startCancelAction({ ...asked, ...key }), seen => cancelTaskForm(d, seen)),
  );

export const onCancelAction = ({ does }: Deps): Handler =>
  changes(OfAction.extend({ reason: z.enum(CANCEL_TASK_REASONS) }), async ({ asked, d }, cancelling) =>
    refusedOr(d, await does.cancelAction({ ...asked, ...cancelling }), kase =>
      doneCard(d, { kase, what: 'action-cancelled' }),
    ),
  );
