import { type Action } from '../domain/action';
import { hasReached, type Laddered } from '../domain/ladder';
import { muteOf } from '../domain/mute';
import { hasRole, type Person } from '../domain/people';
import { type LocalDate } from '../domain/time';

type Reading = { readonly reader: Person; readonly today: LocalDate };

/**
 * Whether this reader has asked to hear nothing of it: the owner, or who stands in, each for themselves. Whoever else is
 * told still is, and so is a coordinator of a task they do when it is so late that the coordinators hear of it.
 */
export const isMutedFor =
  (ladder: Laddered, { reader, today }: Reading) =>
  (action: Action): boolean =>
    muteOf(action, { by: reader.id, today }) !== undefined &&
    !(hasRole(reader, 'coordinator') && hasReached('coordinator', { due: action.due, today }, ladder));
