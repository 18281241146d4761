import { type AuditEvent, chained, type ChainHead, type Digest, type Fact, headOf } from '../../audit/event';
import { type CommandId } from '../../domain/ids';
import { type Within } from '../../use-cases/ports/common';
import { type Shelf } from '../database/shelf';
import { type Document, type Step } from '../database/steps';
import { lookedAt } from './look-document';
import { SCHEMA } from './stored';
import { writtenIn } from './written';

const auditId = (command: CommandId): string => `audit:${command}`;

/** What stands beside the event is what it is found by: a case's access log, and a person's own looks in time. */
const besideEvent = (event: AuditEvent) => ({
  caseId: event.caseId,
  lookedAt: lookedAt(event),
});

/** An event as it is stored. */
export const auditDocument = (pk: string, event: AuditEvent): Document => ({
  id: auditId(event.commandId),
  pk,
  schema: SCHEMA,
  type: 'audit',
  ...besideEvent(event),
  event,
});

type Recording = {
  readonly pk: string;
  readonly fact: Fact;
  readonly head: ChainHead;
  readonly digest: Digest;
};

/**
 * A batch whose first step is its event: that it is there already must be known before anything else is refused.
 * `write` gives the other steps, for the chain's new end; the event names each document that they change.
 */
export const recorded = (
  { pk, fact, head, digest }: Recording,
  write: (head: ChainHead) => readonly Step[],
): readonly Step[] => {
  const documents = writtenIn(write(head), digest);
  const entry = { ...fact, partition: pk, ...(documents.length === 0 ? {} : { documents }) };
  const event = chained(entry, head, digest);
  const first: Step = { do: 'create', document: auditDocument(pk, event), ifThere: 'already-done' };
  return [first, ...write(headOf(event))];
};

/** Whether this command's event lies in the partition: it was saved there before. */
export const isRecorded = async (
  shelf: Shelf,
  { pk, command }: { readonly pk: string; readonly command: CommandId },
  within: Within,
): Promise<boolean> => (await shelf.read({ id: auditId(command), pk }, within)).value !== undefined;
