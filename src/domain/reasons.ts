export const MISSING = ['informed', 'criteria', 'asked', 'other'] as const;
/** What the coordinator asks the referrer for. */
export type Missing = (typeof MISSING)[number];

export const DEFER_REASONS = ['information', 'recognisable', 'service', 'not-quorate', 'time'] as const;
export type DeferReason = (typeof DEFER_REASONS)[number];
export const DECLINE_REASONS = [
  'outside',
  'covered',
  'coordinated',
  'elsewhere',
  'capacity',
  'other',
] as const;
export type DeclineReason = (typeof DECLINE_REASONS)[number];
export const END_REASONS = ['ordinary', 'moved', 'lost', 'dead', 'other'] as const;
export type EndReason = (typeof END_REASONS)[number];
