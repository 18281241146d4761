import { allot } from '../domain/allotment';
import { moved } from '../domain/agenda-steps';
import { type ItemKind } from '../domain/agenda';
import { type CaseCode } from '../domain/code';
import { type CaseId, type MeetingId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { type Errand } from '../domain/outbox';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Agenda, agendaOfMeeting, entriesOf } from './agenda-of-meeting';
import { type Asked } from './asked';
import { changeMeeting } from './change-meeting';
import { looked } from './lookup';
import { meetingById } from './next-meeting';
import { refuse } from './perform';
import { type World } from './world';

type OfMeeting = Asked & { readonly meetingId: MeetingId };
type Ordering = OfMeeting & {
  readonly code: CaseCode;
  /** The case it is to come after, or `first`; undefined leaves it where it is. */
  readonly after?: CaseCode | 'first';
  readonly minutes?: number;
};

/** The form: what can be moved, for whoever may move it. */
export const startOrder =
  (world: World) =>
  async (asked: OfMeeting): Promise<Result<Agenda, Refusal>> => {
    const what = { operation: 'start-order-agenda', subject: asked.meetingId };
    const found = await meetingById(world, asked.meetingId, asked.within);
    const ruling =
      found && judge(asked.by.person, { about: 'meeting', ask: 'order-agenda', meeting: found.meeting });
    if (found === undefined || ruling?.allowed !== true) {
      await refuse(world, asked, what);
      return err(NOT_AVAILABLE);
    }
    await looked(world, asked, { ...what, rule: ruling.rule });
    return ok(await agendaOfMeeting(world, asked, found.meeting));
  };

type Line = { readonly caseId: CaseId; readonly code: CaseCode; readonly kind: ItemKind };
/** What the asker sees of it: a case they are disqualified from cannot be moved, nor be moved after. */
const linesOf = ({ meeting, entries, items }: Agenda): readonly Line[] =>
  meeting.publishedAt === undefined
    ? entries.map(({ kase: { id, code }, kind }) => ({ caseId: id, code, kind }))
    : items.filter(({ closed }) => !closed);

type Known = { readonly line: Line; readonly after: Line | undefined };
const knownIn = (lines: readonly Line[], { code, after }: Ordering): Known | undefined => {
  const line = lines.find(one => one.code === code);
  const before = lines.find(one => one.code === after);
  if (line === undefined || (before === undefined && after !== undefined && after !== 'first'))
    return undefined;
  return { line, after: before };
};

/** The list that is moved in: the agenda itself once it is published, before that the order it will be published in. */
const reordered = async (
  world: World,
  asked: Ordering,
  { meeting, known }: { readonly meeting: Meeting; readonly known: Known },
): Promise<Partial<Pick<Meeting, 'agenda' | 'order'>>> => {
  if (asked.after === undefined) return {};
  const move = { caseId: known.line.caseId, after: known.after?.caseId };
  if (meeting.publishedAt !== undefined) return { agenda: moved(meeting.agenda, move) };
  const entries = await entriesOf(world, asked, meeting);
  return {
    order: moved(
      entries.map(({ kase }) => kase.id),
      move,
    ),
  };
};

/** The agenda card, and every item whose number is another now. */
const redrawn = (before: Meeting, after: Meeting): readonly Errand[] => {
  if (after.publishedAt === undefined) return [];
  const { id: meetingId } = after;
  const renumbered = after.agenda.filter((caseId, place) => before.agenda[place] !== caseId);
  return [
    { kind: 'edit-agenda', meetingId },
    ...renumbered.map(caseId => ({ kind: 'edit-item' as const, meetingId, caseId })),
  ];
};

const decided = async (world: World, asked: Ordering, meeting: Meeting) => {
  const { after, minutes } = asked;
  if (after === undefined && minutes === undefined) return err({ kind: 'incomplete' } as const);
  const known = knownIn(linesOf(await agendaOfMeeting(world, asked, meeting)), asked);
  if (known === undefined) return err(NOT_AVAILABLE);
  const next = {
    ...meeting,
    ...(await reordered(world, asked, { meeting, known })),
    ...(minutes === undefined ? {} : { allotted: allot(meeting, known.line, minutes) }),
  };
  return ok({ meeting: next, errands: redrawn(meeting, next) });
};

/** One case is moved, or given more time or less: by the chair or the coordinator, before the meeting. */
export const orderAgenda =
  (world: World) =>
  (asked: Ordering): Promise<Result<Meeting, Refusal>> =>
    changeMeeting(world, asked, {
      operation: 'order-agenda',
      meetingId: asked.meetingId,
      decide: meeting => decided(world, asked, meeting),
    });
