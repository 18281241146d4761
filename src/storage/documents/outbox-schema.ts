import { z } from 'zod';
import { ACTION_TITLES } from '../../domain/action-brief';
import { ITEM_KINDS } from '../../domain/agenda';
import { CASE_STATES } from '../../domain/case';
import { FORM_KINDS, MEETING_NOTICES } from '../../domain/notice';
import * as ids from '../../ids';
import { AbsenceSchema } from './person-document';
import { Posted } from './stored';

const Notice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new-referral') }),
  z.strictObject({ kind: z.literal('state'), state: z.enum(CASE_STATES) }),
  z.strictObject({ kind: z.literal('answer-needed'), by: ids.LocalDate }),
  z.strictObject({ kind: z.literal('new-information') }),
  z.strictObject({ kind: z.literal('informed-unanswered'), eraseOn: ids.LocalDate }),
  z.strictObject({ kind: z.literal('new-action'), actionId: ids.ActionId }),
  z.strictObject({ kind: z.literal('new-date-asked'), actionId: ids.ActionId }),
  z.strictObject({ kind: z.literal('new-date-granted'), actionId: ids.ActionId }),
  z.strictObject({ kind: z.literal('hand-over-asked'), actionId: ids.ActionId }),
  z.strictObject({ kind: z.literal('hand-over-accepted'), actionId: ids.ActionId }),
  z.strictObject({ kind: z.literal('hand-over-declined'), actionId: ids.ActionId }),
  z.strictObject({ kind: z.literal('action-moved'), actionId: ids.ActionId }),
  z.strictObject({ kind: z.literal('action-cancelled'), actionId: ids.ActionId }),
  z.strictObject({
    kind: z.literal('form'),
    form: z.enum(FORM_KINDS),
    meetingId: ids.MeetingId.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('stopped') }),
  z.strictObject({ kind: z.literal('shared'), sharingId: ids.SharingId, until: ids.Instant }),
  z.strictObject({ kind: z.literal('sharing-to-review'), sharingId: ids.SharingId }),
  z.strictObject({
    kind: z.literal('sharing-happened'),
    sharingId: ids.SharingId,
    from: ids.AgencyId,
    sharedAt: ids.Instant,
  }),
  z.strictObject({ kind: z.literal('sharing-reviewed'), sharingId: ids.SharingId }),
]);

const forMeeting = { meetingId: ids.MeetingId };
const forItem = { ...forMeeting, caseId: ids.CaseId };

const forStop = { caseId: ids.CaseId, stoppedAt: ids.Instant };

const Errand = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('notice'),
    to: ids.PersonId,
    caseId: ids.CaseId,
    code: ids.CaseCode,
    notice: Notice,
  }),
  z.strictObject({
    kind: z.literal('meeting-notice'),
    ...forMeeting,
    to: ids.PersonId,
    about: z.enum(MEETING_NOTICES),
  }),
  z.strictObject({ kind: z.literal('post-agenda'), ...forMeeting }),
  z.strictObject({ kind: z.literal('edit-agenda'), ...forMeeting }),
  z.strictObject({
    kind: z.literal('put-on-agenda'),
    ...forItem,
    number: z.number(),
    item: z.enum(ITEM_KINDS),
    late: z.literal(true).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('empty-agenda'), ...forItem }),
  z.strictObject({ kind: z.literal('note-taken-up'), ...forItem }),
  z.strictObject({
    kind: z.literal('tell-coordinators'),
    caseId: ids.CaseId,
    code: ids.CaseCode,
    notice: Notice,
    but: z.array(ids.PersonId),
  }),
  z.strictObject({
    kind: z.literal('tell-group'),
    ...forMeeting,
    about: z.enum(['moved', 'cancelled']),
    by: ids.PersonId,
  }),
  z.strictObject({ kind: z.literal('post-item'), ...forItem }),
  z.strictObject({ kind: z.literal('edit-item'), ...forItem }),
  z.strictObject({
    kind: z.literal('digest'),
    to: ids.PersonId,
    on: ids.LocalDate,
    since: ids.Instant.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('follow-absence'),
    person: ids.PersonId,
    was: AbsenceSchema.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('edit-digests'),
    caseId: ids.CaseId,
    task: z.strictObject({
      id: ids.ActionId,
      title: z.enum(ACTION_TITLES),
      owner: ids.PersonId,
      standIn: ids.PersonId.exactOptional(),
      due: ids.LocalDate,
    }),
    on: ids.LocalDate,
    answered: z.strictObject({ to: ids.PersonId, in: Posted }).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('edit-digest'),
    to: ids.PersonId,
    on: ids.LocalDate,
    answeredIn: Posted.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('remind-contributors'),
    ...forMeeting,
    on: ids.LocalDate.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('stop-work'), ...forStop, by: ids.PersonId.exactOptional() }),
  z.strictObject({
    kind: z.literal('find-messages'),
    ...forStop,
    sharingId: ids.SharingId.exactOptional(),
    losing: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('clear-message'),
    ...forStop,
    to: ids.PersonId,
    code: ids.CaseCode,
    message: Posted,
    sharingId: ids.SharingId.exactOptional(),
    losing: z.literal(true).exactOptional(),
  }),
]);

/** The kinds that this release can carry. */
export const ERRAND_KINDS: ReadonlySet<string> = new Set(Errand.options.map(({ shape }) => shape.kind.value));

/** What must be sent (domain/outbox.ts): it names what to say, never content. */
export const OutboxEntrySchema = z.strictObject({ id: ids.OutboxId, errand: Errand, at: ids.Instant });
