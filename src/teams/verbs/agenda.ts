import { z } from 'zod';
import { agendaPreviewCard } from '../../cards/agenda';
import { type Drawing } from '../../cards/drawing';
import { itemCard } from '../../cards/item';
import { attendanceForm, meetingCard } from '../../cards/meeting';
import { refusalCard } from '../../cards/refusals';
import { type Card } from '../../cards/template';
import { missingPartners } from '../../domain/attendance';
import { isHeld, type Meeting } from '../../domain/meeting';
import { PARTNERS } from '../../domain/people';
import { SeatId } from '../../ids';
import { type Agenda } from '../../use-cases/open-agenda';
import { type Deps } from '../deps';
import { changes, type Handler, Nothing, reads, type Turn, Typed } from '../handler';
import { refusedOr } from '../refused';
import { OfItem, OfMeeting } from '../submissions';
import { openedCard } from './case';

/** Until every case is laid on the agenda just published, it is shown as it was foreseen. */
const shownOn = ({
  meeting,
  entries,
  items,
}: Agenda): Pick<Agenda, 'entries'> | Pick<Agenda, 'entries' | 'items'> => {
  if (meeting.publishedAt === undefined) return { entries };
  if (items.length >= meeting.agenda.length) return { entries, items };
  return { entries: entries.filter(({ kase }) => meeting.agenda.includes(kase.id)) };
};

const previewOf = (d: Drawing, agenda: Agenda): Card =>
  agendaPreviewCard(d, { meeting: agenda.meeting, deadline: agenda.deadline, ...shownOn(agenda) });

const preview = async ({ does }: Deps, { asked, d }: Pick<Turn, 'asked' | 'd'>): Promise<Card> =>
  refusedOr(d, await does.openAgenda(asked), agenda => previewOf(d, agenda));

export const onOpenAgenda = (deps: Deps): Handler => reads(Nothing, turn => preview(deps, turn));

export const onPublishAgenda = (deps: Deps): Handler =>
  changes(OfMeeting, async (turn, { meetingId }) => {
    const published = await deps.does.publishAgenda({ ...turn.asked, meetingId });
    return published.ok ? preview(deps, turn) : refusalCard(turn.d, published.error);
  });

const heldCard = (d: Drawing, meeting: Meeting): Card =>
  isHeld(meeting)
    ? meetingCard(d, { meeting, missing: missingPartners(meeting.attendance, d.programme) })
    : attendanceForm(d, { meeting });

export const onStartAttendance = ({ does }: Deps): Handler =>
  reads(OfMeeting, async ({ asked, d }, { meetingId }) =>
    refusedOr(d, await does.startAttendance({ ...asked, meetingId }), meeting =>
      attendanceForm(d, {
        meeting,
        ...(isHeld(meeting) ? { attendance: meeting.attendance } : {}),
      }),
    ),
  );

const Attended = OfMeeting.extend({
  kommune: Typed,
  helse: Typed,
  politi: Typed,
  confidential: z.literal('yes'),
});

const seatsIn = (fields: z.infer<typeof Attended>) =>
  PARTNERS.flatMap(partner => (fields[partner] ?? '').split(','))
    .map(seat => SeatId.safeParse(seat))
    .flatMap(seat => (seat.success ? [seat.data] : []));

export const onStartMeeting = ({ does }: Deps): Handler =>
  changes(Attended, async ({ asked, d }, fields) => {
    const started = await does.startMeeting({
      ...asked,
      meetingId: fields.meetingId,
      present: seatsIn(fields),
    });
    return refusedOr(d, started, meeting => heldCard(d, meeting));
  });

export const onEndMeeting = ({ does }: Deps): Handler =>
  changes(OfMeeting, async ({ asked, d }, { meetingId }) =>
    refusedOr(d, await does.endMeeting({ ...asked, meetingId }), meeting => heldCard(d, meeting)),
  );

/** The private view, for the one who pressed in the channel. */
export const onOpenItem = ({ does }: Deps): Handler =>
  reads(OfItem, async (turn, { caseId }) => {
    const opened = await does.openCase({ ...turn.asked, caseId });
    return refusedOr(turn.d, opened, found => openedCard(turn, found));
  });

/** `Lukk` gives the shared card back. */
export const onCloseItem = ({ does }: Deps): Handler =>
  reads(OfItem, async ({ asked, d }, item) =>
    refusedOr(d, await does.openItem({ ...asked, ...item }), found => itemCard({ ...d, id: d.nonce }, found)),
  );
