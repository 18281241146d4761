import { type Brand } from './brand';
import { type Partner } from './people';
import { daysBetween, type LocalDate, plusDays } from './time';

export type StatuteId = Brand<string, 'StatuteId'>;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const isStatuteId = (text: string): text is StatuteId => SLUG.test(text) && text.length <= 64;

/**
 * What a provision is used for (domain.md §6): consent lifts the duty of confidentiality, de-identified speaks of
 * nobody, an exception shares without consent, and the basis is the GDPR's own question, which consent never answers.
 */
export const STATUTE_LISTS = ['consent', 'de-identified', 'exception', 'basis'] as const;
export type StatuteList = (typeof STATUTE_LISTS)[number];

/** A provision as configuration: the law changes, and what was recorded keeps naming what was in force then. */
export type Statute = {
  readonly id: StatuteId;
  readonly list: StatuteList;
  /** As lawyers cite it, "hpl. § 31"; the same in every language. */
  readonly citation: string;
  /** Whose duty of confidentiality it is about; everybody's when there are none. */
  readonly partners: readonly Partner[];
  readonly validFrom: LocalDate;
  /** The last day. */
  readonly validTo?: LocalDate;
  /** Said by whoever keeps the list: it is known to have expired, and others take its place. */
  readonly retired?: true;
  /** By role, never by name; not reviewed when undefined. */
  readonly reviewedBy?: string;
};

type Term = Pick<Statute, 'validFrom' | 'validTo'>;

export const hasExpired = ({ validTo }: Term, on: LocalDate): boolean =>
  validTo !== undefined && validTo < on;
const isInForce = (statute: Term, on: LocalDate): boolean =>
  statute.validFrom <= on && !hasExpired(statute, on);
/** Whether it is about what this partner must keep to itself. */
export const concerns = ({ partners }: Pick<Statute, 'partners'>, partner: Partner): boolean =>
  partners.length === 0 || partners.includes(partner);

/** Those of one list that were in force that day. */
export const statutesOn = (
  statutes: readonly Statute[],
  list: StatuteList,
  on: LocalDate,
): readonly Statute[] => statutes.filter(statute => statute.list === list && isInForce(statute, on));

type Ended = Statute & { readonly validTo: LocalDate };
type Grounds = { readonly list: StatuteList; readonly partner: Partner; readonly on: LocalDate };

/**
 * Those a partner had and has no longer, the newest end first: what whoever needs one is told. None while one is in
 * force, nor where the list never had any.
 */
export const lapsedFor = (
  statutes: readonly Statute[],
  { list, partner, on }: Grounds,
): readonly Statute[] => {
  const theirs = statutes.filter(statute => statute.list === list && concerns(statute, partner));
  if (theirs.some(statute => isInForce(statute, on))) return [];
  const lapsed = theirs.filter((statute): statute is Ended => hasExpired(statute, on));
  return [...lapsed].sort((one, other) => daysBetween(one.validTo, other.validTo));
};

/** How long before its end somebody is told (ours): time for lawyers to say what takes its place. */
const WARNED_DAYS = 60;
type Ageing = { readonly statute: Statute; readonly is: 'expired' | 'expiring' };

/** What must be told to those who keep the list. */
export const ageingOn = (statutes: readonly Statute[], on: LocalDate): readonly Ageing[] =>
  statutes
    .filter(({ retired }) => retired !== true)
    .flatMap((statute): readonly Ageing[] => {
      if (hasExpired(statute, on)) return [{ statute, is: 'expired' }];
      return hasExpired(statute, plusDays(on, WARNED_DAYS)) ? [{ statute, is: 'expiring' }] : [];
    });
