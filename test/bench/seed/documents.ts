import { EMPTY_CHAIN } from '../../../src/audit/event';
import { codeFrom } from '../../../src/domain/code';
import { derive } from '../../../src/derive';
import { type PersonId } from '../../../src/domain/ids';
import { type Instant, plusMs } from '../../../src/domain/time';
import { codeKey } from '../../../src/storage/cosmos-pointers';
import { caseDocument } from '../../../src/storage/documents/case-document';
import { actionDocument } from '../../../src/storage/documents/action-document';
import { pointerDocument } from '../../../src/storage/documents/pointer-document';
import { type Document } from '../../../src/storage/database/steps';
import { aCase, anAction } from '../../builders/cases';
import { actionId, agencyId, caseId, day, instant, personId } from '../../builders/ids';

/** A year and more of referrals that have run their course: archived, and erased. */
const LONG_AGO = instant('2025-03-03T08:00');
const OVER = instant('2026-01-05T08:00');
/** Nobody of the local world. */
const ELSEWHERE = 400;

/** When those are due that the poll shall find. */
export const DUE = instant('2026-11-23T06:00');
const LATER = instant('2027-01-04T07:00');
/** How many reminders are due, however many there are. */
export const MANY_DUE = 100;

export const codeOf = (n: number): ReturnType<typeof codeFrom> =>
  codeFrom(derive('bench', 'code', String(n)));
const MINUTE_MS = 60_000;
const after = (at: Instant, n: number): Instant => plusMs(at, n * MINUTE_MS);

/** A case that is over, as it is kept for the figures. */
export const pastCase = (n: number): Document => {
  const by = personId('koordinator');
  const kase = aCase({
    ...{ id: caseId(`past ${String(n)}`), code: codeOf(n), state: 'concluded', reason: 'ordinary' },
    ...{ author: personId(`innmelder-${String(n % ELSEWHERE)}`), submittedAt: after(LONG_AGO, n) },
    ...{ since: OVER, exportedAt: OVER, archived: { ref: '2026/1', at: OVER, by }, presented: true },
    ...{ erasedOn: day('2026-02-05'), past: [{ state: 'active', since: LONG_AGO }] },
  });
  return caseDocument({ kase, sealed: [], head: EMPTY_CHAIN, clockAt: undefined });
};

/** The way from its code to it. */
export const pastPointer = (n: number): Document =>
  pointerDocument(codeKey(codeOf(n)), caseId(`past ${String(n)}`));

/** A task of somebody else; the first hundred ring now. */
export const openTask = (n: number): Document => {
  const id = caseId(`past ${String(n)}`);
  const owner: PersonId = personId(`ansvarlig-${String(n % ELSEWHERE)}`);
  const action = anAction({
    ...{ id: actionId(`task ${String(n)}`), caseId: id, code: codeOf(n), owner },
    ...{ agency: agencyId('kronstad-dps'), due: day('2027-01-08') },
  });
  const remindAt = n < MANY_DUE ? DUE : after(LATER, n);
  return actionDocument({ action, detail: undefined, tried: undefined, remindAt });
};
