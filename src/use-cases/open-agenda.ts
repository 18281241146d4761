import { type AgendaItem, agendaOf, type Entry } from '../domain/agenda';
import { type Case, type CaseState } from '../domain/case';
import { isClosed } from '../domain/closed-item';
import { isDisqualified } from '../domain/disqualification';
import { type Meeting } from '../domain/meeting';
import { deadlineFor } from '../domain/series';
import { type Refusal } from '../domain/refusal';
import { type Instant, type LocalDate } from '../domain/time';
import { type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { lookUp } from './lookup';
import { nextMeeting } from './next-meeting';
import { type World } from './world';

/** What the next meeting would hold, and, once it is published, what it holds. */
export type Agenda = {
  readonly meeting: Meeting;
  readonly deadline: Instant;
  readonly entries: readonly Entry[];
  readonly items: readonly AgendaItem[];
};

const ON_AGENDA: readonly CaseState[] = ['ready-for-review', 'awaiting-consent', 'active'];

const entriesOn = async (world: World, asked: Asked, on: LocalDate): Promise<readonly Entry[]> => {
  const cases = await world.cases.inStates(ON_AGENDA, asked.within);
  return agendaOf(cases.filter(mayStandBefore(asked)), on, world.calendar);
};
/** A disqualified person's list does not hold the case (domain.md §7). */
const mayStandBefore =
  ({ by }: Asked) =>
  (kase: Case): boolean =>
    !isDisqualified(kase, by.person.id);

/** Nor does the published agenda; of a case that has left it no more is told than its own card tells. */
const itemsFor = async (world: World, asked: Asked, { id }: Meeting): Promise<readonly AgendaItem[]> => {
  const items = await world.cases.itemsOf(id, asked.within);
  const files = await Promise.all(items.map(({ caseId }) => world.cases.load(caseId, asked.within)));
  return items.flatMap((item, place) => {
    const kase = files[place]?.kase;
    return kase !== undefined && mayStandBefore(asked)(kase)
      ? [{ ...item, closed: isClosed(item, kase) }]
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

export const openAgenda =
  (world: World) =>
  (asked: Asked): Promise<Result<Agenda, Refusal>> =>
    lookUp(world, asked, {
      ask: 'open-agenda',
      answer: async () => {
        const { meeting } = await nextMeeting(world, todayOf(world, asked), asked.within);
        const [entries, laid] = await Promise.all([
          entriesOn(world, asked, meeting.on),
          itemsFor(world, asked, meeting),
        ]);
        const items = [...laid, ...stillToLay(meeting, entries, laid)];
        return { meeting, deadline: deadlineFor(meeting.on, world.calendar), entries, items };
      },
    });
