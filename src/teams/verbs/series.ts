import { z } from 'zod';
import { calendarOffer, meetingChangedCard } from '../../cards/meeting-changed';
import { meetingForm } from '../../cards/meeting-form';
import { type Card } from '../../cards/template';
import { CANCEL_REASONS } from '../../domain/meeting';
import { MEETING_FIELDS } from '../../domain/meeting-form';
import { type MeetingId } from '../../domain/ids';
import { type Deps } from '../deps';
import { changes, type Handler, Nothing, reads, type Turn } from '../handler';
import { refusedOr } from '../refused';
import { given, OfMeeting, texts } from '../submissions';

export const onStartPlanMeeting = ({ does }: Deps): Handler =>
  reads(OfMeeting, async ({ asked, d }, { meetingId }) =>
    refusedOr(d, await does.startPlanMeeting({ ...asked, meetingId }), plan => meetingForm(d, plan)),
  );

const Planned = OfMeeting.extend({ revision: z.number().int().min(0), ...texts(MEETING_FIELDS) });

/** The meeting as it is now, for whoever changed what it no longer is. */
const stale = async ({ does }: Deps, { asked, d }: Turn, meetingId: MeetingId): Promise<Card> =>
  refusedOr(d, await does.startPlanMeeting({ ...asked, meetingId }), plan =>
    meetingForm(d, { ...plan, isStale: true }),
  );

export const onPlanMeeting = (deps: Deps): Handler =>
  changes(Planned, async (turn, { meetingId, revision, ...typed }) => {
    const { asked, d } = turn;
    const values = given(typed);
    const planned = await deps.does.planMeeting({ ...asked, meetingId, revision, values });
    if (!planned.ok && planned.error.kind === 'changed-meanwhile') return stale(deps, turn, meetingId);
    return refusedOr(d, planned, value =>
      'problems' in value
        ? meetingForm(d, { ...value.plan, values, problems: value.problems })
        : meetingChangedCard(d, value.meeting),
    );
  });

const Cancelled = OfMeeting.extend({ reason: z.enum(CANCEL_REASONS) });

export const onCancelMeeting = ({ does }: Deps): Handler =>
  changes(Cancelled, async ({ asked, d }, { meetingId, reason }) =>
    refusedOr(d, await does.cancelMeeting({ ...asked, meetingId, reason }), meeting =>
      meetingChangedCard(d, meeting),
    ),
  );

export const onExportCalendar = ({ does, publicUrl }: Deps): Handler =>
  reads(Nothing, async ({ asked, d }) =>
    refusedOr(d, await does.exportCalendar(asked), ({ token }) =>
      calendarOffer(d, `${publicUrl()}/files/${token}`),
    ),
  );
