import { type Meeting } from '../domain/meeting';
import { type MeetingNotice } from '../domain/notice';
import { button } from './button';
import { type Drawing } from './drawing';
import { headed } from './parts';
import { type Card, fill } from './template';
import { capital, clockOf } from './wording';

const VERBS: Readonly<Record<MeetingNotice, string>> = {
  contribute: 'open-contributions',
  'contribute-reminder': 'open-contributions',
  moved: 'open-agenda',
  cancelled: 'open-agenda',
  'approve-minutes': 'open-minutes',
};

type Told = { readonly meeting: Meeting; readonly about: MeetingNotice };

/** The doorbell about a meeting: its day and its hour, no case, and one button (domain.md §13). */
export const meetingNoticeCard = (d: Drawing, { meeting, about }: Told): Card => {
  const { t, nonce, today, calendar } = d;
  const when = t.agenda.when(t.day(meeting.on, today), t.time(clockOf(calendar, meeting.startsAt)));
  return fill('notice', {
    ...headed(t, { eyebrow: capital(when), ...t.notice.meeting[about] }),
    actions: [
      button(
        t.notice.meetingButtons[about],
        { verb: VERBS[about], meetingId: meeting.id, nonce },
        { primary: true },
      ),
    ],
  });
};
