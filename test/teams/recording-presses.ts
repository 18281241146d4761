import { meetingId } from '../builders/ids';
import { type House } from '../use-cases/asking';
import { ledByCoordinator, putApproved, SEEN } from '../use-cases/minutes-verbs';
import { type GoodPress } from './good-press';

const meetingKey = { meetingId: meetingId() };
const over = (house: House): void => {
  house.putMeeting(ledByCoordinator());
};

/** The verbs of the minutes. */
export const RECORDING: Readonly<Record<string, GoodPress>> = {
  'open-minutes': { by: 'member', given: over, data: { ...meetingKey, from: 0 }, changes: false },
  'approve-minutes': { by: 'coordinator', given: over, data: { ...meetingKey, seen: SEEN }, changes: true },
  'start-addendum': { by: 'coordinator', given: putApproved, data: meetingKey, changes: false },
  'add-addendum': {
    by: 'coordinator',
    given: putApproved,
    data: { ...meetingKey, text: 'Møtet begynte 9.10.' },
    changes: true,
  },
  'export-minutes': { by: 'member', given: putApproved, data: meetingKey, changes: false },
};
