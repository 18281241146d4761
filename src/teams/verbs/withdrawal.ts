import { consentWithdrawn } from '../../cards/consent-withdrawn';
import { type Deps } from '../deps';
import { changes, type Handler } from '../handler';
import { refusedOr } from '../refused';
import { OfCase } from '../submissions';

export const onWithdrawConsent = ({ does }: Deps): Handler =>
  changes(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.withdrawConsent({ ...asked, caseId }), kase => consentWithdrawn(d, { kase })),
  );
