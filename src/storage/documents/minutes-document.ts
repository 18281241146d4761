import { z } from 'zod';
import { ACTION_TITLES } from '../../domain/action-brief';
import { ITEM_KINDS } from '../../domain/agenda';
import { QUESTIONS } from '../../domain/decision';
import { type MeetingId } from '../../domain/ids';
import { type Minutes, PRESENCES } from '../../domain/minutes';
import { type Addendum } from '../../domain/minutes-steps';
import * as ids from '../../ids';
import { type Document } from '../database/steps';
import { Outcome } from './item-document';
import { meetingPartition, SCHEMA, Stored } from './stored';

export const MINUTES_ID = 'minutes';
export const ADDENDUM = 'addendum';

const Item = z.strictObject({
  caseId: ids.CaseId,
  code: ids.CaseCode,
  number: z.number(),
  kind: z.enum(ITEM_KINDS),
  late: z.literal(true).exactOptional(),
  takenOff: z.literal(true).exactOptional(),
  decision: z
    .strictObject({
      id: ids.DecisionId,
      question: z.enum(QUESTIONS),
      outcome: Outcome,
      dissent: z.string().exactOptional(),
    })
    .exactOptional(),
  answered: z.array(z.string()),
  disqualified: z.array(z.string()),
  tasks: z.array(z.strictObject({ title: z.enum(ACTION_TITLES), agency: z.string(), due: ids.LocalDate })),
});
const MinutesSchema: z.ZodType<Minutes> = z.strictObject({
  meetingId: ids.MeetingId,
  on: ids.LocalDate,
  startedAt: ids.Instant,
  endedAt: ids.Instant.exactOptional(),
  place: z.string(),
  chair: z.string(),
  confidentialityReadBy: z.string(),
  seats: z.array(z.strictObject({ name: z.string(), presence: z.enum(PRESENCES) })),
  items: z.array(Item),
});
const MinutesDocument = z.object({ ...Stored, type: z.literal('minutes'), minutes: MinutesSchema });
const AddendumDocument = z.object({
  ...Stored,
  type: z.literal(ADDENDUM),
  number: z.number(),
  addendum: z.strictObject({ text: z.string(), by: ids.PersonId, name: z.string(), at: ids.Instant }),
});

export const minutesDocument = (minutes: Minutes): Document => ({
  id: MINUTES_ID,
  pk: meetingPartition(minutes.meetingId),
  schema: SCHEMA,
  type: 'minutes',
  minutes,
});
export const toMinutes = (document: unknown): Minutes => MinutesDocument.parse(document).minutes;

/** One document each, so that none is written again when another comes. */
export const addendumDocument = (id: MeetingId, number: number, addendum: Addendum): Document => ({
  id: `${ADDENDUM}:${number.toString()}`,
  pk: meetingPartition(id),
  schema: SCHEMA,
  type: ADDENDUM,
  number,
  addendum,
});
export const toAddenda = (documents: readonly unknown[]): readonly Addendum[] =>
  documents
    .map(document => AddendumDocument.parse(document))
    .sort((one, other) => one.number - other.number)
    .map(({ addendum }) => addendum);
