import { type Case } from '../domain/case';
import { type Meeting } from '../domain/meeting';
import { type Person } from '../domain/people';
import { type Standing } from './tables';

const when = (holds: boolean, standing: Standing): readonly Standing[] => (holds ? [standing] : []);

export const owns = (
  person: Person,
  action: { readonly owner: string; readonly standIn?: string },
): boolean => action.owner === person.id || action.standIn === person.id;

/** What someone is by their place in the directory alone. */
export const standingAtLarge = (person: Person): readonly Standing[] => person.roles;

/**
 * "Assigned" of domain.md §15: the author, the coordinator, the seats once the case has been on an agenda, and
 * whoever owns a task in it. A role gives no standing on a case by itself; nor has someone who sent a referral and
 * then left the agency it came from, for secrecy binds between agencies.
 */
export const standingOnCase = (person: Person, kase: Case, meeting?: Meeting): readonly Standing[] =>
  kase.disqualified.includes(person.id)
    ? []
    : [
        ...when(kase.author === person.id && kase.origin === person.agency, 'author'),
        ...when(person.roles.includes('coordinator'), 'coordinator'),
        ...when(person.roles.includes('member') && person.seat !== undefined && kase.presented, 'member'),
        ...when(meeting?.chair === person.id && kase.presented, 'chair'),
        ...when(
          kase.actions.some(action => owns(person, action)),
          'owner',
        ),
      ];

export const standingInMeeting = (person: Person, meeting: Meeting): readonly Standing[] => [
  ...when(meeting.chair === person.id, 'chair'),
  ...person.roles,
];
