import { type ActionId, type PersonId } from './ids';
import { type LocalDate } from './time';

/** That there is a plan for progress, and who the participant's contact person is; never what it says. */
export type PlanBrief = {
  /** One for the first; every version is kept. */
  readonly version: number;
  readonly contact: PersonId;
  readonly writtenOn: LocalDate;
};

/** One version, as it was written; it is never edited, only followed by a new one. */
export type Plan = PlanBrief & { readonly writtenBy: PersonId };

/** What the plan says. It lies sealed, as what the coordinator's agency knows in group C. */
export type PlanWords = {
  /** In the participant's own words. */
  readonly goals: readonly string[];
  /** Tasks of the case. */
  readonly measures: readonly ActionId[];
  readonly reviewOn: LocalDate;
};

export const MOST_GOALS = 3;

type Planned = { readonly plan?: PlanBrief };

/** Which plan a form was drawn over; it says nothing about it. Zero: there was none. */
export const planMark = ({ plan }: Planned): string => String(plan?.version ?? 0);

/** Whom the participant knows as their contact now, where this plan would give them another. */
export const contactReplaced = ({ plan }: Planned, contact: PersonId): PersonId | undefined =>
  plan === undefined || plan.contact === contact ? undefined : plan.contact;

export const nextPlan = (
  { plan }: Planned,
  { contact, writtenBy, writtenOn }: Omit<Plan, 'version'>,
): Plan => ({ version: (plan?.version ?? 0) + 1, contact, writtenOn, writtenBy });

export const briefOfPlan = ({ version, contact, writtenOn }: Plan): PlanBrief => ({
  version,
  contact,
  writtenOn,
});
