import { type Outcome } from '../domain/decision';
import { type MinutedItem } from '../domain/minutes';
import { type Words } from '../i18n/words';

export const outcomeInWords = (t: Words, { decision, takenOff }: MinutedItem): string => {
  if (decision !== undefined) return t.decision.outcomes[decision.outcome.kind];
  return takenOff === true ? t.minutes.takenOff : t.minutes.none;
};

/** From the list; undefined where the outcome needs none. */
export const reasonInWords = (t: Words, outcome: Outcome): string | undefined => {
  switch (outcome.kind) {
    case 'taken-in':
    case 'recommended':
    case 'not-recommended':
      return undefined;
    case 'declined':
      return t.decision.declineReasons[outcome.reason];
    case 'deferred':
      return t.decision.deferReasons[outcome.reason];
  }
};
