import { agendaOf, type AgendaItem, type Entry } from '../domain/agenda';
import { type Case } from '../domain/case';
import { type Meeting } from '../domain/meeting';
import { type Errand } from '../domain/outbox';
import { type Instant } from '../domain/time';
import { entriesFor } from './asked';
import { keptClock } from './kept-clock';
import { type CaseFile, type ItemFile } from './ports/cases';
import { type Within } from './ports/common';
import { type MeetingFile } from './ports/meetings';
import { systemFact } from './system-fact';
import { type World } from './world';

type Needs = Pick<World, 'cases' | 'meetings' | 'calendar' | 'derive'>;
type Laying = Extract<Errand, { kind: 'put-on-agenda' }>;
/** `left-out`: the case no longer belongs on an agenda. `changed-meanwhile`: somebody was first; lay it again. */
export type Laid = 'laid' | 'left-out' | 'changed-meanwhile';

/** Where the case stands on the agenda of that day; undefined when it does not belong on it. */
export const entryOn = (
  kase: Case,
  meeting: Meeting,
  { calendar }: Pick<Needs, 'calendar'>,
): Entry | undefined => agendaOf([kase], meeting.on, calendar)[0];

/** The kind is the case's now: it may have become urgent since the agenda was published. */
const itemFor = ({ kase, kind }: Entry, { meetingId, number }: Laying, publishedAt: Instant): AgendaItem => ({
  caseId: kase.id,
  code: kase.code,
  meetingId,
  number,
  kind,
  publishedAt,
  answered: [],
  closed: false,
});

type Placing = { readonly file: CaseFile; readonly item: ItemFile | AgendaItem; readonly now: Instant };

const isThere = (item: ItemFile | AgendaItem): item is ItemFile => 'version' in item;

/** A new item is posted; one that stood there before the case left the agenda is drawn anew. */
const place = async (world: Needs, { file, item, now }: Placing, within: Within): Promise<Laid> => {
  const there = isThere(item);
  const { caseId, meetingId } = there ? item.item : item;
  const fact = systemFact(world.derive, {
    operation: 'put-on-agenda',
    subject: caseId,
    caseId,
    at: now,
    cause: ['put-on-agenda', meetingId, caseId, file.version],
  });
  const outbox = entriesFor(world, fact, [{ kind: there ? 'edit-item' : 'post-item', meetingId, caseId }]);
  const kase = { ...file.kase, presented: true, meetingId };
  const change = { file, kase, fact, outbox, ...keptClock(kase, world.calendar) };
  const saved = await world.cases.commit(there ? change : { ...change, item: { item } }, within);
  return saved === 'changed-meanwhile' ? saved : 'laid';
};

type Standing = {
  readonly file: CaseFile | undefined;
  readonly meeting: MeetingFile | undefined;
  readonly item: ItemFile | undefined;
};

const standing = async (world: Needs, { caseId, meetingId }: Laying, within: Within): Promise<Standing> => {
  const [file, meeting, item] = await Promise.all([
    world.cases.load(caseId, within),
    world.meetings.load(meetingId, within),
    world.cases.item(caseId, meetingId, within),
  ]);
  return { file, meeting, item };
};

/** What there is to lay; undefined when the case does not belong on this agenda, or the meeting is over. */
const placing = (
  world: Needs,
  laying: Laying,
  { found, now }: { found: Standing; now: Instant },
): Placing | undefined => {
  const { file, meeting, item } = found;
  if (file === undefined || meeting === undefined || meeting.meeting.state === 'ended') return undefined;
  const entry = entryOn(file.kase, meeting.meeting, world);
  if (entry === undefined) return undefined;
  return { file, item: item ?? itemFor(entry, laying, meeting.meeting.publishedAt ?? now), now };
};

/**
 * Lays a case on a published agenda: the item, the case's place and the card's errand in one batch. Laying it
 * again does nothing, so that publishing may be cut off anywhere.
 */
export const putOnAgenda =
  (world: Needs) =>
  async (laying: Laying, now: Instant, within: Within): Promise<Laid> => {
    const found = await standing(world, laying, within);
    if (found.item !== undefined && found.file?.kase.meetingId === laying.meetingId) return 'laid';
    const placed = placing(world, laying, { found, now });
    return placed === undefined ? 'left-out' : place(world, placed, within);
  };
