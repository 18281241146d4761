import { refusalCard, unknownPersonCard } from '../cards/refusals';
import { type Card } from '../cards/template';
import { NOT_AVAILABLE } from '../domain/refusal';
import { type Deps } from './deps';
import { wordsAt } from './known';
import { nonce } from './wire/command-id';
import { type Unread } from './wire/press';

type Needs = Pick<Deps, 'wordsFor' | 'whomToAsk'>;

/**
 * What somebody is told when what they sent could not be read. Only where Teams did not say who it was are they told that
 * they are unknown; others may be known, and asked for something that is not there.
 */
export const unreadCard = (deps: Needs, { kind }: Unread, locale: string | undefined): Card => {
  const t = wordsAt(deps, locale);
  return kind === 'unknown-sender'
    ? unknownPersonCard(t, deps.whomToAsk)
    : refusalCard({ t, nonce: nonce() }, NOT_AVAILABLE);
};
