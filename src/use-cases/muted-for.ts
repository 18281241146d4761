import { type Action, isMuted } from '../domain/action';
import { hasReached, type Laddered } from '../domain/ladder';
import { hasRole, type Person } from '../domain/people';
import { type LocalDate } from '../domain/time';

type Reading = { readonly reader: Person; readonly today: LocalDate };

/**
 * Whether its owner has asked to hear nothing of it. That silences what they hear as its owner: whoever else is told
 * still is, and so is a coordinator of their own task when it is so late that the coordinators hear of it.
 */
export const isMutedFor =
  (ladder: Laddered, { reader, today }: Reading) =>
  (action: Action): boolean =>
    isMuted(action, today) &&
    action.owner === reader.id &&
    !(hasRole(reader, 'coordinator') && hasReached('coordinator', { due: action.due, today }, ladder));
