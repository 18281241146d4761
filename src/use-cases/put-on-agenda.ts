import { agendaOf, type AgendaItem, type Entry, placed, type Today } from '../domain/agenda';
import { type Case } from '../domain/case';
import { isOver, type Meeting } from '../domain/meeting';
import { type Errand } from '../domain/outbox';
import { type Instant } from '../domain/time';
import { entriesFor } from './asked';
import { keptClock } from './kept-clock';
import { listOnAgenda } from './list-on-agenda';
import { type CaseFile, type ItemChange, type ItemFile } from './ports/cases';
import { type Within } from './ports/common';
import { type MeetingFile } from './ports/meetings';
import { systemFact } from './system-fact';
import { type World } from './world';

type Needs = Pick<World, 'cases' | 'meetings' | 'calendar' | 'programme' | 'derive'>;
type Laying = Extract<Errand, { kind: 'put-on-agenda' }>;
/** `left-out`: the case no longer belongs on an agenda. `changed-meanwhile`: somebody was first; lay it again. */
export type Laid = 'laid' | 'left-out' | 'changed-meanwhile';

/** Where the case stands on the agenda of that meeting; undefined when it does not belong on it. */
export const entryOn = (kase: Case, meeting: Meeting, now: Today): Entry | undefined =>
  agendaOf([kase], meeting, now)[0];

type Placing = {
  readonly laying: Laying;
  readonly file: CaseFile;
  readonly entry: Entry;
  readonly meeting: MeetingFile;
  readonly item: ItemFile | undefined;
  readonly now: Instant;
};

/** The kind is the case's now: it may have become urgent since the agenda was published. */
const newItem = ({ entry: { kase, kind }, laying, meeting: { meeting }, now }: Placing): AgendaItem =>
  placed(
    {
      caseId: kase.id,
      code: kase.code,
      meetingId: laying.meetingId,
      number: laying.number,
      kind,
      publishedAt: meeting.publishedAt ?? now,
      answered: [],
      ...(laying.late === true ? { late: true } : {}),
      closed: false,
    },
    meeting,
  );

/** Taken off once, and put on again: nothing else of it is forgotten. */
const reopened = ({ item, version, rationale }: ItemFile): ItemChange => {
  const { offReason: _, ...rest } = item;
  return {
    item: { ...rest, late: true, closed: false },
    version,
    ...(rationale === undefined ? {} : { keep: rationale }),
  };
};

const itemIn = (placing: Placing): { readonly item?: ItemChange } => {
  if (placing.item === undefined) return { item: { item: newItem(placing) } };
  return placing.item.item.closed ? { item: reopened(placing.item) } : {};
};

/** A new item is posted; one that stood there before the case left the agenda is drawn anew. */
const errandsFor = ({ item, laying: { meetingId, caseId, late } }: Placing): readonly Errand[] => [
  { kind: item === undefined ? 'post-item' : 'edit-item', meetingId, caseId },
  ...(late === true || item !== undefined ? [{ kind: 'edit-agenda', meetingId } as const] : []),
];

const place = async (world: Needs, placing: Placing, within: Within): Promise<Laid> => {
  const { file, laying, now } = placing;
  const { caseId, meetingId } = laying;
  const fact = systemFact(world.derive, {
    operation: 'put-on-agenda',
    subject: caseId,
    caseId,
    at: now,
    cause: ['put-on-agenda', meetingId, caseId, file.version],
  });
  const outbox = entriesFor(world, fact, errandsFor(placing));
  const kase = { ...file.kase, presented: true, meetingId };
  const change = { file, kase, fact, outbox, ...keptClock(kase, world.calendar), ...itemIn(placing) };
  const saved = await world.cases.commit(change, within);
  return saved === 'changed-meanwhile' ? saved : 'laid';
};

type Found = {
  readonly file: CaseFile | undefined;
  readonly meeting: MeetingFile | undefined;
  readonly item: ItemFile | undefined;
};

const find = async (world: Needs, { caseId, meetingId }: Laying, within: Within): Promise<Found> => {
  const [file, meeting, item] = await Promise.all([
    world.cases.load(caseId, within),
    world.meetings.load(meetingId, within),
    world.cases.item(caseId, meetingId, within),
  ]);
  return { file, meeting, item };
};

/** What there is to lay; undefined when the case does not belong on this agenda, or the meeting is over. */
const placing = (
  { calendar, programme }: Needs,
  laying: Laying,
  { found: { file, meeting, item }, now }: { found: Found; now: Instant },
): Placing | undefined => {
  if (file === undefined || meeting === undefined || isOver(meeting.meeting)) return undefined;
  const entry = entryOn(file.kase, meeting.meeting, { calendar, programme, today: calendar.dayOf(now) });
  return entry && { laying, file, entry, meeting, item, now };
};

/**
 * Lays a case on a published agenda: its place on the list, then the item, the case's place and the card's errand in one
 * batch. Laying it again does nothing, so that publishing may be cut off anywhere.
 */
export const putOnAgenda =
  (world: Needs) =>
  async (laying: Laying, now: Instant, within: Within): Promise<Laid> => {
    const found = await find(world, laying, within);
    if (found.item !== undefined && found.file?.kase.meetingId === laying.meetingId) return 'laid';
    const toLay = placing(world, laying, { found, now });
    if (toLay === undefined) return 'left-out';
    const meeting = await listOnAgenda(world, { laying, file: toLay.meeting, now }, within);
    return meeting === 'changed-meanwhile' ? meeting : place(world, { ...toLay, meeting }, within);
  };
