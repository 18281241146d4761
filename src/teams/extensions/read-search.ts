import { z } from 'zod';
import { err, ok, type Result } from '../../result';
import { IncomingActivity } from '../wire/activity';
import { type Turn, turnOf, type Unread } from '../wire/press';
import { SEARCH_COMMANDS, SEARCH_PARAMETER } from './commands';

/** Somebody types in the search, or has just opened it. */
export type Search = Turn & {
  /** Empty when nothing was typed yet. */
  readonly typed: string;
  /** Further pages are asked for only because Teams cannot know that there are none. */
  readonly isFirstPage: boolean;
};

const LONGEST = 100;
const Typed = z.object({ name: z.literal(SEARCH_PARAMETER), value: z.string() });
const Searched = z.object({
  name: z.literal('composeExtension/query'),
  value: z.object({
    commandId: z.enum(SEARCH_COMMANDS),
    parameters: z.array(z.unknown()).nullish(),
    queryOptions: z.looseObject({ skip: z.number().nullish() }).nullish(),
  }),
});

/** When it is opened Teams sends another parameter, which says so and nothing else. */
const typedIn = (parameters: readonly unknown[]): string =>
  parameters.flatMap(parameter => Typed.safeParse(parameter).data?.value ?? []).at(0) ?? '';

/** Reads a search from the activity of a turn. */
export const readSearch = (incoming: unknown): Result<Search, Unread> => {
  const activity = IncomingActivity.safeParse(incoming).data;
  const searched = Searched.safeParse(incoming).data?.value;
  if (activity === undefined || searched === undefined) return err({ kind: 'unreadable' });
  const turn = turnOf(activity);
  if (!turn.ok) return turn;
  const typed = typedIn(searched.parameters ?? []).slice(0, LONGEST);
  return ok({ ...turn.value, typed, isFirstPage: (searched.queryOptions?.skip ?? 0) === 0 });
};
