import { agendaOf } from '../domain/agenda';
import { addToAgenda as added } from '../domain/agenda-steps';
import { type Case } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { type Errand } from '../domain/outbox';
import { type Refusal, WRONG_STATE } from '../domain/refusal';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changeCaseBeside } from './change-case';
import { MOST_ITEMS } from './list-on-agenda';
import { type Found, nextMeeting } from './next-meeting';
import { type World } from './world';

/** On an agenda that is published already it is laid at once, marked as late; on one that is not it comes with the rest. */
const laying = (world: World, asked: Asked, { kase, meeting }: Adding): readonly Errand[] => {
  if (meeting.publishedAt === undefined) return [];
  const entries = agendaOf([kase], meeting, { ...world, today: todayOf(world, asked) });
  return entries.map(({ kind }) => ({
    kind: 'put-on-agenda',
    meetingId: meeting.id,
    caseId: kase.id,
    number: meeting.agenda.length + 1,
    item: kind,
    late: true,
  }));
};
type Adding = { readonly kase: Case; readonly meeting: Meeting };

const hasRoom = ({ agenda }: Meeting, { id }: Case): boolean =>
  agenda.includes(id) || agenda.length < MOST_ITEMS;

/** A case is put on the next agenda by hand, whatever the clocks say; its chair may say so, too. */
export const addToAgenda =
  (world: World) =>
  (asked: Asked & { readonly caseId: CaseId }): Promise<Result<Case, Refusal>> =>
    changeCaseBeside<Found>(world, asked, {
      operation: 'add-to-agenda',
      caseId: asked.caseId,
      beside: () => nextMeeting(world, todayOf(world, asked), asked.within),
      judge: ({ kase }, { meeting }) =>
        judge(asked.by.person, { about: 'case', ask: 'add-to-agenda', kase, meeting }),
      decide: ({ kase: before }, { meeting }) => {
        const next = added(before, meeting);
        if (!next.ok) return next;
        const kase = next.value;
        return hasRoom(meeting, kase)
          ? ok({ kase, errands: laying(world, asked, { kase, meeting }) })
          : err(WRONG_STATE);
      },
    });
