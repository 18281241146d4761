import { spellCode } from './code';
import { type Holding } from './groups';
import { type AgencyId, type CaseId, type PersonId } from './ids';
import { type Instant } from './time';

/** Somebody looked at something, or tried to: what the logs show of the audit event. Never content. */
export type Look = {
  /** Where it stands in its log: unique, and later is greater, as text. */
  readonly place: string;
  readonly at: Instant;
  readonly person: PersonId;
  /** Their agency at that time. */
  readonly agency?: AgencyId;
  readonly operation: string;
  readonly subject: string;
  readonly caseId?: CaseId;
  readonly disclosed: readonly Holding[];
  readonly allowed: boolean;
  readonly rule: string;
};

/** In the person's own partition, too, but done and not seen. */
const CHANGES_OF_PEOPLE: readonly string[] = [
  'choose-language',
  'choose-hours',
  'set-absence',
  'save-person',
  'remove-person',
  'certify-people',
  'sign-declaration',
  'seed-person',
  'retry-message',
];
/** Of what chains in a person's partition: whether they saw something, or were refused. */
export const isLook = ({ operation, allowed }: Pick<Look, 'operation' | 'allowed'>): boolean =>
  !allowed || !CHANGES_OF_PEOPLE.includes(operation);

/** These show who looked, and nothing that is in a case. */
const OF_LOGS: readonly string[] = [
  'list-my-lookups',
  'open-access-log',
  'export-access-log',
  'download-access-log',
];
export const isOfLogs = ({ operation }: Pick<Look, 'operation'>): boolean => OF_LOGS.includes(operation);

/** The code as the person typed it, where they were refused: whether there is such a case is not told (domain.md §15). */
export const typedCode = ({ subject }: Pick<Look, 'subject'>): string | undefined =>
  spellCode(subject) === subject ? subject : undefined;

/** What gave it: "open-case/member" was allowed to a member. */
export const standingBehind = ({ rule }: Pick<Look, 'rule'>): string => rule.split('/').at(1) ?? '';
