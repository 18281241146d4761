import { type Case } from '../domain/case';
import { type Contribution } from '../domain/contribution';
import { type Group } from '../domain/groups';
import { type AgencyId } from '../domain/ids';
import { isActive, type Person } from '../domain/people';
import { type LocalDate } from '../domain/time';
import { standingOnCase, worksOn } from './standing';
import { isConsented } from './visible-conditions';

type Reading = { readonly contribution: Contribution; readonly today: LocalDate };

const worksHere = (reader: Person, kase: Case): boolean =>
  isActive(reader) && kase.erasedOn === undefined && worksOn(standingOnCase(reader, kase));

/** Whether what the seat's agency knows in this group is opened to the reader's: as its own people, or by consent. */
const isOpen = (
  reader: Person,
  kase: Case,
  { contribution: { agency: origin }, today, section }: Reading & { readonly section: Group },
): boolean =>
  origin === reader.agency || isConsented(kase, { origin, section }, { to: reader.agency, today });

/**
 * Whether this reader may read what innspill says in words: the own agency's people who work on the case, and others
 * whom a consent in force opens the group it belongs with, from that agency to theirs (domain.md §5, G).
 */
export const mayReadContribution = (reader: Person, kase: Case, reading: Reading): boolean => {
  const { agency, group } = reading.contribution;
  if (!worksHere(reader, kase)) return false;
  return group === undefined
    ? agency === reader.agency
    : isOpen(reader, kase, { ...reading, section: group });
};

/**
 * Whether this reader may read which answer was given. What a service can do in general is for everybody on the case;
 * that nobody there knows the person is not, for somebody has looked: it is read as the identity is. Nor is a no by an
 * agency that could have answered so: were only the one withheld, withholding it would tell it.
 */
export const mayReadAnswer = (reader: Person, kase: Case, reading: Reading): boolean => {
  const { answer, knowing } = reading.contribution;
  if (!worksHere(reader, kase)) return false;
  const saysOfSomebody = answer === 'unknown-here' || (answer === 'cannot' && knowing === true);
  return !saysOfSomebody || isOpen(reader, kase, { ...reading, section: 'B' });
};

/** Whether an agency has been told who it is, by a consent in force: only then can it have looked (domain.md §7). */
export const mayHaveLooked = (kase: Case, agency: AgencyId, today: LocalDate): boolean =>
  kase.holdings.some(holding => holding.section === 'B' && isConsented(kase, holding, { to: agency, today }));
