import { type AgencyId } from './ids';

/** domain.md §5. A (process) is not listed: it is never sealed and is what `open-case` itself gives. */
export const GROUPS = ['B', 'C', 'D', 'E', 'F'] as const;
export type Group = (typeof GROUPS)[number];

/** What a referral is sealed as: its groups, the de-identified summary, and how to reach the referrer. */
export const REFERRAL_SECTIONS = [...GROUPS, 'summary', 'contact'] as const;
/**
 * All that can be sealed apart; besides the referral what a consent says in words, why something was shared, and innspill
 * (domain.md §5, G: shown where the group they belong with is).
 */
export const SECTIONS = [...REFERRAL_SECTIONS, 'terms', 'reason', 'notes'] as const;
export type Section = (typeof SECTIONS)[number];

/** One agency's part of one section: what is sealed under one key, and what consent speaks of. */
export type Holding = { readonly origin: AgencyId; readonly section: Section };

export const sameHolding = (one: Holding, other: Holding): boolean =>
  one.origin === other.origin && one.section === other.section;

export const isGroup = (section: Section): section is Group => GROUPS.some(group => group === section);
