import { type Case } from '../domain/case';
import { type MeetingId } from '../domain/ids';
import { type Errand } from '../domain/outbox';
import { withoutMeeting } from '../domain/pause';
import { type Instant } from '../domain/time';
import { entriesFor } from './asked';
import { keptClock } from './kept-clock';
import { nextMeeting } from './next-meeting';
import { type CaseFile } from './ports/cases';
import { type Within } from './ports/common';
import { systemFact } from './system-fact';
import { type World } from './world';

type Needs = Pick<World, 'cases' | 'meetings' | 'programme' | 'calendar' | 'derive'>;
type Emptying = Extract<Errand, { kind: 'empty-agenda' }>;
/** `left`: it does not stand there. `changed-meanwhile`: somebody was first; do it again. */
export type Emptied = 'emptied' | 'left' | 'changed-meanwhile';

const standsOn = ({ meetingId, byHand }: Case, id: MeetingId): boolean =>
  meetingId === id || byHand?.meetingId === id;

/** Off the agenda that was cancelled; what somebody asked to have there is asked of the next, and what they took off is not. */
const freed = (kase: Case, id: MeetingId, next: MeetingId): Case => {
  const off = withoutMeeting(kase, id);
  if (off.byHand?.meetingId !== id) return off;
  const { byHand, ...rest } = off;
  return byHand.wants === 'on' ? { ...rest, byHand: { ...byHand, meetingId: next } } : rest;
};

const free = async (
  world: Needs,
  { file, meetingId, now }: { readonly file: CaseFile; readonly meetingId: MeetingId; readonly now: Instant },
  within: Within,
): Promise<Emptied> => {
  const { id: caseId } = file.kase;
  const next = await nextMeeting(world, world.calendar.dayOf(now), within);
  const kase = freed(file.kase, meetingId, next.meeting.id);
  const fact = systemFact(world.derive, {
    operation: 'empty-agenda',
    subject: caseId,
    caseId,
    at: now,
    cause: ['empty-agenda', meetingId, caseId, file.version],
  });
  const outbox = entriesFor(world, fact, [{ kind: 'edit-item', meetingId, caseId }]);
  const saved = await world.cases.commit(
    { file, kase, fact, outbox, ...keptClock(kase, world.calendar) },
    within,
  );
  return saved === 'changed-meanwhile' ? saved : 'emptied';
};

/**
 * Frees a case from the agenda of a meeting that was cancelled, so that the next agenda takes it up; its card there is
 * drawn anew. Freeing it again does nothing, so that cancelling may be cut off anywhere.
 */
export const emptyAgenda =
  (world: Needs) =>
  async ({ meetingId, caseId }: Emptying, now: Instant, within: Within): Promise<Emptied> => {
    const [file, meeting] = await Promise.all([
      world.cases.load(caseId, within),
      world.meetings.load(meetingId, within),
    ]);
    return file !== undefined && meeting?.meeting.state === 'cancelled' && standsOn(file.kase, meetingId)
      ? free(world, { file, meetingId, now }, within)
      : 'left';
  };
