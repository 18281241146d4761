import { z } from 'zod';
import { attendanceForm } from '../../cards/attendance';
import { type Drawing } from '../../cards/drawing';
import { itemCard } from '../../cards/item';
import { meetingCard } from '../../cards/meeting';
import { refusalCard } from '../../cards/refusals';
import { type Card } from '../../cards/template';
import { missingPartners } from '../../domain/attendance';
import { isHeld } from '../../domain/meeting';
import { PARTNERS } from '../../domain/people';
import { SeatId } from '../../ids';
import { type MeetingInHand } from '../../use-cases/meeting-in-hand';
import { type Deps } from '../deps';
import { changes, type Handler, reads, type Turn, Typed } from '../handler';
import { refusedOr } from '../refused';
import { given, OfItem, OfMeeting } from '../submissions';

/** The meeting as it is held, or the form to begin it. */
const heldCard = (d: Drawing, { meeting, ...inHand }: MeetingInHand): Card =>
  isHeld(meeting)
    ? meetingCard(d, { ...inHand, meeting, missing: missingPartners(meeting.attendance, d.programme) })
    : attendanceForm(d, { ...inHand, meeting });

export const onStartAttendance = ({ does }: Deps): Handler =>
  reads(OfMeeting, async ({ asked, d }, { meetingId }) =>
    refusedOr(d, await does.startAttendance({ ...asked, meetingId }), inHand => attendanceForm(d, inHand)),
  );

/** Two lists of seats. */
const LONGEST_MARK = 10_000;
const Attended = OfMeeting.extend({
  kommune: Typed,
  helse: Typed,
  politi: Typed,
  'stand-ins': Typed,
  confidential: z.literal('yes'),
  corrects: z.string().max(LONGEST_MARK).optional(),
});

const seatsIn = (ticked: string | undefined) =>
  (ticked ?? '')
    .split(',')
    .map(seat => SeatId.safeParse(seat))
    .flatMap(seat => (seat.success ? [seat.data] : []));

/** Whoever was second sees what the first one did, and keeps what they ticked. */
export const onStartMeeting = ({ does }: Deps): Handler =>
  changes(Attended, async ({ asked, d }, { meetingId, corrects, ...fields }) => {
    const present = PARTNERS.flatMap(partner => seatsIn(fields[partner]));
    const typed = { present, standIns: seatsIn(fields['stand-ins']) };
    const started = await does.startMeeting({ ...asked, ...given({ corrects }), ...typed, meetingId });
    if (!started.ok && started.error.kind === 'changed-meanwhile')
      return refusedOr(d, await does.startAttendance({ ...asked, meetingId }), inHand =>
        attendanceForm(d, { ...inHand, typed }),
      );
    return refusedOr(d, started, inHand => heldCard(d, inHand));
  });

export const onEndMeeting = ({ does }: Deps): Handler =>
  changes(OfMeeting, async ({ asked, d }, { meetingId }) =>
    refusedOr(d, await does.endMeeting({ ...asked, meetingId }), inHand => heldCard(d, inHand)),
  );

/** As it stands now, in the place it was pressed. */
const asItStands = async (
  { does }: Deps,
  { asked, d, place }: Turn,
  item: z.infer<typeof OfItem>,
): Promise<Card> => {
  if (place === 'channel')
    return refusedOr(d, await does.openItem({ ...asked, ...item }), found =>
      itemCard({ ...d, id: d.nonce }, found),
    );
  return refusedOr(d, await does.openMeeting({ ...asked, meetingId: item.meetingId }), inHand =>
    heldCard(d, inHand),
  );
};

/** Whoever was second sees what the first one did. */
export const onTakeUpItem = (deps: Deps): Handler =>
  changes(OfItem, async (turn, item) => {
    const { asked, d, place } = turn;
    const taken = await deps.does.takeUpItem({ ...asked, ...item });
    if (taken.ok && place !== 'channel') return heldCard(d, taken.value);
    if (taken.ok || taken.error.kind === 'changed-meanwhile') return asItStands(deps, turn, item);
    return refusalCard(d, taken.error);
  });
