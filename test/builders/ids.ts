import { createHash } from 'node:crypto';
import * as ids from '../../src/domain/ids';
import { codeFrom, type CaseCode } from '../../src/domain/code';
import { isSharingId, type SharingId } from '../../src/domain/sharing';
import { isStatuteId, type StatuteId } from '../../src/domain/statute';
import { type Brand } from '../../src/domain/brand';
import { isInstant, isLocalDate, type Instant, type LocalDate } from '../../src/domain/time';

const hex = (name: string): string => createHash('sha256').update(name).digest('hex');

/** 128 bits from a cause, as the program derives its ids. */
export const derive: ids.Derive = (...parts) => hex(JSON.stringify(parts)).slice(0, 32);

const proved = <Name extends string>(
  is: (text: string) => text is Brand<string, Name>,
  text: string,
): Brand<string, Name> => {
  if (!is(text)) throw new Error(`"${text}" is not what the test says it is`);
  return text;
};

/** The same name gives the same id, so that a test can speak of "case one". */
export const caseId = (name = 'case'): ids.CaseId => proved(ids.isCaseId, derive('case', name));
export const actionId = (name = 'action'): ids.ActionId => proved(ids.isActionId, derive('action', name));
export const decisionId = (name = 'decision'): ids.DecisionId =>
  proved(ids.isDecisionId, derive('decision', name));
export const outboxId = (name = 'outbox'): ids.OutboxId => proved(ids.isOutboxId, derive('outbox', name));
export const commandId = (name = 'command'): ids.CommandId => proved(ids.isCommandId, hex(`command ${name}`));
export const sharingId = (name = 'sharing'): SharingId => proved(isSharingId, derive('sharing', name));
export const statuteId = (slug: string): StatuteId => proved(isStatuteId, slug);
export const personId = (slug: string): ids.PersonId => proved(ids.isPersonId, slug);
export const agencyId = (slug: string): ids.AgencyId => proved(ids.isAgencyId, slug);
export const seatId = (slug: string): ids.SeatId => proved(ids.isSeatId, slug);
export const meetingId = (day = '2026-12-09'): ids.MeetingId => ids.meetingIdOn(day);
export const caseCode = (name = 'case'): CaseCode => codeFrom(hex(name).slice(0, 32));

/** "2026-12-04T08:00" or with seconds and milliseconds, always UTC. */
export const instant = (text: string): Instant => {
  const whole = new Date(`${text.replace(/Z$/, '')}Z`).toISOString();
  if (!isInstant(whole)) throw new Error(`"${text}" is not a moment`);
  return whole;
};
export const day = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw new Error(`"${text}" is not a day`);
  return text;
};

/** Friday 4 December 2026, noon in Bergen: "now" where a test does not care. */
export const NOON = instant('2026-12-04T11:00:00.000');
