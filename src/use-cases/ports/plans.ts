import { type CaseId } from '../../domain/ids';
import { type Plan, type PlanWords } from '../../domain/plan';
import { type Within } from './common';
import { type SealedPiece } from './sealed-piece';

/** One version of the plan for progress as it was written; it stays, and is never changed. */
export type PlanFile = {
  readonly caseId: CaseId;
  readonly plan: Plan;
  /** Absent only where it was erased. */
  readonly words?: SealedPiece;
};
export type PlanChange = { readonly plan: Plan; readonly words: PlanWords };

/** The plans for progress of a case. */
export type Plans = {
  /** Any version of the plan for progress. */
  readonly plan: (caseId: CaseId, version: number, within: Within) => Promise<PlanFile | undefined>;
  /** What it says; the caller has asked `mayReadPlan` and stored the read event first. */
  readonly planWordsOf: (file: PlanFile, within: Within) => Promise<PlanWords | undefined>;
};
