import { type AgendaItem } from '../domain/agenda';
import { type Case } from '../domain/case';
import { CHANGED_MEANWHILE, type Refusal } from '../domain/refusal';
import { err, ok, type Result } from '../result';
import { type World } from './world';

/** What a decision rests on: anything else may change while whoever decides is writing. */
type Read = {
  readonly kase: Pick<Case, 'state' | 'since' | 'urgent' | 'recognisable' | 'consents' | 'disqualified'>;
  readonly item: Pick<AgendaItem, 'decision'>;
};
type Deriving = Pick<World, 'derive'>;

/**
 * A short mark of what was seen of a case, which says nothing about it. A card whose verb needs fresh sight carries it,
 * so that nobody decides on what they have not seen (security.md row 3). Innspill that comes in meanwhile leaves it.
 */
export const sightOf = ({ derive }: Deriving, { kase, item }: Read): string => {
  const { state, since, urgent, recognisable, consents, disqualified } = kase;
  const marks = [urgent, recognisable, consents].map(String);
  const shut = disqualified.map(({ person }) => person).toSorted();
  return derive('sight', state, since, ...marks, item.decision?.id ?? '', ...shut).slice(0, 16);
};

/** `changed-meanwhile` when it is no longer as it was seen. Without a mark nothing was looked at, and nothing is compared. */
export const freshFor = (
  world: Deriving,
  read: Read,
  seen: string | undefined,
): Result<undefined, Refusal> =>
  seen === undefined || seen === sightOf(world, read) ? ok(undefined) : err(CHANGED_MEANWHILE);
