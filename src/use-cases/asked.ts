import { type Fact, type Where } from '../audit/event';
import { type Holding } from '../domain/groups';
import { type CaseId, type CommandId, newOutboxId } from '../domain/ids';
import { type Errand, type OutboxEntry } from '../domain/outbox';
import { type Identity } from '../domain/people';
import { type Instant, type LocalDate, type Moment } from '../domain/time';
import { type Ruling } from '../policy/may';
import { POLICY_VERSION } from '../policy/version';
import { type Within } from './ports/common';
import { type PersonFile } from './ports/people';
import { type World } from './world';

/** Who asks, when, and under which id; asking twice under one id is asking once. */
export type Asked = {
  readonly commandId: CommandId;
  /** This very press, where the command may be pressed again: every look is an event of its own. */
  readonly turn?: CommandId;
  readonly by: PersonFile;
  /** The account it was asked with. */
  readonly account: Identity;
  /** The message that held the button; unknown for what was written. */
  readonly where?: Where;
  readonly at: Instant;
  readonly within: Within;
};

export const todayOf = ({ calendar }: World, { at }: Asked): LocalDate => calendar.dayOf(at);

/** When it is asked, and which day that is in Bergen. */
export const momentOf = ({ calendar }: World, { at }: Asked): Moment => ({ at, today: calendar.dayOf(at) });

type What = {
  readonly operation: string;
  readonly subject: string;
  readonly caseId?: CaseId;
  readonly disclosed?: readonly Holding[];
  /** The version of the consent that the case was shown under. */
  readonly consent?: number;
};

const aboutCase = ({ caseId, consent }: What): Pick<Fact, 'caseId' | 'consent'> => ({
  ...(caseId === undefined ? {} : { caseId }),
  ...(consent === undefined ? {} : { consent }),
});

/** What the audit keeps of this: who, what, of which, what was shown, and the rule. Never content. */
export const factOf = (
  { commandId, at, by: { person }, account, where }: Asked,
  what: What,
  { allowed, rule }: Ruling,
): Fact => ({
  commandId,
  at,
  by: { person: person.id, account, agency: person.agency, roles: person.roles },
  operation: what.operation,
  subject: what.subject,
  ...aboutCase(what),
  disclosed: what.disclosed ?? [],
  allowed,
  rule,
  policy: POLICY_VERSION,
  ...(where === undefined ? {} : { where }),
});

const recipientOf = (errand: Errand): string => ('to' in errand ? errand.to : 'channel');
const occasionOf = (errand: Errand): string => {
  if ('notice' in errand) return errand.notice.kind;
  return 'about' in errand ? errand.about : '';
};
const subjectOf = (errand: Errand): string => {
  if ('caseId' in errand) return errand.caseId;
  return errand.kind === 'meeting-notice' ? errand.meetingId : '';
};

/** Entries for what this command causes: at most one per cause, occasion and recipient. */
export const entriesFor = (
  { derive }: Pick<World, 'derive'>,
  { commandId, at }: Pick<Asked, 'commandId' | 'at'>,
  errands: readonly Errand[],
): readonly OutboxEntry[] =>
  errands.map(errand => ({
    id: newOutboxId(
      derive,
      commandId,
      errand.kind,
      occasionOf(errand),
      recipientOf(errand),
      subjectOf(errand),
    ),
    errand,
    at,
  }));
