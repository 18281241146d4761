import { z } from 'zod';
import { type ContributionValues, isFilledIn } from '../../domain/contribution';
import { type CaseId } from '../../domain/ids';
import { CaseId as CaseIdSchema, MeetingId, SeatId } from '../../ids';
import { type TypedFor } from '../../use-cases/contribute';

const Page = z.coerce.number().int().min(1).max(99).optional().catch(undefined);
/** Nothing was picked. */
const Seat = SeatId.optional().catch(undefined);

export const Opened = z.object({
  meetingId: MeetingId.optional(),
  seat: Seat,
  page: Page,
  caseId: CaseIdSchema.optional(),
});

/** Which meeting, which seat and which page, as far as it was said. */
export const whereIn = ({ meetingId, seat, page, caseId }: z.infer<typeof Opened>) => ({
  ...(meetingId && { meetingId }),
  ...(seat && { seat }),
  ...(page && { page }),
  ...(caseId && { caseId }),
});

/** Whatever else is wrong with what came, what was typed is read: nothing of it may be lost. */
export const Given = z.looseObject({
  meetingId: MeetingId,
  seat: SeatId,
  page: Page,
  then: Page,
  other: z.literal('yes').optional().catch(undefined),
  'for-seat': Seat,
});
type Inputs = z.infer<typeof Given>;

/** Where to go when it is saved: another page, or the first of another seat. */
export const nextIn = ({ seat, then, other, 'for-seat': chosen }: Inputs) => {
  if (other !== undefined) return { seat: chosen ?? seat, page: 1 };
  return then === undefined ? undefined : { seat, page: then };
};

/** More than any page asks about. */
const MOST = 20;
const LONGEST_KEPT = 4_000;
const FIELD = /^(?:answer|text|group)-([0-9a-f]{32})$/;

const valueOf = (data: Inputs, key: string): string | undefined => {
  const value = data[key];
  return typeof value === 'string' ? value.slice(0, LONGEST_KEPT) : undefined;
};

const valuesFor = (data: Inputs, id: CaseId): ContributionValues => {
  const [answer, text, group] = ['answer', 'text', 'group'].map(field => valueOf(data, `${field}-${id}`));
  return {
    ...(answer === undefined ? {} : { answer }),
    ...(text === undefined ? {} : { text }),
    ...(group === undefined ? {} : { group }),
  };
};

/** What was typed, by the case it was typed for. */
export const typedIn = (data: Inputs): ReadonlyMap<CaseId, ContributionValues> => {
  const ids = Object.keys(data).flatMap(key => CaseIdSchema.safeParse(FIELD.exec(key)?.[1]).data ?? []);
  return new Map([...new Set(ids)].slice(0, MOST).map(id => [id, valuesFor(data, id)]));
};

/** What is to be saved: what was passed over is not. */
export const answersIn = (typed: ReadonlyMap<CaseId, ContributionValues>): readonly TypedFor[] =>
  [...typed].filter(([, values]) => isFilledIn(values)).map(([caseId, values]) => ({ caseId, ...values }));
