import { EMPTY_CHAIN } from '../../../src/audit/event';
import { briefOf, type OpenAction } from '../../../src/domain/action';
import { type Case, type CaseState } from '../../../src/domain/case';
import { type Document } from '../../../src/storage/database/steps';
import { actionDocument } from '../../../src/storage/documents/action-document';
import { caseDocument } from '../../../src/storage/documents/case-document';
import { aCase, anAction } from '../../builders/cases';
import { actionId, agencyId, caseId, day, instant, personId } from '../../builders/ids';
import { codeOf } from './documents';

/** As many cases as wait in each state, whatever lies behind them: the programme is for a very small group. */
const WAITING: readonly (readonly [state: CaseState, many: number])[] = [
  ['submitted', 6],
  ['needs-info', 4],
  ['ready-for-review', 8],
  ['deferred', 4],
  ['awaiting-consent', 4],
  ['mapping', 6],
  ['active', 12],
];
const OWNER = personId('ansvarlig');
const FROM = agencyId('etat-sosiale-tjenester');
const SINCE = instant('2026-11-16T09:00');
/** Codes that no past case has. */
const APART = 1_000_000;

const openCase = (n: number, state: CaseState, actions: readonly OpenAction[] = []): Document => {
  const kase: Case = aCase({
    ...{ id: caseId(`open ${String(n)}`), code: codeOf(APART + n), state, origin: FROM },
    ...{ author: personId('innmelder-mo'), submittedAt: SINCE, since: SINCE, informedAt: SINCE },
    ...{ presented: true, actions: actions.map(briefOf) },
  });
  return caseDocument({ kase, sealed: [], head: EMPTY_CHAIN, clockAt: undefined });
};

const task = (n: number): OpenAction =>
  anAction({
    ...{ id: actionId(`open ${String(n)}`), caseId: caseId(`open ${String(n)}`), code: codeOf(APART + n) },
    ...{ owner: OWNER, agency: FROM, due: day('2026-12-04'), createdAt: SINCE },
  });

const isAtWork = (state: CaseState): boolean => state === 'mapping' || state === 'active';

/** What is under way: cases in every state, and a task of one person in each that takes part. */
export const openWork = (): readonly Document[] =>
  WAITING.flatMap(([state, many]) => Array.from({ length: many }, () => state)).flatMap((state, n) => {
    if (!isAtWork(state)) return [openCase(n, state)];
    const action = task(n);
    const nothing = { detail: undefined, tried: undefined, remindAt: undefined };
    return [openCase(n, state, [action]), actionDocument({ action, ...nothing })];
  });

/** Candidates for the next meeting's agenda. */
export const onAgenda = (many: number): readonly Document[] =>
  Array.from({ length: many }, (_, n) => openCase(n, 'ready-for-review'));
