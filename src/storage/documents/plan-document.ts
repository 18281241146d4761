import { z } from 'zod';
import { type CaseId } from '../../domain/ids';
import { type Plan, type PlanWords } from '../../domain/plan';
import * as ids from '../../ids';
import { type SealedPiece } from '../../use-cases/ports/cases';
import { type PlanFile } from '../../use-cases/ports/plans';
import { type Document } from '../database/steps';
import { casePartition, SCHEMA, Sealed, Stored } from './stored';

/** One document per version of the plan for progress; never written again. */
export const planDocumentId = (version: number): string => `plan:${String(version)}`;

const PlanSchema = z.strictObject({
  version: z.number(),
  contact: ids.PersonId,
  writtenOn: ids.LocalDate,
  writtenBy: ids.PersonId,
});
const PlanDocument = z.object({
  ...Stored,
  type: z.literal('plan'),
  caseId: ids.CaseId,
  plan: PlanSchema,
  words: Sealed.exactOptional(),
});
const Words = z.strictObject({
  goals: z.array(z.string()),
  measures: z.array(ids.ActionId),
  reviewOn: ids.LocalDate,
});

type Writing = {
  readonly caseId: CaseId;
  readonly plan: Plan;
  readonly words: SealedPiece | undefined;
};

export const planDocument = ({ caseId, plan, words }: Writing): Document => ({
  id: planDocumentId(plan.version),
  pk: casePartition(caseId),
  schema: SCHEMA,
  type: 'plan',
  caseId,
  plan,
  words,
});

export const toPlanFile = (document: unknown): PlanFile => {
  const { caseId, plan, words } = PlanDocument.parse(document);
  return { caseId, plan, ...(words === undefined ? {} : { words }) };
};

export const planText = (words: PlanWords): string => JSON.stringify(words);
export const toPlanWords = (text: string): PlanWords => Words.parse(JSON.parse(text));
