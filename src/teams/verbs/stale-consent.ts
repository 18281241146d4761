import { type Carried } from '../../cards/button';
import { refusalCard } from '../../cards/refusals';
import { staleCard } from '../../cards/stale';
import { type Card } from '../../cards/template';
import { type CaseId } from '../../domain/ids';
import { type Refusal } from '../../domain/refusal';
import { type Deps } from '../deps';
import { type Turn } from '../handler';
import { refusedOr } from '../refused';

type Refused = {
  readonly caseId: CaseId;
  readonly refusal: Refusal;
  /** The way back to what was being done, with all that was typed. */
  readonly again: { readonly verb: string } & Carried;
};

/** A consent somebody else changed meanwhile: the case as it stands now, and the way back. Any other no as it is. */
export const refusedConsent = async (
  { does }: Deps,
  { asked, d }: Turn,
  { caseId, refusal, again }: Refused,
): Promise<Card> =>
  refusal.kind === 'changed-meanwhile'
    ? refusedOr(d, await does.openConsent({ ...asked, caseId }), ({ kase }) =>
        staleCard(d, kase, { ...again, title: d.t.kase.consent, caseId }),
      )
    : refusalCard(d, refusal, caseId);
