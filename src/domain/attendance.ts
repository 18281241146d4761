import { type PersonId, type SeatId } from './ids';
import { isActive, type Partner, PARTNERS, type Person } from './people';
import { type Programme } from './programme';

export type Attendance = {
  readonly present: readonly SeatId[];
  /** Of these, the seats a stand-in sits in (domain.md §2). */
  readonly standIns: readonly SeatId[];
  /** The confidentiality text was read out, and by whom it was ticked. */
  readonly confidentialityReadBy: PersonId;
};

/** What tells one attendance from another; who ticked that the text was read is not changed by a correction. */
export const markOfAttendance = ({ present, standIns }: Pick<Attendance, 'present' | 'standIns'>): string =>
  `${present.join(',')};${standIns.join(',')}`;

/** Who sits where: the one who holds the seat, and who sits there for them. */
export type Holder = { readonly seat: SeatId; readonly person: Person; readonly standIn?: Person };

/** Where a stand-in has the same seat in the directory, so that they see its cases, the seat is still the other's. */
const holderOf = (people: readonly Person[], seat: SeatId): Person | undefined => {
  const sitting = people.filter(person => isActive(person) && person.seat === seat);
  return sitting.find(one => !sitting.some(({ standIn }) => standIn === one.id)) ?? sitting[0];
};

/** The seats somebody holds, with who may sit there in their place. */
export const holdersOf = (people: readonly Person[], { seats }: Programme): readonly Holder[] =>
  seats.flatMap(({ id: seat }) => {
    const person = holderOf(people, seat);
    if (person === undefined) return [];
    const standIn = people.find(one => isActive(one) && one.id === person.standIn);
    return [{ seat, person, ...(standIn === undefined ? {} : { standIn }) }];
  });

/** Attendance in the order of the seats. Nobody stands in at a seat that is empty, or that has no stand-in. */
export const attendanceOf = (
  { present, standIns, confidentialityReadBy }: Attendance,
  { seats }: Programme,
  holders: readonly Holder[],
): Attendance => {
  const there = seats.map(({ id }) => id).filter(id => present.includes(id));
  const mayStandIn = (id: SeatId): boolean =>
    standIns.includes(id) && holders.some(({ seat, standIn }) => seat === id && standIn !== undefined);
  return { present: there, standIns: there.filter(mayStandIn), confidentialityReadBy };
};

/** Who really sits there, as far as the directory tells. */
export const peoplePresent = (
  { present, standIns }: Attendance,
  holders: readonly Holder[],
): readonly Person[] =>
  holders
    .filter(({ seat }) => present.includes(seat))
    .map(({ seat, person, standIn = person }) => (standIns.includes(seat) ? standIn : person));

/** The partners of these seats. */
const partnersOf = (seats: readonly SeatId[], { seats: all, agencies }: Programme): readonly Partner[] =>
  PARTNERS.filter(partner =>
    all.some(
      seat =>
        seats.includes(seat.id) &&
        agencies.some(agency => agency.id === seat.agency && agency.partner === partner),
    ),
  );

/**
 * Who is missing for the group to be *beslutningsdyktig*: at least one from each partner is present, or has answered
 * in writing on the item (domain.md §7, ours).
 */
export const missingPartners = (
  { present }: Pick<Attendance, 'present'>,
  programme: Programme,
  answered: readonly SeatId[] = [],
): readonly Partner[] => {
  const heard = partnersOf([...present, ...answered], programme);
  return PARTNERS.filter(partner => !heard.includes(partner));
};
