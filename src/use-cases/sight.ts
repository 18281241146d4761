import { CHANGED_MEANWHILE, type Refusal } from '../domain/refusal';
import { err, ok, type Result } from '../result';
import { type Filed } from './ports/common';
import { type World } from './world';

type Read = Pick<Filed, 'version'>;
type Deriving = Pick<World, 'derive'>;

/**
 * A short mark of one exact state of a case, which says nothing about it. A card whose verb needs fresh sight carries
 * it, so that nobody decides on what they have not seen (security.md row 3).
 */
export const sightOf = ({ derive }: Deriving, { version }: Read): string =>
  derive('sight', version).slice(0, 16);

/** `changed-meanwhile` when the case is no longer as it was seen. Without a mark nothing was looked at, and nothing is compared. */
export const freshFor = (
  world: Deriving,
  read: Read,
  seen: string | undefined,
): Result<undefined, Refusal> =>
  seen === undefined || seen === sightOf(world, read) ? ok(undefined) : err(CHANGED_MEANWHILE);
