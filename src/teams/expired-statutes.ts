import { type Statute } from '../domain/statute';
import { type Deps } from './deps';

type Problem = object | { readonly statute: Statute };

/** Somebody tried to use what no longer holds: those who keep the list are told, by its id alone. */
export const noteExpired = ({ log }: Pick<Deps, 'log'>, problems: readonly Problem[]): void => {
  for (const problem of problems)
    if ('statute' in problem) log('statute-expired', { id: problem.statute.id });
};
