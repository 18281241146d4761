import { EMPTY_CHAIN } from '../../../src/audit/event';
import { type Document } from '../../../src/storage/database/steps';
import { caseDocument } from '../../../src/storage/documents/case-document';
import { pendingDocument } from '../../../src/storage/documents/outbox-document';
import { personDocument } from '../../../src/storage/documents/person-document';
import { aCase } from '../../builders/cases';
import { caseId, instant, outboxId, personId } from '../../builders/ids';
import { aReference } from '../../builders/outbox';
import { aCoordinator } from '../../builders/people';
import { codeOf } from '../seed/documents';

const CASES = 200;
const PEOPLE = 50;
export const ENTRIES = CASES * PEOPLE;
const AT = instant('2026-01-05T08:00');

const reader = (n: number) => personId(`koordinator-${String(n)}`);

const person = (n: number, serviceUrl: string): Document =>
  personDocument({
    person: aCoordinator({
      id: reader(n),
      identities: [{ tenantId: 'tenant', objectId: `object-${String(n)}` }],
    }),
    head: EMPTY_CHAIN,
    reference: aReference({ conversationId: `a:koordinator-${String(n)}`, serviceUrl }),
  });

const numbers = (many: number): readonly number[] => Array.from({ length: many }, (_, n) => n);

/** Every person is to be told of every case: ten thousand notices, all due. */
export const backlog = (serviceUrl: string): readonly Document[] => {
  const people = numbers(PEOPLE);
  const work = numbers(CASES).flatMap(n => {
    const [id, code] = [caseId(`backlog ${String(n)}`), codeOf(n)];
    const kase = aCase({ id, code, submittedAt: AT, since: AT, informedAt: AT });
    const told = people.map(to =>
      pendingDocument(`case:${id}`, {
        id: outboxId(`${id} ${String(to)}`),
        at: AT,
        errand: { kind: 'notice', to: reader(to), caseId: id, code, notice: { kind: 'new-referral' } },
      }),
    );
    return [caseDocument({ kase, sealed: [], head: EMPTY_CHAIN, clockAt: undefined }), ...told];
  });
  return [...people.map(n => person(n, serviceUrl)), ...work];
};
