import { z } from 'zod';
import { planCard } from '../../cards/plan';
import { planForm } from '../../cards/plan-form';
import { noLongerAvailableCard, refusalCard } from '../../cards/refusals';
import { type Card } from '../../cards/template';
import { PLAN_FIELDS, type PlanProblem, type PlanValues } from '../../domain/check-plan';
import { type CaseId } from '../../domain/ids';
import { mayReadEnd } from '../../policy/visible-process';
import { PersonId } from '../../ids';
import { holdsPerson } from '../chat-guard';
import { type Deps } from '../deps';
import { changes, type Handler, reads, type Turn } from '../handler';
import { refusedOr } from '../refused';
import { given, OfCase, texts } from '../submissions';

const OfVersion = OfCase.extend({ plan: z.coerce.number().int().min(1).optional().catch(undefined) });

type Looking = { readonly caseId: CaseId; readonly version?: number };
const opened = async ({ does }: Deps, { asked, d }: Turn, looking: Looking): Promise<Card> =>
  refusedOr(d, await does.openPlan({ ...asked, ...looking }), subject =>
    mayReadEnd(d.reader, subject.kase) ? planCard(d, subject) : noLongerAvailableCard(d.t, subject.kase.code),
  );

export const onOpenPlan = (deps: Deps): Handler =>
  reads(OfVersion, (turn, { caseId, plan }) =>
    opened(deps, turn, { caseId, ...(plan === undefined ? {} : { version: plan }) }),
  );

/** What was typed before somebody else was first comes along, and stands in the form again. */
export const onStartPlan = ({ does }: Deps): Handler =>
  reads(OfCase.extend(texts(PLAN_FIELDS)), async ({ asked, d }, { caseId, ...fields }) => {
    const typed: PlanValues = given(fields);
    return refusedOr(d, await does.startPlan({ ...asked, caseId }), found =>
      planForm(d, { ...found, values: { ...found.values, ...typed } }),
    );
  });

const Written = OfCase.extend({
  version: z.string(),
  /** For whom the tick was asked. */
  confirms: PersonId.optional().catch(undefined),
  confirm: z.string().optional(),
}).extend(texts(PLAN_FIELDS));

const GOALS = ['goal-1', 'goal-2', 'goal-3'] as const;
/** A number that is a person's: found here as in the chat, in any way people divide it. */
const numbersIn = (values: PlanValues): readonly PlanProblem[] =>
  GOALS.filter(field => holdsPerson(values[field] ?? '')).map(field => ({ field, problem: 'holds-number' }));

type Back = {
  readonly caseId: CaseId;
  readonly values: PlanValues;
  readonly problems: readonly PlanProblem[];
  readonly seen: string;
};
/** The form again, with all that was typed, over the plan it was drawn over first. */
const again = async (
  { does }: Deps,
  { asked, d }: Turn,
  { caseId, values, problems, seen }: Back,
): Promise<Card> =>
  refusedOr(d, await does.startPlan({ ...asked, caseId }), found =>
    planForm(d, { ...found, values, problems, seen }),
  );

/** Somebody else wrote one meanwhile: that one is shown, with the way to write the next from what was typed. */
const fresh = async (
  { does }: Deps,
  { asked, d }: Turn,
  { caseId, values }: Pick<Back, 'caseId' | 'values'>,
): Promise<Card> =>
  refusedOr(d, await does.openPlan({ ...asked, caseId }), subject =>
    planCard(d, { ...subject, typed: values }),
  );

export const onWritePlan = (deps: Deps): Handler =>
  changes(Written, async (turn, { caseId, version: seen, confirms, confirm, ...fields }) => {
    const values = given(fields);
    const numbers = numbersIn(values);
    if (numbers.length > 0) return again(deps, turn, { caseId, values, problems: numbers, seen });
    const confirmed = confirm === 'yes' ? given({ confirmed: confirms }) : {};
    const written = await deps.does.writePlan({ ...turn.asked, caseId, values, seen, ...confirmed });
    if (written.ok)
      return 'problems' in written.value
        ? again(deps, turn, { caseId, values, problems: written.value.problems, seen })
        : opened(deps, turn, { caseId });
    return written.error.kind === 'changed-meanwhile'
      ? fresh(deps, turn, { caseId, values })
      : refusalCard(turn.d, written.error, caseId);
  });
