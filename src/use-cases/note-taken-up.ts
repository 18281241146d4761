import { isEnded } from '../domain/case';
import { isHeld } from '../domain/meeting';
import { type Errand } from '../domain/outbox';
import { takenUp } from '../domain/taken-up';
import { type Instant } from '../domain/time';
import { keptClock } from './kept-clock';
import { type Within } from './ports/common';
import { systemFact } from './system-fact';
import { type World } from './world';

type Needs = Pick<World, 'cases' | 'meetings' | 'calendar' | 'derive'>;
type Noting = Extract<Errand, { kind: 'note-taken-up' }>;
/** `left`: it is known already, or is of no use. `changed-meanwhile`: somebody was first; do it again. */
export type Noted = 'noted' | 'left' | 'changed-meanwhile';

/** Leaves with a case the day a meeting spoke of it. Its card says nothing of that, and is not drawn anew. */
export const noteTakenUp =
  (world: Needs) =>
  async ({ meetingId, caseId }: Noting, now: Instant, within: Within): Promise<Noted> => {
    const [file, found] = await Promise.all([
      world.cases.load(caseId, within),
      world.meetings.load(meetingId, within),
    ]);
    if (file === undefined || found === undefined || !isHeld(found.meeting)) return 'left';
    const kase = takenUp(file.kase, found.meeting.on);
    if (kase === file.kase || isEnded(kase)) return 'left';
    const operation = 'note-taken-up';
    const cause = [operation, meetingId, caseId, file.version];
    const fact = systemFact(world.derive, { operation, subject: caseId, caseId, at: now, cause });
    const saved = await world.cases.commit(
      { file, kase, fact, outbox: [], ...keptClock(kase, world.calendar) },
      within,
    );
    return saved === 'changed-meanwhile' ? saved : 'noted';
  };
