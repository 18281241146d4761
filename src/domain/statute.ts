import { type Brand } from './brand';
import { type Partner } from './people';
import { type LocalDate } from './time';

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
  /** By role, never by name; not reviewed when undefined. */
  readonly reviewedBy?: string;
};

/** Those of one list that were in force that day. */
export const statutesOn = (
  statutes: readonly Statute[],
  list: StatuteList,
  on: LocalDate,
): readonly Statute[] =>
  statutes.filter(
    statute =>
      statute.list === list &&
      statute.validFrom <= on &&
      (statute.validTo === undefined || on <= statute.validTo),
  );
