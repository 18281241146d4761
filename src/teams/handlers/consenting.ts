import { type Deps } from '../deps';
import { onAdjustConsent, onSaveConsent, onStartConsent, onStartRenewal } from '../verbs/consent';
import { onAskAgain, onOpenConsent, onRefuseConsent } from '../verbs/consent-answer';
import { onNarrowConsent, onStartNarrowing } from '../verbs/narrow-consent';
import { onWithdrawConsent } from '../verbs/withdrawal';

/** The verbs of a consent, from the question to the day it is taken back. */
export const consenting = (deps: Deps) => ({
  'open-consent': onOpenConsent(deps),
  'start-consent': onStartConsent(deps),
  'adjust-consent': onAdjustConsent(deps, 'record'),
  'record-consent': onSaveConsent(deps, 'record'),
  'refuse-consent': onRefuseConsent(deps),
  'ask-again': onAskAgain(deps),
  'start-renewal': onStartRenewal(deps),
  'adjust-renewal': onAdjustConsent(deps, 'renew'),
  'renew-consent': onSaveConsent(deps, 'renew'),
  'start-narrowing': onStartNarrowing(deps),
  'narrow-consent': onNarrowConsent(deps),
  'withdraw-consent': onWithdrawConsent(deps),
});
