import { checkReferral } from '../domain/check-referral';
import { type Draft, type FieldProblem, type FormValues } from '../domain/draft';
import { type CaseId } from '../domain/ids';
import { type CandidateIdentity, type Referral } from '../domain/referral';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type DraftChange, writeDraft } from './write-draft';
import { type World } from './world';

/** The draft as saved, and what it says when every field is right; otherwise what is wrong with it. */
export type Reviewed = { readonly draft: Draft } & (
  { readonly referral: Referral } | { readonly problems: readonly FieldProblem[] }
);

const reviewed = (draft: Draft, world: World, asked: Asked): Reviewed => {
  const checked = checkReferral(draft.values, todayOf(world, asked));
  return checked.ok ? { draft, referral: checked.value } : { draft, problems: checked.error };
};

const write = async (
  world: World,
  asked: Asked,
  change: DraftChange & { readonly operation: 'review-referral' | 'name-draft' },
): Promise<Result<Reviewed, Refusal>> => {
  const saved = await writeDraft(world, asked, change);
  return saved.ok ? ok(reviewed(saved.value, world, asked)) : saved;
};

/** Saves what is typed, right or wrong, and looks it over. */
export const reviewReferral =
  (world: World) =>
  (
    asked: Asked & { readonly draftId: CaseId; readonly values: FormValues },
  ): Promise<Result<Reviewed, Refusal>> =>
    write(world, asked, { operation: 'review-referral', draftId: asked.draftId, values: asked.values });

/** The name is given, or left out with `null`; both go back to the review. */
export const nameDraft =
  (world: World) =>
  (
    asked: Asked & { readonly draftId: CaseId; readonly identity: CandidateIdentity | null },
  ): Promise<Result<Reviewed, Refusal>> =>
    write(world, asked, { operation: 'name-draft', draftId: asked.draftId, identity: asked.identity });
