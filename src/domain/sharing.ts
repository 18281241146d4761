import { type Brand } from './brand';
import { type Group, type Holding } from './groups';
import { type AgencyId, type CommandId, type Derive, type PersonId } from './ids';
import { type StatuteId } from './statute';
import { type Instant, plusMs } from './time';

export type SharingId = Brand<string, 'SharingId'>;
const HASH = /^[0-9a-f]{32}$/;
export const isSharingId = (text: string): text is SharingId => HASH.test(text);
export const newSharingId = (derive: Derive, command: CommandId): SharingId =>
  derive(command, 'sharing') as SharingId;

/** Whether the person is told that something was shared; a delay is for danger only (domain.md §6). */
export const TELLINGS = ['told', 'soon', 'delayed'] as const;
export type Telling = (typeof TELLINGS)[number];
export const VERDICTS = ['right', 'too-much', 'wrong'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type Review = { readonly by: PersonId; readonly at: Instant; readonly verdict: Verdict };

/**
 * Exceptional sharing (domain.md §6): pushed by the agency that owns the information, for danger or a duty to avert.
 * Process; the reason lies sealed. Nobody can pull one.
 */
export type Sharing = {
  readonly id: SharingId;
  readonly from: AgencyId;
  readonly by: PersonId;
  readonly groups: readonly Group[];
  readonly to: readonly PersonId[];
  readonly statute: StatuteId;
  readonly telling: Telling;
  readonly sharedAt: Instant;
  /** Shut from this moment on. */
  readonly until: Instant;
  /** When it was shut: earlier, by the agency that shared, or by the clock, which says `until` here. */
  readonly endedAt?: Instant;
  readonly review?: Review;
  /** The time for the review passed without one; said by the clock. */
  readonly missedAt?: Instant;
};

const MINUTE_MS = 60_000;
/** How long it may stand open, at the most (ours), and what can be chosen. */
export const SHARING_MINUTES = [15, 30, 60] as const;
export type SharingMinutes = (typeof SHARING_MINUTES)[number];
/** How long the leader of the owning agency has. */
const REVIEW_HOURS = 72;

export const sharedUntil = (at: Instant, minutes: SharingMinutes): Instant => plusMs(at, minutes * MINUTE_MS);
export const reviewBy = ({ sharedAt }: Pick<Sharing, 'sharedAt'>): Instant =>
  plusMs(sharedAt, REVIEW_HOURS * 60 * MINUTE_MS);

export const isLive = ({ sharedAt, until, endedAt = until }: Sharing, at: Instant): boolean =>
  sharedAt <= at && at < endedAt;
export const awaitsReview = (sharing: Sharing, at: Instant): boolean =>
  sharing.review === undefined && at <= reviewBy(sharing);
/** The first moment when it is too late. */
export const missedFrom = (sharing: Pick<Sharing, 'sharedAt'>): Instant => plusMs(reviewBy(sharing), 1);

type Shared = { readonly sharings: readonly Sharing[] };

export const sharingIn = ({ sharings }: Shared, id: SharingId): Sharing | undefined =>
  sharings.find(sharing => sharing.id === id);

/** What an agency shared, the newest last. */
export const sharedBy = ({ sharings }: Shared, agency: AgencyId): readonly Sharing[] =>
  sharings.filter(({ from }) => from === agency);

/** What of the case it opens. */
export const holdingsShared = ({ from, groups }: Pick<Sharing, 'from' | 'groups'>): readonly Holding[] =>
  groups.map(section => ({ origin: from, section }));

/** What stands open for this person now. */
export const receivedNow = ({ sharings }: Shared, person: PersonId, at: Instant): readonly Sharing[] =>
  sharings.filter(sharing => isLive(sharing, at) && sharing.to.includes(person));

/** Whether this person was ever sent something of the case: they know who it is, and keep seeing process only. */
export const hasReceived = ({ sharings }: Shared, person: PersonId): boolean =>
  sharings.some(({ to }) => to.includes(person));

/** Whether a sharing that stands open now shows this person that holding. */
export const isSharedWith = (
  { sharings }: Shared,
  person: PersonId,
  { holding, at }: { readonly holding: Holding; readonly at: Instant },
): boolean =>
  sharings.some(
    sharing =>
      isLive(sharing, at) &&
      sharing.from === holding.origin &&
      sharing.to.includes(person) &&
      sharing.groups.some(group => group === holding.section),
  );
