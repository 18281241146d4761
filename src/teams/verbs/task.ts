import { z } from 'zod';
import { doneCard, type Done } from '../../cards/done';
import { handOverDeclined, handOverRequest } from '../../cards/hand-over';
import { caseTasksCard, taskCard } from '../../cards/task';
import { cancelTaskForm, type ChosenOwner, handOverForm, reassignForm } from '../../cards/task-forms';
import { type Drawing } from '../../cards/drawing';
import { type Card } from '../../cards/template';
import { CANCEL_TASK_REASONS } from '../../domain/action';
import { type Refusal } from '../../domain/refusal';
import { PersonId } from '../../ids';
import { type Result } from '../../result';
import { type ActionKey } from '../../use-cases/change-action';
import { type SeenTask } from '../../use-cases/look-at-task';
import { type Gave } from '../../use-cases/task-owner';
import { type Deps } from '../deps';
import { changes, type Handler, reads, type Turn } from '../handler';
import { refusedOr } from '../refused';
import { OfAction, OfCase } from '../submissions';
import { settled } from './own-action';

export const onOpenAction = ({ does }: Deps): Handler =>
  reads(OfAction, async ({ asked, d }, key) =>
    refusedOr(d, await does.openAction({ ...asked, ...key }), opened => taskCard(d, opened)),
  );

export const onListCaseActions = ({ does }: Deps): Handler =>
  reads(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.listCaseActions({ ...asked, caseId }), found => caseTasksCard(d, found)),
  );

type Look = (asked: Turn['asked'] & ActionKey) => Promise<Result<SeenTask, Refusal>>;
type Choosing = {
  readonly look: Look;
  readonly form: (d: Drawing, seen: SeenTask & ChosenOwner) => Card;
};

const startWith = ({ look, form }: Choosing): Handler =>
  reads(OfAction, async ({ asked, d }, key) =>
    refusedOr(d, await look({ ...asked, ...key }), seen => form(d, seen)),
  );

const Chosen = OfAction.extend({ owner: PersonId });
type Giving = Choosing & {
  readonly give: (asked: Turn['asked'] & z.infer<typeof Chosen>) => Promise<Result<Gave, Refusal>>;
  readonly what: Done;
};

/** The form again, with the choice and what is wrong with it. */
const giveWith = ({ look, form, give, what }: Giving): Handler =>
  changes(Chosen, async ({ asked, d }, fields) => {
    const done = await give({ ...asked, ...fields });
    if (done.ok && 'problem' in done.value) {
      const { owner, ...key } = fields;
      const { problem } = done.value;
      return refusedOr(d, await look({ ...asked, ...key }), seen => form(d, { ...seen, owner, problem }));
    }
    return refusedOr(d, done, value => ('kase' in value ? doneCard(d, { kase: value.kase, what }) : {}));
  });

const handingOver = ({ does }: Deps): Giving => ({
  look: does.startHandOver,
  form: handOverForm,
  give: does.proposeHandOver,
  what: 'hand-over-proposed',
});
export const onStartHandOver = (deps: Deps): Handler => startWith(handingOver(deps));
export const onProposeHandOver = (deps: Deps): Handler => giveWith(handingOver(deps));

const reassigning = ({ does }: Deps): Giving => ({
  look: does.startReassignAction,
  form: reassignForm,
  give: does.reassignAction,
  what: 'action-reassigned',
});
export const onStartReassignAction = (deps: Deps): Handler => startWith(reassigning(deps));
export const onReassignAction = (deps: Deps): Handler => giveWith(reassigning(deps));

export const onOpenHandOver = ({ does }: Deps): Handler =>
  reads(OfAction, async ({ asked, d }, key) =>
    refusedOr(d, await does.openHandOver({ ...asked, ...key }), seen => handOverRequest(d, seen)),
  );

/** What they have to do now, the new task among it. */
export const onAcceptHandOver = (deps: Deps): Handler =>
  changes(OfAction, async (turn, key) => {
    const changed = await deps.does.acceptHandOver({ ...turn.asked, ...key });
    return settled(deps, turn, { changed });
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
