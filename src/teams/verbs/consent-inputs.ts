import { z } from 'zod';
import {
  CONSENT_FIELDS,
  CONSENT_TEXTS,
  type ConsentProblem,
  type ConsentValues,
} from '../../domain/consent-form';
import { isRowId, type Ticks } from '../../domain/consent-matrix';
import { unpackTicks } from '../../domain/packed-ticks';
import { CaseId } from '../../ids';
import { holdsPerson } from '../chat-guard';

/** Whatever else is wrong with what came, what was typed is read: nothing of it may be lost. */
export const ConsentInputs = z.looseObject({ caseId: CaseId });
type Inputs = z.infer<typeof ConsentInputs>;

export const textOf = (data: Inputs, key: string): string | undefined => {
  const value = data[key];
  return typeof value === 'string' ? value : undefined;
};

export const valuesIn = (data: Inputs): ConsentValues =>
  Object.fromEntries(
    CONSENT_FIELDS.flatMap(field => {
      const text = textOf(data, field);
      return text === undefined ? [] : [[field, text]];
    }),
  );

/** No agency is called so: what is no list of ticks is refused, not passed over. */
const NO_TICKS = '?';
/** What was ticked on other pages, as the button carried it. */
const carriedTicks = (data: Inputs): Ticks => {
  if (data['ticks'] === undefined) return {};
  return unpackTicks(textOf(data, 'ticks') ?? `;${NO_TICKS}`);
};

export const ticksIn = (data: Inputs): Ticks => ({
  ...carriedTicks(data),
  ...Object.fromEntries(
    Object.keys(data)
      .filter(isRowId)
      .map(key => [key, textOf(data, key) ?? NO_TICKS]),
  ),
});

/** Which page of the matrix is meant; what is no number says nothing. */
export const pageIn = (data: Inputs): { readonly page?: number } => {
  const page = Number.parseInt(textOf(data, 'page') ?? '', 10);
  return Number.isNaN(page) ? {} : { page };
};

/** A number that is a person's: found here as in the chat, in any way people divide it. */
export const numbersIn = (values: ConsentValues): readonly ConsentProblem[] =>
  CONSENT_TEXTS.filter(field => holdsPerson(values[field] ?? '')).map(field => ({
    field,
    problem: 'holds-number',
  }));

/** The mark of the consent a card was drawn over, as it comes along between the form and the matrix. */
export const seenIn = (data: Inputs): { readonly seen?: string } => {
  const seen = textOf(data, 'version');
  return seen === undefined ? {} : { seen };
};
