import { type AgendaItem, allPlaced } from '../domain/agenda';
import { type Case } from '../domain/case';
import { isClosed } from '../domain/closed-item';
import { type Meeting } from '../domain/meeting';
import { hasRole, type Person, type Seat } from '../domain/people';
import { may } from '../policy/may';
import { type Within } from './ports/common';
import { type World } from './world';

/** A case on the agenda of a meeting. */
export type Place = { readonly kase: Case; readonly item: AgendaItem };

const holds = (person: Person, seat: Seat): boolean => hasRole(person, 'member') && person.seat === seat.id;

/** The seats that this person answers for: the own first, and then those they register for. */
export const seatsOf = (person: Person, { seats }: World['programme']): readonly Seat[] => [
  ...seats.filter(seat => holds(person, seat)),
  ...seats.filter(seat => seat.registrar === person.id && !holds(person, seat)),
];

/** What is on the meeting's agenda and still waits to be spoken of, in its order. */
export const placesIn = async (
  { cases }: Pick<World, 'cases'>,
  meeting: Meeting,
  within: Within,
): Promise<readonly Place[]> => {
  const items = allPlaced(await cases.itemsOf(meeting.id, within), meeting);
  const files = await Promise.all(items.map(({ caseId }) => cases.load(caseId, within)));
  return items.flatMap((item, place) => {
    const kase = files[place]?.kase;
    return kase === undefined || isClosed(item, kase) ? [] : [{ kase, item }];
  });
};

/** Those that a person is asked about for this seat; never one they are disqualified on. */
export const askedAbout = (
  person: Person,
  places: readonly Place[],
  { meeting, seat }: { readonly meeting: Meeting; readonly seat: Seat },
): readonly Place[] =>
  places.filter(place => may(person, { about: 'item', ask: 'contribute', ...place, meeting, seat }));

/** Whether a seat this person answers for has not answered to something they may answer. */
export const isAwaited = (
  person: Person,
  places: readonly Place[],
  { meeting, programme }: { readonly meeting: Meeting; readonly programme: World['programme'] },
): boolean =>
  seatsOf(person, programme).some(seat =>
    askedAbout(person, places, { meeting, seat }).some(({ item }) => !item.answered.includes(seat.id)),
  );
