import { takeOffAgenda as taken } from '../domain/agenda-steps';
import { type OffReason } from '../domain/by-hand';
import { type Case } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { type Errand } from '../domain/outbox';
import { type Refusal, WRONG_STATE } from '../domain/refusal';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type CasePlan, changeCaseBeside } from './change-case';
import { nextMeeting } from './next-meeting';
import { type CaseFile, type ItemChange, type ItemFile } from './ports/cases';
import { type World } from './world';

type Taking = Asked & { readonly caseId: CaseId; readonly reason: OffReason };
type Beside = { readonly meeting: Meeting; readonly item: ItemFile | undefined };

const beside = async (world: World, asked: Taking): Promise<Beside> => {
  const { meeting } = await nextMeeting(world, todayOf(world, asked), asked.within);
  return { meeting, item: await world.cases.item(asked.caseId, meeting.id, asked.within) };
};

const shut = (
  { item, version, rationale }: ItemFile,
  offReason: OffReason,
): { readonly item: ItemChange } => ({
  item: {
    item: { ...item, closed: true, offReason },
    version,
    ...(rationale === undefined ? {} : { keep: rationale }),
  },
});

const agendaCard = ({ id, publishedAt }: Meeting): readonly Errand[] =>
  publishedAt === undefined ? [] : [{ kind: 'edit-agenda', meetingId: id }];

const planned = (
  { reason }: Taking,
  { kase }: CaseFile,
  { meeting, item }: Beside,
): Result<CasePlan, Refusal> => {
  if (item?.item.decision !== undefined) return err(WRONG_STATE);
  const next = taken(kase, meeting, reason);
  if (!next.ok) return next;
  const closed = item === undefined ? {} : shut(item, reason);
  return ok({ kase: next.value, ...closed, errands: agendaCard(meeting) });
};

/** A case is kept off one agenda, or taken off it; its card says no more, and the next agenda takes it up again. */
export const takeOffAgenda =
  (world: World) =>
  (asked: Taking): Promise<Result<Case, Refusal>> =>
    changeCaseBeside<Beside>(world, asked, {
      operation: 'take-off-agenda',
      caseId: asked.caseId,
      beside: () => beside(world, asked),
      judge: ({ kase }, { meeting }) =>
        judge(asked.by.person, { about: 'case', ask: 'take-off-agenda', kase, meeting }),
      decide: (file, found) => planned(asked, file, found),
    });
