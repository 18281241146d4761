import { z } from 'zod';
import { type Action, isPending } from '../../domain/action';
import {
  CANCEL_TASK_REASONS,
  GAPS,
  MUTE_REASONS,
  NEW_DATE_REASONS,
  OUTCOMES,
  REASSIGN_REASONS,
} from '../../domain/action-choices';
import { ACTION_TITLES } from '../../domain/action-brief';
import { GROUPS } from '../../domain/groups';
import { type Service, SERVICES } from '../../domain/referral';
import { type ActionId } from '../../domain/ids';
import { type Instant } from '../../domain/time';
import * as ids from '../../ids';
import { type ActionFile, type SealedPiece } from '../../use-cases/ports/cases';
import { type Document } from '../database/steps';
import { markOf } from './mark';
import { casePartition, SCHEMA, Sealed, Stored } from './stored';

export const actionDocumentId = (id: ActionId): string => `action:${id}`;
/** Where what was tried counts as lying, so that it cannot be put in the place of the detail. */
export const triedId = (id: ActionId): string => `action:${id}:tried`;

const Facts = z.strictObject({
  id: ids.ActionId,
  caseId: ids.CaseId,
  code: ids.CaseCode,
  title: z.enum(ACTION_TITLES),
  owner: ids.PersonId,
  agency: ids.AgencyId,
  standIn: ids.PersonId.exactOptional(),
  due: ids.LocalDate,
  detailIn: z.enum(GROUPS).exactOptional(),
  meetingId: ids.MeetingId.exactOptional(),
  recommendedBy: ids.DecisionId.exactOptional(),
  createdBy: ids.PersonId,
  proposed: ids.PersonId.exactOptional(),
  proposedBy: ids.PersonId.exactOptional(),
  mutes: z
    .array(z.strictObject({ by: ids.PersonId, until: ids.LocalDate, reason: z.enum(MUTE_REASONS) }))
    .exactOptional(),
  createdAt: ids.Instant,
  asked: z
    .strictObject({ due: ids.LocalDate, reason: z.enum(NEW_DATE_REASONS), at: ids.Instant })
    .exactOptional(),
  reassigned: z.enum(REASSIGN_REASONS).exactOptional(),
});
const ActionSchema = z.discriminatedUnion('state', [
  Facts.extend({ state: z.literal('open') }),
  Facts.extend({ state: z.literal('blocked'), gap: z.enum(GAPS) }),
  Facts.extend({ state: z.literal('done'), outcome: z.enum(OUTCOMES), doneAt: ids.Instant }),
  Facts.extend({ state: z.literal('cancelled'), reason: z.enum(CANCEL_TASK_REASONS).exactOptional() }),
]);
const ActionDocument = z.object({
  ...Stored,
  type: z.literal('action'),
  action: ActionSchema,
  detail: Sealed.exactOptional(),
  tried: Sealed.exactOptional(),
  remindAt: ids.Instant.exactOptional(),
});

type Writing = {
  readonly action: Action;
  readonly detail: SealedPiece | undefined;
  readonly tried: SealedPiece | undefined;
  readonly remindAt: Instant | undefined;
};

/** Whose it is, and the date asked for, are indexed only while the task is pending. */
const whilePending = (action: Action): Readonly<Record<string, unknown>> =>
  isPending(action) ? { owner: action.owner, standIn: action.standIn, askedAt: action.asked?.at } : {};

export const actionDocument = ({ action, detail, tried, remindAt }: Writing): Document => ({
  id: actionDocumentId(action.id),
  pk: casePartition(action.caseId),
  schema: SCHEMA,
  type: 'action',
  ...whilePending(action),
  remindAt,
  action,
  detail,
  tried,
});

export const toActionFile = (document: unknown): ActionFile => {
  const { action, detail, tried, remindAt } = ActionDocument.parse(document);
  return {
    action,
    version: markOf(document),
    ...(detail === undefined ? {} : { detail }),
    ...(tried === undefined ? {} : { tried }),
    ...(remindAt === undefined ? {} : { remindAt }),
  };
};
export const toService = (text: string): Service => z.enum(SERVICES).parse(text);
export const toAction = (document: unknown): Action => ActionDocument.parse(document).action;
