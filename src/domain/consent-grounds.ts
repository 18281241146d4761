import { type Consent } from './consent';
import { type Programme } from './programme';
import { lapsedFor, type Statute } from './statute';

const LISTS = ['consent', 'basis'] as const;

/**
 * What a consent would have rested on and can no longer: of a partner whose information it opens, the statute that
 * ended last of a list where none was in force on the day it was given. Undefined where every partner has its grounds.
 */
export const lapsedGrounds = (
  { grants, givenOn: on }: Pick<Consent, 'grants' | 'givenOn'>,
  { agencies, statutes }: Pick<Programme, 'agencies' | 'statutes'>,
): Statute | undefined => {
  const sources = agencies.filter(({ id }) => grants.some(({ from }) => from === id));
  return sources
    .flatMap(({ partner }) => LISTS.flatMap(list => lapsedFor(statutes, { list, partner, on })))
    .at(0);
};
