import { z } from 'zod';
import { consentAnswer, consentRefused } from '../../cards/consent';
import { consentGiven } from '../../cards/consent-given';
import { consentWithdrawn } from '../../cards/consent-withdrawn';
import { doneCard } from '../../cards/done';
import { type Drawing } from '../../cards/drawing';
import { noLongerAvailableCard } from '../../cards/refusals';
import { type Card } from '../../cards/template';
import { hasConsent } from '../../domain/consent-status';
import { LocalDate } from '../../ids';
import { mayReadEnd } from '../../policy/visible-process';
import { type OpenedConsent } from '../../use-cases/open-consent';
import { type Deps } from '../deps';
import { changes, type Handler, reads } from '../handler';
import { refusedOr } from '../refused';
import { OfCase } from '../submissions';
import { refusedConsent } from './stale-consent';

/** The answer as it stands: none yet, a no, a yes with what it opens, or taken back. */
export const consentView = (d: Drawing, { kase, terms }: OpenedConsent): Card => {
  if (kase.state === 'withdrawn') return consentWithdrawn(d, { kase });
  if (kase.state === 'consent-refused') return consentRefused(d, { kase });
  return hasConsent(kase)
    ? consentGiven(d, { kase, ...(terms === undefined ? {} : { terms }) })
    : consentAnswer(d, { kase });
};

export const onOpenConsent = ({ does }: Deps): Handler =>
  reads(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.openConsent({ ...asked, caseId }), opened =>
      mayReadEnd(d.reader, opened.kase)
        ? consentView(d, opened)
        : noLongerAvailableCard(d.t, opened.kase.code),
    ),
  );

export const onRefuseConsent = (deps: Deps): Handler =>
  changes(
    OfCase.extend({ 'ask-again': LocalDate, version: z.string().max(64).default('') }),
    async (turn, { caseId, 'ask-again': askAgainAfter, version: seen }) => {
      const { asked, d } = turn;
      const refused = await deps.does.refuseConsent({ ...asked, caseId, askAgainAfter, seen });
      return refused.ok
        ? consentView(d, { kase: refused.value })
        : refusedConsent(deps, turn, { caseId, refusal: refused.error, again: { verb: 'open-consent' } });
    },
  );

export const onAskAgain = ({ does }: Deps): Handler =>
  changes(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.askAgain({ ...asked, caseId }), kase =>
      doneCard(d, { kase, what: 'asked-again' }),
    ),
  );
