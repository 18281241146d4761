import { type MeetingId } from '../domain/ids';
import { type Refusal } from '../domain/refusal';
import { plusMs } from '../domain/time';
import { type Result } from '../result';
import { type Asked } from './asked';
import { lookAtMinutes, minutesFor, type OpenedMinutes } from './look-at-minutes';
import { type World } from './world';

type OfMeeting = Asked & { readonly meetingId: MeetingId };

/** A link that fetches the minutes as a file once, within five minutes. */
type MinutesOffer = Pick<OpenedMinutes, 'meeting'> & { readonly token: string };

const FIVE_MINUTES_MS = 5 * 60_000;

export const exportMinutes =
  (world: World) =>
  (asked: OfMeeting): Promise<Result<MinutesOffer, Refusal>> => {
    const { by, account, at, meetingId, commandId } = asked;
    return lookAtMinutes(world, asked, {
      operation: 'export-minutes',
      ask: 'open-minutes',
      meetingId,
      answer: meeting => ({
        meeting,
        token: world.tickets.seal({
          person: by.person.id,
          account,
          what: { kind: 'minutes', meetingId },
          expiresAt: plusMs(at, FIVE_MINUTES_MS),
          nonce: world.derive(commandId, 'ticket'),
        }),
      }),
    });
  };

/** The same that its holder would see in the card, at the moment of fetching. */
export const downloadMinutes =
  (world: World) =>
  (asked: OfMeeting): Promise<Result<OpenedMinutes, Refusal>> =>
    lookAtMinutes(world, asked, {
      operation: 'download-minutes',
      ask: 'open-minutes',
      meetingId: asked.meetingId,
      answer: meeting => minutesFor(world, asked, meeting),
    });
