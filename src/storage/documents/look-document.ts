import { z } from 'zod';
import { type AuditEvent } from '../../audit/event';
import { isLook, type Look } from '../../domain/look';
import * as ids from '../../ids';
import { Holding, personPartition } from './stored';

/** On looks and refusals only, which chain with the person: unique, and in the order of time. */
export const lookedAt = (event: AuditEvent): string | undefined => {
  const { by, partition, at, commandId } = event;
  const isTheirs = by.person !== 'system' && partition === personPartition(by.person);
  return isTheirs && isLook(event) ? `${at}/${commandId}` : undefined;
};

const LookDocument = z.object({
  type: z.literal('audit'),
  lookedAt: z.string(),
  event: z.object({
    at: ids.Instant,
    by: z.object({ person: ids.PersonId, agency: ids.AgencyId.exactOptional() }),
    operation: z.string(),
    subject: z.string(),
    caseId: ids.CaseId.exactOptional(),
    disclosed: z.array(Holding),
    allowed: z.boolean(),
    rule: z.string(),
  }),
});

export const toLook = (document: unknown): Look => {
  const { lookedAt: place, event } = LookDocument.parse(document);
  const { by, ...rest } = event;
  return { ...rest, ...by, place };
};
