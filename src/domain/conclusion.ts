import { err, ok, type Result } from '../result';
import { type Case } from './case';
import { type EndReason } from './reasons';
import { ended } from './case-facts';
import { type Refusal, WRONG_STATE } from './refusal';
import { isLive } from './sharing';
import { type Instant } from './time';

const CONCLUDABLE: readonly Case['state'][] = ['awaiting-consent', 'mapping', 'active', 'consent-expired'];

/** Nothing is shared after it, what was shared in danger neither. A case that is concluded is not opened again. */
export const conclude = (kase: Case, reason: EndReason, at: Instant): Result<Case, Refusal> =>
  CONCLUDABLE.includes(kase.state)
    ? ok({
        ...ended(kase, at),
        sharings: kase.sharings.map(sharing => (isLive(sharing, at) ? { ...sharing, endedAt: at } : sharing)),
        state: 'concluded',
        reason,
      })
    : err(WRONG_STATE);
