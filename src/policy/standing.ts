import { type Action } from '../domain/action';
import { type Case } from '../domain/case';
import { mayComeTo, standsOn } from '../domain/case-place';
import { isDisqualified } from '../domain/disqualification';
import { type Draft } from '../domain/draft';
import { isOver, type Meeting } from '../domain/meeting';
import { type Person, type Role, type Seat } from '../domain/people';
import { hasReceived, type Sharing } from '../domain/sharing';
import { type Standing } from './rows';

const when = (holds: boolean, standing: Standing): readonly Standing[] => (holds ? [standing] : []);

export const owns = (
  person: Person,
  action: { readonly owner: string; readonly standIn?: string },
): boolean => action.owner === person.id || action.standIn === person.id;

/** What someone is by their place in the directory alone. */
export const standingAtLarge = (person: Person): readonly Standing[] => person.roles;

const CHAIRS: readonly Role[] = ['member', 'coordinator'];

/** Who was named the chair is one only as long as they take part. */
const chairs = (person: Person, meeting: Meeting): boolean =>
  meeting.chair === person.id && CHAIRS.some(role => person.roles.includes(role));

/**
 * To chair one meeting gives nothing in a case that stands on a later one's agenda, nor anything when the meeting is
 * over. A case that stands on none, postponed or taken off, or that an earlier one had up, is for whoever chairs the
 * meeting it would come to. That this is the next, and no other is under way, is for whoever asks to see to.
 */
const leads = (person: Person, kase: Case, meeting: Meeting | undefined): boolean =>
  meeting !== undefined &&
  chairs(person, meeting) &&
  !isOver(meeting) &&
  kase.presented &&
  (standsOn(kase, meeting.id) || mayComeTo(kase, meeting.id));

/**
 * "Assigned" of domain.md §15: the author, the coordinator, the seats once the case has been on an agenda, and
 * whoever owns a task in it; and whoever was once sent something of it. A role gives no standing on a case by itself
 * but the privacy officer's, which opens the access log and no case; nor has someone who sent a referral and then left
 * the agency it came from, for secrecy binds between agencies.
 */
export const standingOnCase = (person: Person, kase: Case, meeting?: Meeting): readonly Standing[] =>
  isDisqualified(kase, person.id)
    ? []
    : [
        ...when(kase.author === person.id && kase.origin === person.agency, 'author'),
        ...when(person.roles.includes('coordinator'), 'coordinator'),
        ...when(person.roles.includes('member') && person.seat !== undefined && kase.presented, 'member'),
        ...when(leads(person, kase, meeting), 'chair'),
        ...when(
          kase.actions.some(action => owns(person, action)),
          'owner',
        ),
        ...when(hasReceived(kase, person.id), 'receiver'),
        ...when(person.roles.includes('privacy-officer'), 'privacy-officer'),
      ];

export const standingInMeeting = (person: Person, meeting: Meeting): readonly Standing[] => [
  ...when(chairs(person, meeting), 'chair'),
  ...person.roles,
];

/** Assigned not as an owner or a receiver only: those standings are for the task, and for what was sent. */
const WORKERS: readonly Standing[] = ['author', 'coordinator', 'member'];
export const worksOn = (has: readonly Standing[]): boolean =>
  WORKERS.some(standing => has.includes(standing));

/** Whether somebody takes part in the case by what they do in it, and not by watching over it. */
export const takesPart = (has: readonly Standing[]): boolean => has.includes('owner') || worksOn(has);

/** What someone is to a sharing: of the agency that shared and assigned, its leader, or sent it. Nobody judges their own. */
export const standingInSharing = (person: Person, kase: Case, sharing: Sharing): readonly Standing[] => {
  if (isDisqualified(kase, person.id)) return [];
  const isOwn = sharing.from === person.agency;
  return [
    ...when(isOwn && worksOn(standingOnCase(person, kase)), 'sharer'),
    ...when(isOwn && person.roles.includes('leader') && sharing.by !== person.id, 'sharing-leader'),
    ...when(sharing.to.includes(person.id), 'receiver'),
  ];
};

/** What someone is to a seat that is asked: its holder, or who registers for it. */
export const standingForSeat = (person: Person, kase: Case, seat: Seat | undefined): readonly Standing[] =>
  seat === undefined || isDisqualified(kase, person.id)
    ? []
    : [
        ...when(standingOnCase(person, kase).includes('member') && person.seat === seat.id, 'asked-seat'),
        ...when(seat.registrar === person.id && kase.presented, 'registrar'),
      ];

/** A draft is its author's alone, for as long as they refer. */
export const standingInDraft = (person: Person, draft: Draft): readonly Standing[] =>
  when(draft.author === person.id && person.roles.includes('referrer'), 'author');

export const standingInAction = (person: Person, kase: Case, action: Action): readonly Standing[] =>
  isDisqualified(kase, person.id)
    ? []
    : [
        ...when(owns(person, action), 'owner'),
        ...when(action.proposed === person.id, 'proposed'),
        ...when(person.roles.includes('coordinator'), 'coordinator'),
      ];
