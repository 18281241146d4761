import { z } from 'zod';
import { type ChainHead } from '../../audit/event';
import { CANCEL_REASONS, type Meeting } from '../../domain/meeting';
import * as ids from '../../ids';
import { type MeetingFile } from '../../use-cases/ports/meetings';
import { type Document } from '../database/steps';
import { markOf } from './mark';
import { Archived, Head, meetingPartition, Posted, SCHEMA, Stored } from './stored';

export const MEETING_ID = 'meeting';

const Facts = z.strictObject({
  id: ids.MeetingId,
  on: ids.LocalDate,
  startsAt: ids.Instant,
  place: z.string(),
  link: z.string().exactOptional(),
  lengthMinutes: z.number(),
  chair: ids.PersonId,
  agenda: z.array(ids.CaseId),
  order: z.array(ids.CaseId),
  allotted: z.array(z.strictObject({ caseId: ids.CaseId, minutes: z.number() })),
  revision: z.number(),
  publishedAt: ids.Instant.exactOptional(),
  posted: Posted.exactOptional(),
});
const held = {
  attendance: z.strictObject({
    present: z.array(ids.SeatId),
    standIns: z.array(ids.SeatId),
    confidentialityReadBy: ids.PersonId,
  }),
  startedAt: ids.Instant,
};
const MeetingSchema = z.discriminatedUnion('state', [
  Facts.extend({ state: z.literal('planned') }),
  Facts.extend({ state: z.literal('running'), ...held, current: ids.CaseId.exactOptional() }),
  Facts.extend({
    state: z.literal('ended'),
    ...held,
    endedAt: ids.Instant,
    approved: z.strictObject({ by: ids.PersonId, at: ids.Instant }).exactOptional(),
    addedAt: ids.Instant.exactOptional(),
    exportedAt: ids.Instant.exactOptional(),
    archived: Archived.exactOptional(),
  }),
  Facts.extend({
    state: z.literal('cancelled'),
    reason: z.enum(CANCEL_REASONS),
    cancelledAt: ids.Instant,
  }),
]);
const MeetingDocument = z.object({
  ...Stored,
  type: z.literal('meeting'),
  meeting: MeetingSchema,
  head: Head,
});

export const meetingDocument = (meeting: Meeting, head: ChainHead): Document => ({
  id: MEETING_ID,
  pk: meetingPartition(meeting.id),
  schema: SCHEMA,
  type: 'meeting',
  meeting,
  head,
});

export const toMeetingFile = (document: unknown): MeetingFile => {
  const { meeting, head } = MeetingDocument.parse(document);
  return { meeting, head, version: markOf(document) };
};
