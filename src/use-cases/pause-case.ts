import { type Case } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { type Errand } from '../domain/outbox';
import { pause } from '../domain/pause';
import { type Refusal } from '../domain/refusal';
import { type LocalDate } from '../domain/time';
import { judge } from '../policy/may';
import { ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changeCaseBeside } from './change-case';
import { digestEdits } from './digest-edits';
import { type Found, nextMeeting } from './next-meeting';
import { digestReaders } from './recipients';
import { type World } from './world';

const cardOf = (before: Case, after: Case, { id }: Meeting): readonly Errand[] =>
  before.meetingId === after.meetingId ? [] : [{ kind: 'edit-agenda', meetingId: id }];

/** The case waits until a day; the agenda it stood on is drawn anew without it, and so are the digests. */
export const pauseCase =
  (world: World) =>
  (asked: Asked & { readonly caseId: CaseId; readonly until: LocalDate }): Promise<Result<Case, Refusal>> => {
    const today = todayOf(world, asked);
    return changeCaseBeside<Found>(world, asked, {
      operation: 'pause-case',
      caseId: asked.caseId,
      beside: () => nextMeeting(world, today, asked.within),
      judge: ({ kase }) => judge(asked.by.person, { about: 'case', ask: 'pause-case', kase }),
      decide: async ({ kase }, { meeting }) => {
        const coming = meeting.state === 'planned' ? { meeting } : {};
        const next = pause(kase, { until: asked.until, today, ...coming });
        if (!next.ok) return next;
        const edits = digestEdits(digestReaders(kase, await world.people.all(asked.within)), today);
        return ok({ kase: next.value, errands: [...cardOf(kase, next.value, meeting), ...edits] });
      },
    });
  };
