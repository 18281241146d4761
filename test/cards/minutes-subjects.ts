import { type HeldMeeting } from '../../src/domain/meeting';
import { type GoneItem, type ShownMinutes } from '../../src/domain/minutes-steps';
import { aFullItem, aMinutedItem, someMinutes } from '../builders/minutes';
import { anEndedMeeting, codeOf } from './group-subjects';
import { at, coordinator } from './subjects';

export const shownMinutes = (over: Partial<ShownMinutes> = {}): ShownMinutes => ({
  ...someMinutes(),
  partial: false,
  ...over,
});
export const approvedMeeting: HeldMeeting = {
  ...anEndedMeeting,
  approved: { by: coordinator.id, at: at('2026-12-02T10:00:00Z') },
};
export const goneItem: GoneItem = { number: 2, code: codeOf(2), gone: true };

/** Minutes of a meeting whose chair is the coordinator, not approved. */
export const opened = {
  meeting: anEndedMeeting,
  minutes: shownMinutes({
    items: [aMinutedItem({ code: codeOf(1) }), goneItem, aFullItem({ number: 3, code: codeOf(3) })],
  }),
  addenda: [],
  seen: '0123456789abcdef',
};
export const manyItems = Array.from({ length: 40 }, (_, place) =>
  aFullItem({ number: place + 1, code: codeOf(place + 10) }),
);
