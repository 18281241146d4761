import { type Meeting } from '../domain/meeting';
import { may } from '../policy/may';
import { button } from './button';
import { type Drawing } from './drawing';
import { only } from './parts';
import { type Card } from './template';

/** From a meeting to what it came to: the next step once it is over, a preview behind "…" until then. */
export const minutesButton = ({ t, nonce, reader }: Drawing, meeting: Meeting): readonly Card[] =>
  only(may(reader, { about: 'meeting', ask: 'open-minutes', meeting }), () =>
    button(
      t.minutes.open,
      { verb: 'open-minutes', meetingId: meeting.id, nonce },
      meeting.state === 'ended' ? { primary: true } : { rare: true },
    ),
  );
