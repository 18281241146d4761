import { missedFrom, type Sharing } from './sharing';
import { type Instant } from './time';

type Shared = { readonly sharings: readonly Sharing[] };
type Rung = {
  readonly kind: 'end-sharing-by-time' | 'miss-review';
  readonly at: Instant;
  readonly sharing: Sharing;
};

/** What the clock has still to say of a sharing: that its hour is over, and that nobody reviewed it in time. */
const rungsOf = (sharing: Sharing): readonly Rung[] => {
  const { until, endedAt, review, missedAt } = sharing;
  return [
    ...(endedAt === undefined ? [{ kind: 'end-sharing-by-time', at: until, sharing } as const] : []),
    ...(review === undefined && missedAt === undefined
      ? [{ kind: 'miss-review', at: missedFrom(sharing), sharing } as const]
      : []),
  ];
};

const rungsIn = ({ sharings }: Shared): readonly Rung[] =>
  sharings.flatMap(rungsOf).toSorted((one, other) => one.at.localeCompare(other.at));

/** When the clock has something to say next, strictly after `after`; undefined when all is said. */
export const nextSharingClock = (kase: Shared, after: Instant): Instant | undefined =>
  rungsIn(kase).find(({ at }) => at > after)?.at;

/** The earliest of what is to be said now, if anything. */
export const dueSharing = (kase: Shared, now: Instant): Rung | undefined =>
  rungsIn(kase).find(({ at }) => at <= now);
