import { type Brand } from './brand';
import { isLocalDate, type LocalDate } from './time';

export type CaseId = Brand<string, 'CaseId'>;
export type PersonId = Brand<string, 'PersonId'>;
export type MeetingId = Brand<string, 'MeetingId'>;
export type ActionId = Brand<string, 'ActionId'>;
export type DecisionId = Brand<string, 'DecisionId'>;
export type OutboxId = Brand<string, 'OutboxId'>;
export type CommandId = Brand<string, 'CommandId'>;
export type AgencyId = Brand<string, 'AgencyId'>;
export type IncidentId = Brand<string, 'IncidentId'>;
export type GapId = Brand<string, 'GapId'>;
export type SeatId = Brand<string, 'SeatId'>;

const HASH = /^[0-9a-f]{32}$/;
const COMMAND = /^[0-9a-f]{64}$/;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MEETING = /^m-\d{4}-\d{2}-\d{2}$/;

export const isCaseId = (text: string): text is CaseId => HASH.test(text);
export const isActionId = (text: string): text is ActionId => HASH.test(text);
export const isDecisionId = (text: string): text is DecisionId => HASH.test(text);
export const isIncidentId = (text: string): text is IncidentId => HASH.test(text);
export const isGapId = (text: string): text is GapId => HASH.test(text);
export const isOutboxId = (text: string): text is OutboxId => HASH.test(text);
export const isCommandId = (text: string): text is CommandId => COMMAND.test(text);
export const isMeetingId = (text: string): text is MeetingId =>
  MEETING.test(text) && isLocalDate(text.slice(2));
export const isPersonId = (text: string): text is PersonId => SLUG.test(text) && text.length <= 64;
export const isAgencyId = (text: string): text is AgencyId => SLUG.test(text) && text.length <= 64;
export const isSeatId = (text: string): text is SeatId => SLUG.test(text) && text.length <= 64;

/** 128 bits as hexadecimal text, from the thing the id is for: the same cause gives the same id. */
export type Derive = (...parts: readonly string[]) => string;

export const newCaseId = (derive: Derive, command: CommandId): CaseId => derive(command, 'case') as CaseId;
/** An id no case has: what somebody typed that leads nowhere is looked for there. */
export const noCaseId = (derive: Derive, typed: string): CaseId => derive('no-case', typed) as CaseId;
export const newActionId = (derive: Derive, command: CommandId): ActionId =>
  derive(command, 'action') as ActionId;
export const newIncidentId = (derive: Derive, command: CommandId): IncidentId =>
  derive(command, 'incident') as IncidentId;
export const newGapId = (derive: Derive, command: CommandId): GapId => derive(command, 'gap') as GapId;
export const newDecisionId = (derive: Derive, command: CommandId): DecisionId =>
  derive(command, 'decision') as DecisionId;
/** At most one message per cause, occurrence and recipient: they make its id (design.md §7). */
export const newOutboxId = (derive: Derive, ...cause: readonly string[]): OutboxId =>
  derive('outbox', ...cause) as OutboxId;
/** One of the parts of a press that is kept in several places: the same press and part are the same command. */
export const partCommandId = (derive: Derive, press: CommandId, part: string): CommandId =>
  `${derive('part', press, part)}${derive('part', press, part, 'command')}` as CommandId;
/** What the clock does has its cause for an id, so that it is done once. As long as the ids of presses. */
export const systemCommandId = (derive: Derive, cause: readonly string[]): CommandId =>
  `${derive('system', ...cause)}${derive('system', ...cause, 'command')}` as CommandId;
/** A look within a turn that also changes something: an event of its own at every press. */
export const lookCommandId = (derive: Derive, turn: CommandId, operation: string): CommandId =>
  `${derive('look', turn, operation)}${derive('look', turn, operation, 'command')}` as CommandId;
/** Who chairs is changed with the rest of a meeting, and is a change of its own. */
export const chairCommandId = (derive: Derive, command: CommandId): CommandId =>
  `${derive('chair', command)}${derive('chair', command, 'command')}` as CommandId;
/** A file is fetched once by its ticket. */
export const fileCommandId = (derive: Derive, nonce: string): CommandId =>
  `${derive('file', nonce)}${derive('file', nonce, 'command')}` as CommandId;
/** For people the directory adds by hand; people in configuration name their own id. */
export const newPersonId = (derive: Derive, command: CommandId): PersonId =>
  `p-${derive(command, 'person')}` as PersonId;
export const meetingIdOn = (day: string): MeetingId => `m-${day}` as MeetingId;
/** A meeting is known by its day. */
export const dayOfMeeting = (id: MeetingId): LocalDate => id.slice(2) as LocalDate;
