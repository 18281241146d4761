import { EMPTY_CHAIN } from '../../src/audit/event';
import { briefOf } from '../../src/domain/action';
import { type Case } from '../../src/domain/case';
import { type Errand, type OutboxEntry } from '../../src/domain/outbox';
import { type Person } from '../../src/domain/people';
import { actionDocument } from '../../src/storage/documents/action-document';
import { caseDocument } from '../../src/storage/documents/case-document';
import { channelDocument } from '../../src/storage/documents/channel-document';
import { meetingDocument } from '../../src/storage/documents/meeting-document';
import { pendingDocument } from '../../src/storage/documents/outbox-document';
import { personDocument } from '../../src/storage/documents/person-document';
import { aCase, anAction } from '../builders/cases';
import { caseCode, caseId, day, instant, meetingId, outboxId, personId } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { aReference } from '../builders/outbox';
import { aCoordinator, aMember, aPerson } from '../builders/people';
import { containerOf, type Contents } from './database';

/** Friday 4 December 2026, 08:30 in Bergen: digests go out. */
export const MORNING = instant('2026-12-04T07:30');

export const UNHEARD_OF = personId('koordinator-uten-app');
const OWNER = personId('ansvarlig');

/** What a run may hold. */
export const PARTS = ['withdrawable', 'unheard-of', 'digest', 'agenda'] as const;
export type Part = (typeof PARTS)[number];

export const SIGNED = caseId('signed');
export const WITHDRAWN = caseId('withdrawn');
export const LAID = caseId('laid');

const MEETING = `meeting:${meetingId()}`;

type Notice = Extract<Errand, { readonly kind: 'notice' }>;
export const aNewReferral = (of: Case['id'], to = personId('koordinator')): Notice => ({
  kind: 'notice',
  to,
  caseId: of,
  code: caseCode(),
  notice: { kind: 'new-referral' },
});

const entry = (name: string, errand: Errand): OutboxEntry => ({ id: outboxId(name), errand, at: MORNING });

const ENTRIES: Readonly<Record<Part | 'always', readonly OutboxEntry[]>> = {
  always: [entry('new-referral', aNewReferral(SIGNED))],
  withdrawable: [entry('withdrawn', aNewReferral(WITHDRAWN))],
  'unheard-of': [entry('unheard-of', aNewReferral(SIGNED, UNHEARD_OF))],
  digest: [],
  agenda: [
    entry('agenda', { kind: 'post-agenda', meetingId: meetingId() }),
    entry('lay', {
      ...{ kind: 'put-on-agenda', meetingId: meetingId(), caseId: LAID },
      ...{ number: 1, item: 'new-candidate' },
    }),
  ],
};

/** The documents a run begins with, as they lie in `work` and in `ops`. */
export const estateOf = (parts: readonly Part[]): { readonly work: Contents; readonly ops: Contents } => {
  const [work, ops]: readonly [Contents, Contents] = [new Map(), new Map()];
  const rules = { now: () => Date.parse(MORNING), ifMatch: true };
  const { create } = containerOf(work, rules);
  const putCase = (kase: Case) =>
    create(caseDocument({ kase, sealed: [], head: EMPTY_CHAIN, clockAt: undefined }));
  const join = (person: Person, hasChat = true): unknown => {
    const reference = aReference({ conversationId: `chat ${person.id}` });
    return create(personDocument({ person, head: EMPTY_CHAIN, ...(hasChat && { reference }) }));
  };
  join(aCoordinator());
  join(aCoordinator({ id: UNHEARD_OF, identities: [] }), false);
  join(aMember());
  join(aPerson({ id: OWNER, name: 'Ansvarlig', roles: [] }));
  [SIGNED, WITHDRAWN].forEach(id => putCase(aCase({ id })));
  if (parts.includes('agenda')) {
    putCase(aCase({ id: LAID, state: 'ready-for-review' }));
    create(meetingDocument(aMeeting({ publishedAt: MORNING, agenda: [LAID] }), EMPTY_CHAIN));
  }
  if (parts.includes('digest')) {
    const task = anAction({ caseId: caseId('mapping'), due: day('2026-12-08'), owner: OWNER });
    putCase(aCase({ id: task.caseId, state: 'mapping', actions: [briefOf(task)] }));
    create(actionDocument({ action: task, detail: undefined, tried: undefined, remindAt: MORNING }));
  }
  [...ENTRIES.always, ...parts.flatMap(part => ENTRIES[part])].forEach(one =>
    create(pendingDocument(one.errand.kind === 'post-agenda' ? MEETING : `case:${SIGNED}`, one)),
  );
  const reference = aReference({ conversationId: 'channel' });
  containerOf(ops, rules).create(channelDocument({ reference, releasing: false }));
  return { work, ops };
};
