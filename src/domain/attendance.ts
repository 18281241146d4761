import { type PersonId, type SeatId } from './ids';
import { type Partner, PARTNERS } from './people';
import { type Programme } from './programme';

export type Attendance = {
  readonly present: readonly SeatId[];
  /** Of these, the seats a stand-in sits in (domain.md §2). */
  readonly standIns: readonly SeatId[];
  /** The confidentiality text was read out, and by whom it was ticked. */
  readonly confidentialityReadBy: PersonId;
};

/** The partners with at least one seat present. Innspill count too, once there are any (part of the agenda item). */
const presentPartners = (attendance: Attendance, { seats, agencies }: Programme): readonly Partner[] =>
  PARTNERS.filter(partner =>
    seats.some(
      seat =>
        attendance.present.includes(seat.id) &&
        agencies.some(agency => agency.id === seat.agency && agency.partner === partner),
    ),
  );

/** Who is missing for the group to be *beslutningsdyktig*: at least one from each partner (domain.md §7, ours). */
export const missingPartners = (attendance: Attendance, programme: Programme): readonly Partner[] => {
  const present = presentPartners(attendance, programme);
  return PARTNERS.filter(partner => !present.includes(partner));
};
