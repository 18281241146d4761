import { type Case } from './case';
import { type Programme } from './programme';
import { type Agency, COORDINATION, hasRole, isActive, type Person } from './people';

const hasSeat = ({ seats }: Programme, { id }: Agency): boolean => seats.some(({ agency }) => agency === id);

/** The agencies on the case: where it came from, who coordinates, and the seats that discuss it. */
export const agenciesOn = (kase: Case, programme: Programme): readonly Agency[] =>
  programme.agencies.filter(
    agency => agency.id === kase.origin || agency.id === COORDINATION || hasSeat(programme, agency),
  );

/** The agencies a person can leave out: all at the table but the one that asks. */
export const leavable = (kase: Case, programme: Programme): readonly Agency[] =>
  programme.agencies.filter(agency => agency.id !== kase.origin && hasSeat(programme, agency));

/** Who may have asked: people of the agency the case came from, and the coordinators (domain.md §6). */
export const askersOf = (kase: Case, people: readonly Person[]): readonly Person[] =>
  people.filter(
    person => isActive(person) && (person.agency === kase.origin || hasRole(person, 'coordinator')),
  );
