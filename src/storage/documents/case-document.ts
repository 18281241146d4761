import { z } from 'zod';
import { type ChainHead } from '../../audit/event';
import { isUnfinished } from '../../domain/archive';
import { type Case } from '../../domain/case';
import { type Instant } from '../../domain/time';
import { type CaseFile, type SealedPiece } from '../../use-cases/ports/cases';
import { type Document } from '../database/steps';
import { CaseSchema } from './case-schema';
import { markOf } from './mark';
import { casePartition, Head, SCHEMA, Sealed, Stored } from './stored';

export const CASE_ID = 'case';

const CaseDocument = z.object({
  ...Stored,
  type: z.literal('case'),
  kase: CaseSchema,
  sealed: z.array(Sealed),
  head: Head,
});

type Writing = {
  readonly kase: Case;
  readonly sealed: readonly SealedPiece[];
  readonly head: ChainHead;
  readonly clockAt: Instant | undefined;
};

/**
 * `clockAt` is there only while the case's clock runs, and `unfinished` only until there is nothing more to do: a poll
 * costs what is due, and an inbox what may wait, however many cases there have been.
 */
export const caseDocument = ({ kase, sealed, head, clockAt }: Writing): Document => ({
  id: CASE_ID,
  pk: casePartition(kase.id),
  schema: SCHEMA,
  type: 'case',
  state: kase.state,
  author: kase.author,
  clockAt,
  unfinished: isUnfinished(kase) ? 1 : undefined,
  kase,
  sealed,
  head,
});

export const toCaseFile = (document: unknown): CaseFile => {
  const { kase, sealed, head } = CaseDocument.parse(document);
  return { kase, sealed, head, version: markOf(document) };
};

export const toCase = (document: unknown): Case => CaseDocument.parse(document).kase;
