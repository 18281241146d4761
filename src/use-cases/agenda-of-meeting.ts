import { AGENDA_STATES, type AgendaItem, agendaOf, type Entry, placed } from '../domain/agenda';
import { type Case } from '../domain/case';
import { isClosed } from '../domain/closed-item';
import { isDisqualified } from '../domain/disqualification';
import { type Meeting } from '../domain/meeting';
import { deadlineFor } from '../domain/series';
import { type Instant } from '../domain/time';
import { type Asked, todayOf } from './asked';
import { newGaps } from './new-gaps';
import { type World } from './world';

/** What a meeting would hold, and, once it is published, what it holds. */
export type Agenda = {
  readonly meeting: Meeting;
  readonly deadline: Instant;
  readonly entries: readonly Entry[];
  readonly items: readonly AgendaItem[];
  /** Gaps recorded since the group last met, where they are counted. */
  readonly newGaps?: number;
};

/** All that the states and clocks say stands on it, whoever looks: what an order is made of. */
export const entriesOf = async (world: World, asked: Asked, meeting: Meeting): Promise<readonly Entry[]> => {
  const cases = await world.cases.inStates(AGENDA_STATES, asked.within);
  return agendaOf(cases, meeting, { ...world, today: todayOf(world, asked) });
};

/** A disqualified person's list does not hold the case (domain.md §7). */
const mayStandBefore =
  ({ by }: Asked) =>
  (kase: Case): boolean =>
    !isDisqualified(kase, by.person.id);

/** Nor does the published agenda; of a case that has left it no more is told than its own card tells. */
const itemsFor = async (world: World, asked: Asked, meeting: Meeting): Promise<readonly AgendaItem[]> => {
  const items = await world.cases.itemsOf(meeting.id, asked.within);
  const files = await Promise.all(items.map(({ caseId }) => world.cases.load(caseId, asked.within)));
  return items.flatMap((item, place) => {
    const kase = files[place]?.kase;
    return kase !== undefined && mayStandBefore(asked)(kase)
      ? [{ ...placed(item, meeting), closed: isClosed(item, kase) }]
      : [];
  });
};

/** Published, but not laid yet: that follows within seconds, and whoever published shall see all of it at once. */
const stillToLay = (
  { id, agenda, publishedAt }: Meeting,
  entries: readonly Entry[],
  items: readonly AgendaItem[],
): readonly AgendaItem[] =>
  publishedAt === undefined
    ? []
    : entries
        .filter(({ kase }) => agenda.includes(kase.id) && !items.some(({ caseId }) => caseId === kase.id))
        .map(({ kase, kind }) => ({
          caseId: kase.id,
          code: kase.code,
          meetingId: id,
          number: agenda.indexOf(kase.id) + 1,
          kind,
          publishedAt,
          answered: [],
          closed: false,
        }));

/** The agenda of a meeting as this person may see it; whoever shows it has stored the read event. */
export const agendaOfMeeting = async (world: World, asked: Asked, meeting: Meeting): Promise<Agenda> => {
  const [all, laid, fresh] = await Promise.all([
    entriesOf(world, asked, meeting),
    itemsFor(world, asked, meeting),
    newGaps(world, meeting, asked.within),
  ]);
  const entries = all.filter(({ kase }) => mayStandBefore(asked)(kase));
  const items = [...laid, ...stillToLay(meeting, entries, laid)];
  return { meeting, deadline: deadlineFor(meeting.on, world.calendar), entries, items, newGaps: fresh };
};
