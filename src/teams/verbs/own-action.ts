import { z } from 'zod';
import { refusalCard } from '../../cards/refusals';
import { type Card } from '../../cards/template';
import { doneCard } from '../../cards/done';
import { taskStuck } from '../../cards/gap-steps';
import { newDateCard, rowAnswered } from '../../cards/action';
import { newDateForm } from '../../cards/task-forms';
import { type Case } from '../../domain/case';
import { type DueProblem } from '../../domain/due-date';
import { GAPS, NEW_DATE_REASONS, OUTCOMES } from '../../domain/action-choices';
import { type Refusal } from '../../domain/refusal';
import { type ActionId } from '../../domain/ids';
import { LocalDate } from '../../ids';
import { type Result } from '../../result';
import { type Deps } from '../deps';
import { changes, type Handler, type Turn } from '../handler';
import { refusedOr } from '../refused';
import { OfAction } from '../submissions';
import { listed } from './action';

/** A row of a list of tasks numbers its inputs; here the number is taken off again. */
const InRow = z.looseObject({ row: z.coerce.number().int().min(0) });
const ofRow = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(data => {
    const parsed = InRow.safeParse(data);
    if (!parsed.success) return data;
    const ending = `-${String(parsed.data.row)}`;
    return Object.fromEntries(
      Object.entries(parsed.data).map(([key, value]) => [
        key.endsWith(ending) ? key.slice(0, -ending.length) : key,
        value,
      ]),
    );
  }, schema);

type Changed = Result<Case, Refusal>;
/** What is wrong with the date, where it was refused for that. */
const dueProblemIn = (changed: Changed): DueProblem | undefined => {
  if (changed.ok) return undefined;
  const { kind } = changed.error;
  return kind === 'past-date' || kind === 'far-date' ? kind : undefined;
};

/** A row that stands in a digest is answered in short: the newest one is edited to what is left soon after. */
const OfRow = OfAction.extend({ list: z.literal('digest').optional() });
type From = Pick<z.infer<typeof OfRow>, 'list'>;

/** What is left to do, drawn afresh where it was pressed: nobody is nagged about what was just dealt with. */
export const settled = (deps: Deps, turn: Turn, changed: Changed): Promise<Card> =>
  changed.ok ? listed(deps, turn) : Promise.resolve(refusalCard(turn.d, changed.error));

type OfPress = From & { readonly changed: Changed; readonly actionId: ActionId };
const answered = (deps: Deps, turn: Turn, { changed, list, actionId }: OfPress): Promise<Card> => {
  const kase = changed.ok && list === 'digest' ? changed.value : undefined;
  const task = kase?.actions.find(({ id }) => id === actionId);
  return kase === undefined || task === undefined
    ? settled(deps, turn, changed)
    : Promise.resolve(rowAnswered(turn.d, { kase, task }));
};

const Completed = ofRow(OfRow.extend({ outcome: z.enum(OUTCOMES) }));
export const onCompleteAction = (deps: Deps): Handler =>
  changes(Completed, async (turn, { list, ...done }) => {
    const changed = await deps.does.completeAction({ ...turn.asked, ...done });
    return answered(deps, turn, { changed, list, actionId: done.actionId });
  });

const NewDate = ofRow(OfRow.extend({ due: LocalDate, reason: z.enum(NEW_DATE_REASONS) }));
/** A form of its own, with what was chosen: drawn anew, the list would have lost it. */
export const onAskNewDate = (deps: Deps): Handler =>
  changes(NewDate, async (turn, { list, ...asking }) => {
    const { asked, d } = turn;
    const changed = await deps.does.askNewDate({ ...asked, ...asking });
    const problem = dueProblemIn(changed);
    if (problem === undefined) return answered(deps, turn, { changed, list, actionId: asking.actionId });
    return refusedOr(d, await deps.does.openAction({ ...asked, ...asking }), opened =>
      newDateForm(d, { ...opened, ...asking, problem }),
    );
  });

const Blocked = ofRow(OfAction.extend({ gap: z.enum(GAPS) }));
export const onBlockAction = (deps: Deps): Handler =>
  changes(Blocked, async (turn, blocked) =>
    refusedOr(turn.d, await deps.does.blockAction({ ...turn.asked, ...blocked }), kase =>
      taskStuck(turn.d, { kase, category: blocked.gap }),
    ),
  );

export const onGrantNewDate = ({ does }: Deps): Handler =>
  changes(OfAction.extend({ due: LocalDate }), async ({ asked, d }, grant) => {
    const granted = await does.grantNewDate({ ...asked, ...grant });
    const problem = dueProblemIn(granted);
    if (problem === undefined)
      return refusedOr(d, granted, kase => doneCard(d, { kase, what: 'new-date-granted' }));
    return refusedOr(d, await does.openAction({ ...asked, ...grant }), opened =>
      newDateCard(d, { ...opened, wrong: { due: grant.due, problem } }),
    );
  });
