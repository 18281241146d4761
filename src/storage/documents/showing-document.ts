import { z } from 'zod';
import { type Showing } from '../../domain/showing';
import * as ids from '../../ids';
import { Holding, Posted } from './stored';

const ShownDocument = z.object({
  type: z.literal('audit'),
  lookedAt: z.string().exactOptional(),
  event: z.object({
    at: ids.Instant,
    by: z.object({ person: z.string() }),
    operation: z.string(),
    caseId: ids.CaseId.exactOptional(),
    consent: z.number().exactOptional(),
    allowed: z.boolean(),
    where: Posted.exactOptional(),
    disclosed: z.array(Holding),
  }),
});

/** None where nothing was answered through a message, or nobody pressed. Of a refusal only that it stands there. */
export const toShowings = (document: unknown): readonly Showing[] => {
  const { lookedAt, event } = ShownDocument.parse(document);
  const { at, by, operation, caseId, consent, allowed, disclosed, where: through } = event;
  const person = ids.PersonId.safeParse(by.person).data;
  if (through === undefined || person === undefined) return [];
  const kind = lookedAt === undefined ? ('change' as const) : ('look' as const);
  const shown = { person, at, through, operation, disclosed, kind };
  return [
    {
      ...shown,
      ...(allowed && caseId !== undefined ? { caseId } : {}),
      ...(consent === undefined ? {} : { consent }),
    },
  ];
};
