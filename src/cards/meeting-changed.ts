import { type CancelledMeeting, type Meeting } from '../domain/meeting';
import { may } from '../policy/may';
import { whenOf } from './agenda-lines';
import { button, linking } from './button';
import { type Drawing } from './drawing';
import { facts, headed, offered, privately } from './parts';
import { type Setting, type SharedDrawing } from './shared-drawing';
import { type Card, fill } from './template';
import { shown } from './text';

/** "Rådhuset, møterom 3", "Nettmøte", or both. */
export const placeOf = ({ t }: Pick<Setting, 't'>, { place, link }: Meeting): string =>
  [shown(place), link === undefined ? '' : t.series.online].filter(text => text !== '').join(' · ');

/** The agenda in the channel, when the group does not meet after all: why, and no case. */
export const cancelledCard = (d: SharedDrawing, meeting: CancelledMeeting): Card => {
  const { t } = d;
  const why = t.series.cancelledBecause(t.series.reasons[meeting.reason]);
  return fill('plain-view', {
    ...headed(t, {
      eyebrow: t.agenda.title,
      title: whenOf(d, meeting),
      lead: meeting.reason === 'no-cases' ? why : `${why} ${t.series.carriedOver}`,
    }),
    ...facts([]),
    actions: [],
  });
};

/** What else is done with a meeting, behind "…": its own when and where, the calendar, and the way in from afar. */
export const meetingActions = (d: Drawing, meeting: Meeting): readonly Card[] => {
  const { t, nonce, reader } = d;
  const { id: meetingId, link = '' } = meeting;
  return offered([
    [link !== '', { ...linking(t.series.join, link), mode: 'secondary' }],
    [
      may(reader, { about: 'meeting', ask: 'plan-meeting', meeting }),
      button(t.series.change, { verb: 'start-plan-meeting', meetingId, nonce }, { rare: true }),
    ],
    [
      may(reader, { about: 'role', ask: 'open-agenda' }),
      button(t.series.calendar, { verb: 'export-calendar', meetingId, nonce }, { rare: true }),
    ],
  ]);
};

/** What came of it: the meeting as it now is, or that there is none. */
export const meetingChangedCard = (d: Drawing, meeting: Meeting): Card => {
  const { t, nonce, nameOf } = d;
  const isCancelled = meeting.state === 'cancelled';
  const agenda = button(t.series.agenda, { verb: 'open-agenda', nonce }, { primary: true });
  return fill('plain-view', {
    ...headed(t, {
      eyebrow: privately(t, whenOf(d, meeting)),
      title: isCancelled ? t.series.cancelled : t.series.saved,
      lead: isCancelled ? t.series.cancelledLead : t.series.savedLead,
    }),
    ...facts(
      isCancelled
        ? []
        : [
            [t.series.where, placeOf(d, meeting)],
            [t.series.chair, nameOf(meeting.chair)],
          ],
    ),
    actions: offered([[may(d.reader, { about: 'role', ask: 'open-agenda' }), agenda]]),
  });
};

/** The calendar file, behind a link. */
export const calendarOffer = ({ t, nonce }: Drawing, url: string): Card =>
  fill('notice', {
    ...headed(t, {
      eyebrow: privately(t, t.common.product),
      title: t.series.calendarReady,
      lead: t.series.calendarLead,
    }),
    actions: [
      linking(t.series.download, url, { primary: true }),
      button(t.common.close, { verb: 'close-agenda', nonce }, { leavesInputs: true }),
    ],
  });
