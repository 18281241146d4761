import { type GapCategory } from './action-choices';
import { type AgencyId, type GapId, type PersonId } from './ids';
import { type Partner } from './people';
import { type Refusal, WRONG_STATE } from './refusal';
import { type Instant } from './time';
import { err, ok, type Result } from '../result';

/** A gap waits for the coordinator to clear its text, or to keep it back; only a cleared one reaches the steering group (domain.md §10). */
export const GAP_STATES = ['new', 'cleared', 'hidden'] as const;
export type GapState = (typeof GAP_STATES)[number];

/**
 * What is missing between the services, never about a person: it holds no case and no code, so that nothing in it
 * leads back to anybody.
 */
type GapFacts = {
  readonly id: GapId;
  readonly category: GapCategory;
  readonly partners: readonly Partner[];
  /** As it was reported. */
  readonly text: string;
  /** Who reported it first; the person stands in the audit only. */
  readonly agency: AgencyId;
  readonly recordedAt: Instant;
  /** How many times it was reported. */
  readonly reports: number;
};
export type NewGap = GapFacts & { readonly state: 'new' };
export type ClearedGap = GapFacts & {
  readonly state: 'cleared';
  readonly clearedText: string;
  readonly clearedAt: Instant;
  readonly clearedBy: PersonId;
};
export type HiddenGap = GapFacts & {
  readonly state: 'hidden';
  readonly hiddenAt: Instant;
  readonly hiddenBy: PersonId;
};
export type Gap = NewGap | ClearedGap | HiddenGap;

type Clearing = {
  readonly category: GapCategory;
  readonly text: string;
  readonly by: PersonId;
  readonly at: Instant;
};

/** The steering group may read it, in the coordinator's words. */
export const clear = (gap: Gap, { category, text, by, at }: Clearing): Result<ClearedGap, Refusal> =>
  gap.state === 'new'
    ? ok({ ...gap, category, state: 'cleared', clearedText: text, clearedAt: at, clearedBy: by })
    : err(WRONG_STATE);

/** It stays in the register, and the steering group never sees it. */
export const keepBack = (gap: Gap, { by, at }: Pick<Clearing, 'by' | 'at'>): Result<HiddenGap, Refusal> =>
  gap.state === 'new' ? ok({ ...gap, state: 'hidden', hiddenAt: at, hiddenBy: by }) : err(WRONG_STATE);

/** Somebody else has met it, too. */
export const reportAgain = <G extends Gap>(gap: G): G => ({ ...gap, reports: gap.reports + 1 });
