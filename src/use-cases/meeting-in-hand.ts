import { type AgendaItem, allPlaced } from '../domain/agenda';
import { type Holder, holdersOf, peoplePresent } from '../domain/attendance';
import { isClosed } from '../domain/closed-item';
import { hasDeclared } from '../domain/declaration';
import { isDisqualified } from '../domain/disqualification';
import { type PersonId } from '../domain/ids';
import { isHeld, type Meeting } from '../domain/meeting';
import { type Refusal } from '../domain/refusal';
import { ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type World } from './world';

/** A meeting as whoever leads it has it before them: process only. */
export type MeetingInHand = {
  readonly meeting: Meeting;
  readonly holders: readonly Holder[];
  /** The items that may still be taken up or spoken of, in their order; not those the reader is disqualified on. */
  readonly items: readonly AgendaItem[];
  /** Those present whose yearly declaration is missing or too old. */
  readonly undeclared: readonly PersonId[];
};

const itemsFor = async (
  { cases }: World,
  { by, within }: Asked,
  meeting: Meeting,
): Promise<readonly AgendaItem[]> => {
  const items = allPlaced(await cases.itemsOf(meeting.id, within), meeting);
  const files = await Promise.all(items.map(({ caseId }) => cases.load(caseId, within)));
  return items.filter((item, place) => {
    const kase = files[place]?.kase;
    return kase !== undefined && !isDisqualified(kase, by.person.id) && !isClosed(item, kase);
  });
};

export const inHand = async (world: World, asked: Asked, meeting: Meeting): Promise<MeetingInHand> => {
  const [people, items] = await Promise.all([
    world.people.all(asked.within),
    meeting.state === 'running' ? itemsFor(world, asked, meeting) : [],
  ]);
  const holders = holdersOf(people, world.programme);
  const present = isHeld(meeting) ? peoplePresent(meeting.attendance, holders) : [];
  const today = todayOf(world, asked);
  const undeclared = present.filter(person => !hasDeclared(person, today)).map(({ id }) => id);
  return { meeting, holders, items, undeclared };
};

/** What was just done to a meeting, and what is before whoever leads it because of that. */
export const thenInHand = async (
  world: World,
  asked: Asked,
  done: Result<Meeting, Refusal>,
): Promise<Result<MeetingInHand, Refusal>> => (done.ok ? ok(await inHand(world, asked, done.value)) : done);
