import { briefOf, type OpenAction } from '../../src/domain/action';
import { type Case, CASE_STATES, type CaseState } from '../../src/domain/case';
import { type Person, type Role, ROLES } from '../../src/domain/people';
import { aCase, anAction } from '../builders/cases';
import { agencyId, day, meetingId, personId, seatId } from '../builders/ids';
import { aPerson } from '../builders/people';

/** Whom the question is about; what they are to the subject is in the subject. */
export const ME = personId('den-det-gjelder');
export const SOMEBODY = personId('en-annen');

const ROLE_SETS: readonly (readonly Role[])[] = [
  [],
  ...ROLES.map(role => [role]),
  ['member', 'coordinator'],
  ['referrer', 'member', 'admin'],
];

/** Everyone there can be: every role, with and without a seat, at the agency of the case and at another, removed. */
export const everyone = (): readonly Person[] =>
  ROLE_SETS.flatMap(roles =>
    [true, false].flatMap(seated =>
      ['sosiale-tjenester', 'kronstad-dps'].flatMap(agency =>
        [true, false].map(removed =>
          aPerson({
            id: ME,
            roles,
            agency: agencyId(agency),
            ...(seated ? { seat: seatId('sosial') } : {}),
            ...(removed ? { removedOn: day('2026-12-01') } : {}),
          }),
        ),
      ),
    ),
  );

export const OWNERS: readonly Partial<OpenAction>[] = [
  { owner: SOMEBODY },
  { owner: ME },
  { owner: SOMEBODY, standIn: ME },
];

/** Every state, whatever I am to the case: its author, an owner in it, disqualified; on an agenda now, before or never. */
export const everyCase = (states: readonly CaseState[] = CASE_STATES): readonly Case[] =>
  states.flatMap(state =>
    [ME, SOMEBODY].flatMap(author =>
      OWNERS.flatMap(owned =>
        [[], [SOMEBODY, ME]].flatMap(disqualified =>
          [{ presented: false }, { presented: true }, { presented: true, meetingId: meetingId() }].map(
            agenda =>
              aCase<CaseState>({
                ...agenda,
                state,
                author,
                disqualified,
                actions: [briefOf(anAction(owned))],
              }),
          ),
        ),
      ),
    ),
  );
