import { type Case } from './case';
import { isDisqualified } from './disqualification';
import { type Group, GROUPS } from './groups';
import { type AgencyId } from './ids';
import { hasRole, isActive, type Person, type Role } from './people';
import { concerns, lapsedFor, type Statute, statutesOn } from './statute';
import { type LocalDate } from './time';

/** By whom, and what there is to choose from. */
export type SharingChoices = {
  readonly kase: Case;
  readonly sharer: Person;
  readonly people: readonly Person[];
  readonly statutes: readonly Statute[];
  readonly today: LocalDate;
  /** Whether a text holds a national identity number or a phone number. */
  readonly holdsPerson: (text: string) => boolean;
};

/** An agency shares what it holds itself, and nothing of anybody else's. */
export const groupsHeldBy = ({ holdings }: Pick<Case, 'holdings'>, agency: AgencyId): readonly Group[] =>
  GROUPS.filter(group => holdings.some(({ origin, section }) => origin === agency && section === group));

const WORK_WITH_PEOPLE: readonly Role[] = ['member', 'coordinator', 'referrer'];

/** Who may be sent it: colleagues of other agencies who work with people, and are not disqualified here. */
export const receiversFor = ({
  kase,
  sharer,
  people,
}: Pick<SharingChoices, 'kase' | 'sharer' | 'people'>): readonly Person[] =>
  people.filter(
    person =>
      isActive(person) &&
      person.agency !== sharer.agency &&
      !isDisqualified(kase, person.id) &&
      WORK_WITH_PEOPLE.some(role => hasRole(person, role)),
  );

type Grounds = Pick<SharingChoices, 'sharer' | 'statutes' | 'today'>;

/** What lifts the sharer's own duty of confidentiality in danger, as in force that day. */
export const exceptionsFor = ({ sharer, statutes, today }: Grounds): readonly Statute[] =>
  statutesOn(statutes, 'exception', today).filter(statute => concerns(statute, sharer.partner));

/** What did, where nothing does any more. */
export const lapsedExceptions = ({ sharer, statutes, today }: Grounds): readonly Statute[] =>
  lapsedFor(statutes, { list: 'exception', partner: sharer.partner, on: today });
