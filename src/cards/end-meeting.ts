import { type MeetingId } from '../domain/ids';
import { button, unfolding } from './button';
import { type Drawing } from './drawing';
import { type Card } from './template';
import { unfolded } from './unfolded';

/** Ending a meeting cannot be undone: the consequence is read first. */
export const endingButton = ({ t, nonce }: Drawing, meetingId: MeetingId): Card =>
  unfolding(
    t.meeting.end,
    unfolded(
      { lines: [t.meeting.endConsequence] },
      button(t.meeting.reallyEnd, { verb: 'end-meeting', meetingId, nonce }, { danger: true }),
    ),
  );
