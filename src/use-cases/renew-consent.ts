import { renewConsent as renewed } from '../domain/consent-steps';
import { type Refusal } from '../domain/refusal';
import { type Result } from '../result';
import { type ConsentAnswer, type ConsentAsked, keepConsent } from './keep-consent';
import { type World } from './world';

/** The person says it again, and understands it again: a consent of its own, which follows the one before. */
export const renewConsent =
  (world: World) =>
  (asked: ConsentAsked): Promise<Result<ConsentAnswer, Refusal>> =>
    keepConsent(world, asked, { ask: 'renew-consent', next: renewed });
