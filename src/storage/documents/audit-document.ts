import { type AuditEvent } from '../../audit/event';
import { type CommandId } from '../../domain/ids';
import { type Within } from '../../use-cases/ports/common';
import { type Shelf } from '../database/shelf';
import { type Document, type Step } from '../database/steps';
import { SCHEMA } from './stored';

const auditId = (command: CommandId): string => `audit:${command}`;

/** `caseId` stands beside the event, so that a case's access log is a query. */
const auditDocument = (pk: string, event: AuditEvent): Document => ({
  id: auditId(event.commandId),
  pk,
  schema: SCHEMA,
  type: 'audit',
  caseId: event.caseId,
  event,
});

/** Comes first in its batch: that it is there already must be known before anything else is refused. */
export const auditStep = (pk: string, event: AuditEvent): Step => ({
  do: 'create',
  document: auditDocument(pk, event),
  ifThere: 'already-done',
});

/** Whether this command's event lies in the partition: it was saved there before. */
export const isRecorded = async (
  shelf: Shelf,
  { pk, command }: { readonly pk: string; readonly command: CommandId },
  within: Within,
): Promise<boolean> => (await shelf.read({ id: auditId(command), pk }, within)).value !== undefined;
