import { type AgendaItem, placed } from '../domain/agenda';
import { isClosed } from '../domain/closed-item';
import { type CaseId, type MeetingId } from '../domain/ids';
import { isOver, type Meeting } from '../domain/meeting';
import { type Instant } from '../domain/time';
import { type Message } from '../use-cases/ports/messenger';
import { type Within } from '../use-cases/ports/common';
import { newGaps } from '../use-cases/new-gaps';
import { entryOn } from '../use-cases/put-on-agenda';
import { type World } from '../use-cases/world';

type Needs = Pick<World, 'cases' | 'meetings' | 'gaps' | 'programme' | 'calendar'>;
/** A card of the channel as it should be now. It matters until its meeting is over or it has nothing to say. */
export type ChannelCard = {
  readonly message: Message;
  readonly posted: AgendaItem['posted'];
  readonly matters: boolean;
  /** Cases of the agenda that have yet to be laid on it. */
  readonly incomplete: boolean;
};
type At = { readonly now: Instant; readonly within: Within };

/** Undefined when the case, its item or the meeting is not there. */
export const itemCard = async (
  { cases, meetings, calendar }: Needs,
  { meetingId, caseId }: { readonly meetingId: MeetingId; readonly caseId: CaseId },
  { now, within }: At,
): Promise<ChannelCard | undefined> => {
  const [meeting, file, found] = await Promise.all([
    meetings.load(meetingId, within),
    cases.load(caseId, within),
    cases.item(caseId, meetingId, within),
  ]);
  if (meeting === undefined || file === undefined || found === undefined) return undefined;
  const closed = isClosed(found.item, file.kase);
  const item = { ...placed(found.item, meeting.meeting), closed };
  const today = calendar.dayOf(now);
  return {
    message: { kind: 'item', item, kase: file.kase, meeting: meeting.meeting, today },
    posted: item.posted,
    matters: !closed && !isOver(meeting.meeting),
    incomplete: false,
  };
};

const current = async ({ cases }: Needs, item: AgendaItem, within: Within): Promise<AgendaItem> => {
  const file = await cases.load(item.caseId, within);
  return { ...item, closed: isClosed(item, file?.kase) };
};

type Laying = At & { readonly caseId: CaseId };
const isToBeLaid = async (world: Needs, meeting: Meeting, { caseId, now, within }: Laying) => {
  const today = world.calendar.dayOf(now);
  const file = await world.cases.load(caseId, within);
  return file !== undefined && entryOn(file.kase, meeting, { ...world, today }) !== undefined;
};

type Agenda = { readonly meeting: Meeting; readonly missing: readonly CaseId[] };
const isIncomplete = async (world: Needs, { meeting, missing }: Agenda, at: At) => {
  const toBeLaid = await Promise.all(missing.map(id => isToBeLaid(world, meeting, { caseId: id, ...at })));
  return toBeLaid.includes(true);
};

/** Undefined when there is no such meeting, or its agenda is not published. */
export const agendaCard = async (
  world: Needs,
  meetingId: MeetingId,
  { now, within }: At,
): Promise<ChannelCard | undefined> => {
  const meeting = (await world.meetings.load(meetingId, within))?.meeting;
  if (meeting?.publishedAt === undefined) return undefined;
  const laid = await world.cases.itemsOf(meetingId, within);
  const items = await Promise.all(laid.map(item => current(world, placed(item, meeting), within)));
  const missing = meeting.agenda.filter(id => !laid.some(({ caseId }) => caseId === id));
  return {
    message: {
      ...{ kind: 'agenda', meeting, items, today: world.calendar.dayOf(now) },
      ...(isOver(meeting) ? {} : { newGaps: await newGaps(world, meeting, within) }),
    },
    posted: meeting.posted,
    matters: !isOver(meeting),
    incomplete: await isIncomplete(world, { meeting, missing }, { now, within }),
  };
};
