import { consentNarrowing } from '../../cards/consent-matrix';
import { refusalCard } from '../../cards/refusals';
import { type Card } from '../../cards/template';
import { type ConsentProblem } from '../../domain/consent-form';
import { narrowingMatrix, type Ticks } from '../../domain/consent-matrix';
import { hasConsent } from '../../domain/consent-status';
import { type CaseId } from '../../domain/ids';
import { WRONG_STATE } from '../../domain/refusal';
import { type Deps } from '../deps';
import { changes, type Handler, reads, type Turn } from '../handler';
import { refusedOr } from '../refused';
import { consentView } from './consent-answer';
import { refusedConsent } from './stale-consent';
import { ConsentInputs, pageIn, seenIn, textOf, ticksIn } from './consent-inputs';

type Narrowing = {
  readonly caseId: CaseId;
  readonly ticks?: Ticks;
  readonly until?: string;
  readonly page?: number;
  readonly seen?: string;
  readonly problems?: readonly ConsentProblem[];
};

const form = async ({ does }: Deps, { asked, d }: Turn, { caseId, ...typed }: Narrowing): Promise<Card> =>
  refusedOr(d, await does.startNarrowing({ ...asked, caseId }), ({ kase }) =>
    hasConsent(kase)
      ? consentNarrowing(d, { kase, matrix: narrowingMatrix(kase, kase.consent), ...typed })
      : refusalCard(d, WRONG_STATE, caseId),
  );

/** From one page to another what was ticked and typed goes along, and the mark it was drawn over first. */
const typedIn = (data: Parameters<typeof ticksIn>[0]) => ({
  ticks: ticksIn(data),
  until: textOf(data, 'until') ?? '',
  ...pageIn(data),
});

export const onStartNarrowing = (deps: Deps): Handler =>
  reads(ConsentInputs, (turn, data) => {
    const { caseId } = data;
    const isTurned = pageIn(data).page !== undefined;
    return form(deps, turn, { caseId, ...(isTurned ? { ...typedIn(data), ...seenIn(data) } : {}) });
  });

export const onNarrowConsent = (deps: Deps): Handler =>
  changes(ConsentInputs, async (turn, data) => {
    const { page, ...said } = typedIn(data);
    const typed = { caseId: data.caseId, ...said };
    const seen = textOf(data, 'version') ?? '';
    const narrowed = await deps.does.narrowConsent({ ...turn.asked, ...typed, seen });
    if (!narrowed.ok)
      return refusedConsent(deps, turn, {
        caseId: data.caseId,
        refusal: narrowed.error,
        again: { verb: 'start-narrowing' },
      });
    return 'problems' in narrowed.value
      ? form(deps, turn, { ...typed, ...(page && { page }), problems: narrowed.value.problems })
      : consentView(turn.d, narrowed.value);
  });
