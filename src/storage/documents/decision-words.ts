import { z } from 'zod';
import { type DecisionWords } from '../../domain/decision-words';

const DecisionWordsSchema = z.strictObject({
  question: z.string().exactOptional(),
  rationale: z.string(),
  dissent: z.string().exactOptional(),
});

export const decisionText = (words: DecisionWords): string => JSON.stringify(words);

export const toDecisionWords = (text: string): DecisionWords => DecisionWordsSchema.parse(JSON.parse(text));
