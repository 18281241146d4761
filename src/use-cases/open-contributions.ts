import { type CaseId, type MeetingId, type SeatId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { type Errand } from '../domain/outbox';
import { type Seat } from '../domain/people';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { askedAbout, type Place, placesIn, seatsOf } from './contribution-round';
import { looked } from './lookup';
import { meetingById, nextMeeting } from './next-meeting';
import { refuse } from './perform';
import { type RoundItem, roundItems } from './round-items';
import { type World } from './world';

/** One page of the contribution round, for one seat. */
export type Round = {
  readonly meeting: Meeting;
  /** Those the reader answers for; empty when they answer for none. */
  readonly seats: readonly Seat[];
  readonly seat?: Seat;
  readonly items: readonly RoundItem[];
  readonly page: number;
  readonly pages: number;
  readonly answered: number;
  readonly of: number;
};

/** What a card has room for. */
const ROUND_PAGE = 5;

type Opening = Asked & {
  readonly meetingId?: MeetingId;
  readonly seat?: SeatId;
  readonly page?: number;
  /** The case it was opened from: its page is shown. */
  readonly caseId?: CaseId;
  readonly inChannel: boolean;
  /** How many are answered, and none of the cases. */
  readonly countOnly?: boolean;
};
type Found = {
  readonly meeting: Meeting;
  readonly seats: readonly Seat[];
  readonly seat?: Seat;
  readonly places: readonly Place[];
};

const meetingOf = async (world: World, asked: Opening): Promise<Meeting | undefined> => {
  const { meetingId, within } = asked;
  const today = todayOf(world, asked);
  const found =
    meetingId === undefined
      ? await nextMeeting(world, today, within)
      : await meetingById(world, meetingId, within);
  return found?.meeting;
};

/** Undefined for a meeting there is none of, and for a seat that is not theirs. */
const found = async (world: World, asked: Opening): Promise<Found | undefined> => {
  const { person } = asked.by;
  const seats = seatsOf(person, world.programme);
  const seat = asked.seat === undefined ? seats[0] : seats.find(({ id }) => id === asked.seat);
  const meeting = await meetingOf(world, asked);
  if (meeting === undefined || (seat === undefined && asked.seat !== undefined)) return undefined;
  if (seat === undefined) return { meeting, seats, places: [] };
  const places = await placesIn(world, meeting, asked.within);
  return { meeting, seats, seat, places: askedAbout(person, places, { meeting, seat }) };
};

const pagesOf = ({ places }: Found): number => Math.max(1, Math.ceil(places.length / ROUND_PAGE));

const pageOf = ({ page = 1, caseId }: Opening, of: Found): number => {
  const place = of.places.findIndex(({ kase }) => kase.id === caseId);
  return place < 0 ? Math.min(Math.max(1, page), pagesOf(of)) : Math.floor(place / ROUND_PAGE) + 1;
};

/** Pressed for in the channel it is left in the presser's own chat; for whom the case is not there, it is refused. */
const ringing = (
  { by, caseId, inChannel }: Opening,
  { places, meeting }: Found,
): readonly Errand[] | undefined => {
  if (!inChannel) return [];
  const kase = places.find(place => place.kase.id === caseId)?.kase;
  if (kase === undefined) return undefined;
  const notice = { kind: 'form', form: 'contribute', meetingId: meeting.id } as const;
  return [{ kind: 'notice', to: by.person.id, caseId: kase.id, code: kase.code, notice }];
};

const answeredIn = ({ seat, places }: Found): number =>
  places.filter(({ item }) => seat !== undefined && item.answered.includes(seat.id)).length;

const roundOf = async (
  world: World,
  asked: Opening,
  { of, rule }: { readonly of: Found; readonly rule: string },
): Promise<Round> => {
  const { meeting, seats, seat } = of;
  const page = pageOf(asked, of);
  const places = of.places.slice((page - 1) * ROUND_PAGE, page * ROUND_PAGE);
  const shows = seat !== undefined && !asked.inChannel && asked.countOnly !== true;
  return {
    ...{ meeting, seats, page, pages: pagesOf(of), answered: answeredIn(of), of: of.places.length },
    ...(seat && { seat }),
    items: shows ? await roundItems(world, asked, { seat, rule, places }) : [],
  };
};

/** All the cases a seat is asked about in a meeting, with what it has answered (domain.md §7). */
export const openContributions =
  (world: World) =>
  async (asked: Opening): Promise<Result<Round, Refusal>> => {
    const { by } = asked;
    const what = { operation: 'open-contributions', subject: by.person.id };
    const { allowed, rule } = judge(by.person, { about: 'role', ask: 'open-contributions' });
    const of = allowed ? await found(world, asked) : undefined;
    const errands = of && ringing(asked, of);
    if (of === undefined || errands === undefined) {
      await refuse(world, asked, what);
      return err(NOT_AVAILABLE);
    }
    await looked(world, asked, { ...what, rule, errands });
    return ok(await roundOf(world, asked, { of, rule }));
  };
