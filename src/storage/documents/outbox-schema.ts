import { z } from 'zod';
import { ITEM_KINDS } from '../../domain/agenda';
import { CASE_STATES } from '../../domain/case';
import * as ids from '../../ids';

const Notice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new-referral') }),
  z.strictObject({ kind: z.literal('state'), state: z.enum(CASE_STATES) }),
  z.strictObject({ kind: z.literal('answer-needed'), by: ids.LocalDate }),
  z.strictObject({ kind: z.literal('new-information') }),
  z.strictObject({ kind: z.literal('informed-unanswered'), eraseOn: ids.LocalDate }),
  z.strictObject({ kind: z.literal('new-action'), actionId: ids.ActionId }),
  z.strictObject({ kind: z.literal('new-date-asked'), actionId: ids.ActionId }),
  z.strictObject({ kind: z.literal('new-date-granted'), actionId: ids.ActionId }),
  z.strictObject({
    kind: z.literal('form'),
    form: z.enum(['record-decision', 'create-action']),
    meetingId: ids.MeetingId.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('stopped') }),
]);

const forMeeting = { meetingId: ids.MeetingId };
const forItem = { ...forMeeting, caseId: ids.CaseId };

const Errand = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('notice'),
    to: ids.PersonId,
    caseId: ids.CaseId,
    code: ids.CaseCode,
    notice: Notice,
  }),
  z.strictObject({ kind: z.literal('post-agenda'), ...forMeeting }),
  z.strictObject({ kind: z.literal('edit-agenda'), ...forMeeting }),
  z.strictObject({
    kind: z.literal('put-on-agenda'),
    ...forItem,
    number: z.number(),
    item: z.enum(ITEM_KINDS),
  }),
  z.strictObject({ kind: z.literal('post-item'), ...forItem }),
  z.strictObject({ kind: z.literal('edit-item'), ...forItem }),
  z.strictObject({ kind: z.literal('digest'), to: ids.PersonId, on: ids.LocalDate }),
]);

/** What must be sent (domain/outbox.ts): it names what to say, never content. */
export const OutboxEntrySchema = z.strictObject({ id: ids.OutboxId, errand: Errand, at: ids.Instant });
