import { giveConsent } from '../domain/consent-steps';
import { type Refusal } from '../domain/refusal';
import { type Result } from '../result';
import { type ConsentAnswer, type ConsentAsked, keepConsent } from './keep-consent';
import { type World } from './world';

/** A consent is saved only when the person understands it; before the decision it opens nothing yet. */
export const recordConsent =
  (world: World) =>
  (asked: ConsentAsked): Promise<Result<ConsentAnswer, Refusal>> =>
    keepConsent(world, asked, { ask: 'record-consent', next: giveConsent });
