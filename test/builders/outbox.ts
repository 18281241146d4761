import { type Fact } from '../../src/audit/event';
import { type OutboxEntry } from '../../src/domain/outbox';
import { type Reference } from '../../src/use-cases/ports/people';
import { caseCode, caseId, commandId, NOON, outboxId, personId } from './ids';
import { TENANT } from './people';

/** A notice to the coordinator about a new referral, due at noon. */
export const anEntry = (over: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: outboxId(),
  errand: {
    kind: 'notice',
    to: personId('koordinator'),
    caseId: caseId(),
    code: caseCode(),
    notice: { kind: 'new-referral' },
  },
  at: NOON,
  ...over,
});

export const aFact = (over: Partial<Fact> = {}): Fact => ({
  commandId: commandId(),
  at: NOON,
  by: { person: personId('innmelder'), roles: ['referrer'] },
  operation: 'submit-referral',
  subject: caseId(),
  caseId: caseId(),
  disclosed: [],
  allowed: true,
  rule: 'submit-referral/author',
  policy: 'of the test',
  ...over,
});

export const aReference = (over: Partial<Reference> = {}): Reference => ({
  conversationId: 'a:conversation',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  tenantId: TENANT,
  botId: '28:bot',
  userId: '29:user',
  ...over,
});
