import { type Case, CASE_STATES, type CaseFacts, type CaseState } from '../../src/domain/case';
import { aCase } from './cases';

/** One case in each of the states, all with the same facts. */
export const inEveryState = (facts: Partial<CaseFacts> = {}): readonly Case[] =>
  CASE_STATES.map(state => aCase<CaseState>({ ...facts, state }));
