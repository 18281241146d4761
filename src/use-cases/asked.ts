import { type Fact } from '../audit/event';
import { type Moment } from '../domain/discussion';
import { type Holding } from '../domain/groups';
import { type CaseId, type CommandId, newOutboxId } from '../domain/ids';
import { type Errand, type OutboxEntry } from '../domain/outbox';
import { type Instant, type LocalDate } from '../domain/time';
import { type Ruling } from '../policy/may';
import { type Within } from './ports/common';
import { type PersonFile } from './ports/people';
import { type World } from './world';

/** Who asks, when, and under which id; asking twice under one id is asking once. */
export type Asked = {
  readonly commandId: CommandId;
  readonly by: PersonFile;
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
};

/** What the audit keeps of this: who, what, of which, what was shown, and the rule. Never content. */
export const factOf = ({ commandId, at, by }: Asked, what: What, ruling: Ruling): Fact => ({
  commandId,
  at,
  by: { person: by.person.id, agency: by.person.agency, roles: by.person.roles },
  operation: what.operation,
  subject: what.subject,
  ...(what.caseId === undefined ? {} : { caseId: what.caseId }),
  disclosed: what.disclosed ?? [],
  allowed: ruling.allowed,
  rule: ruling.rule,
});

const recipientOf = (errand: Errand): string => ('to' in errand ? errand.to : 'channel');
const occasionOf = (errand: Errand): string => ('notice' in errand ? errand.notice.kind : '');
const subjectOf = (errand: Errand): string => ('caseId' in errand ? errand.caseId : '');

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
