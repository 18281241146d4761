/** A gap waits for the coordinator to clear its text; only then the steering group sees it (domain.md §10). */
export const GAP_STATES = ['new', 'cleared'] as const;
export type GapState = (typeof GAP_STATES)[number];
