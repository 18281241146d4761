import { agendaOf } from '../domain/agenda';
import { type Case } from '../domain/case';
import { isDisqualified } from '../domain/disqualification';
import { type InboxEntry, inboxOf, type NextStep } from '../domain/inbox';
import { type PersonId } from '../domain/ids';
import { isFollowUp } from '../domain/incident';
import { type Meeting } from '../domain/meeting';
import { deadlineFor } from '../domain/series';
import { type Errand, type OutboxEntry } from '../domain/outbox';
import { type Person } from '../domain/people';
import { type Refusal } from '../domain/refusal';
import { type Calendar, type Instant, type LocalDate } from '../domain/time';
import { type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { lookUp } from './lookup';
import { gonesIn } from './gone-owners';
import { heardOf } from './may-hear';
import { missedReviews } from './missed-reviews';
import { nextMeeting } from './next-meeting';
import { type Within } from './ports/common';
import { type World } from './world';

const stepFor = (state: 'dead' | 'waiting'): NextStep =>
  state === 'dead' ? 'read-dead-letter' : 'install-app';
const recipientOf = (errand: Errand): { readonly person?: PersonId } =>
  'to' in errand ? { person: errand.to } : {};
const caseOf = (errand: Errand) => ('code' in errand ? { caseId: errand.caseId, code: errand.code } : {});

type Trouble = {
  readonly entry: OutboxEntry;
  readonly state: 'dead' | 'waiting';
  readonly since: OutboxEntry['at'];
};
const troubleEntry = ({ entry: { id, errand }, state, since }: Trouble): InboxEntry => ({
  step: stepFor(state),
  since,
  ...(state === 'dead' ? { entryId: id } : {}),
  ...caseOf(errand),
  ...recipientOf(errand),
  urgent: state === 'dead',
});

/** A letter tells of its case as much as the case does: whoever is disqualified there does not hear of it. */
const isTold =
  (cases: readonly Case[], { id }: Person) =>
  ({ entry: { errand } }: Trouble): boolean =>
    !('caseId' in errand) || !cases.some(kase => kase.id === errand.caseId && isDisqualified(kase, id));

/** The cases that letters are about, also those that nothing more is to be done in. */
const casesOf = async (
  { cases }: World,
  { unfinished, troubles }: { readonly unfinished: readonly Case[]; readonly troubles: readonly Trouble[] },
  within: Within,
): Promise<readonly Case[]> => {
  const about = new Set(
    troubles.flatMap(({ entry: { errand } }) => ('caseId' in errand ? errand.caseId : [])),
  );
  unfinished.forEach(({ id }) => about.delete(id));
  const others = await Promise.all([...about].map(id => cases.load(id, within)));
  return [...unfinished, ...others.flatMap(file => file?.kase ?? [])];
};

/** However much waits for somebody to install the app, it is one thing to ask of them. */
const askOf = ({ entry, state }: Trouble): string =>
  state === 'dead' ? entry.id : (recipientOf(entry.errand).person ?? 'channel');

const oncePerPerson = (troubles: readonly Trouble[]): readonly Trouble[] => {
  const newestFirst = [...troubles].sort((one, other) => other.since.localeCompare(one.since));
  return [...new Map(newestFirst.map(trouble => [askOf(trouble), trouble])).values()];
};

/** Everything that waits for the coordinator, oldest first, and what the next meeting holds. */
export type Inbox = {
  readonly entries: readonly InboxEntry[];
  readonly nextMeeting: LocalDate;
  readonly onAgenda: number;
};

/** It is to be published from the deadline on. */
const unpublished = ({ state, publishedAt, on }: Meeting, at: Instant, calendar: Calendar) => {
  const deadline = deadlineFor(on, calendar);
  return state === 'planned' && publishedAt === undefined && deadline <= at
    ? { agenda: { on, deadline } }
    : {};
};

export const openInbox =
  (world: World) =>
  (asked: Asked): Promise<Result<Inbox, Refusal>> =>
    lookUp(world, asked, {
      ask: 'open-inbox',
      answer: async () => {
        const today = todayOf(world, asked);
        const [cases, actions, missed, gaps, troubles, { meeting }] = await Promise.all([
          world.cases.unfinished(asked.within),
          world.cases.newDatesAsked(asked.within),
          missedReviews(world, asked),
          world.gaps.all(asked.within),
          world.outbox.troubles(asked.within),
          nextMeeting(world, today, asked.within),
        ]);
        const told = await casesOf(world, { unfinished: cases, troubles }, asked.within);
        const own = cases.filter(kase => !isDisqualified(kase, asked.by.person.id));
        const waiting = {
          cases: own,
          actions: (await heardOf(world, asked, actions)).filter(action => !isFollowUp(action)),
          gone: await gonesIn(world, asked, own),
          missed,
          meetings: await world.meetings.unarchived(asked.within),
          gaps: gaps.filter(gap => gap.state === 'new'),
          troubles: oncePerPerson(troubles.filter(isTold(told, asked.by.person))).map(troubleEntry),
          ...unpublished(meeting, asked.at, world.calendar),
        };
        const onAgenda = agendaOf(own, meeting, { ...world, today }).length;
        return { entries: inboxOf(waiting, today, world.calendar), nextMeeting: meeting.on, onAgenda };
      },
    });
