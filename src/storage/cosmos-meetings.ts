import { type Digest, EMPTY_CHAIN } from '../audit/event';
import { type MeetingId } from '../domain/ids';
import { awaitsArchive } from '../domain/archive';
import { type Addendum } from '../domain/minutes-steps';
import { type Within } from '../use-cases/ports/common';
import { type MeetingBeside, type MeetingFile, type Meetings } from '../use-cases/ports/meetings';
import { type Step, written } from './database/steps';
import { isRecorded, recorded } from './documents/audit-document';
import { MEETING_ID, meetingDocument, toMeetingFile } from './documents/meeting-document';
import {
  ADDENDUM,
  addendumDocument,
  MINUTES_ID,
  minutesDocument,
  toAddenda,
  toMinutes,
} from './documents/minutes-document';
import { outboxSteps } from './documents/outbox-document';
import { meetingPartition } from './documents/stored';
import { type AgingCache } from './sealing/aging-cache';
import { type Shelves } from './shelves';

export type MeetingParts = {
  readonly shelves: Pick<Shelves, 'work'>;
  readonly digest: Digest;
  /** What was read a short while ago; none, too, is something that was read. */
  readonly seen: AgingCache<{ readonly file: MeetingFile | undefined }>;
};
/** Counts what was saved: what was read before a save is not kept after it. */
type Parts = MeetingParts & { readonly saved: { times: number } };

/** What a meeting is stored as. */
const MEETING = 'meeting';

/** In the order they came: each carries its place in the meeting's chain. */
const addendaOf = async (
  { work }: MeetingParts['shelves'],
  id: MeetingId,
  within: Within,
): Promise<readonly Addendum[]> => {
  const query = { where: 'c.type = @type', values: { type: ADDENDUM }, partition: meetingPartition(id) };
  return toAddenda(await work.query(query, within));
};

const readMinutes =
  (shelves: MeetingParts['shelves']): Meetings['minutes'] =>
  async (id, within) => {
    const [{ value }, addenda] = await Promise.all([
      shelves.work.read({ id: MINUTES_ID, pk: meetingPartition(id) }, within),
      addendaOf(shelves, id, within),
    ]);
    return value === undefined ? undefined : { minutes: toMinutes(value), addenda };
  };

type Beside = MeetingBeside & { readonly id: MeetingId; readonly sequence: number };

/** Created, and never replaced: the batch fails should they lie there already. */
const besideTheMeeting = ({ id, sequence, minutes, addendum }: Beside): readonly Step[] => [
  ...(minutes === undefined ? [] : [written(minutesDocument(minutes), undefined)]),
  ...(addendum === undefined ? [] : [written(addendumDocument(id, sequence, addendum), undefined)]),
];

const unarchivedIn =
  ({ work }: MeetingParts['shelves']): Meetings['unarchived'] =>
  async within => {
    const found = await work.query({ where: 'c.type = @type', values: { type: MEETING } }, within);
    return found.map(document => toMeetingFile(document).meeting).filter(awaitsArchive);
  };

const loading =
  ({ shelves, seen, saved }: Parts): Meetings['load'] =>
  async (id, within) => {
    const { times } = saved;
    const { value } = await shelves.work.read({ id: MEETING_ID, pk: meetingPartition(id) }, within);
    const file = value === undefined ? undefined : toMeetingFile(value);
    if (saved.times === times) seen.put(id, { file });
    return file;
  };

const committing =
  ({ shelves, digest, seen, saved }: Parts): Meetings['commit'] =>
  async ({ meeting, file, fact, outbox, ...beside }, within) => {
    const pk = meetingPartition(meeting.id);
    const head = file?.head ?? EMPTY_CHAIN;
    const more = besideTheMeeting({ ...beside, id: meeting.id, sequence: head.sequence + 1 });
    const steps = recorded({ pk, fact, head, digest }, next => [
      written(meetingDocument(meeting, next), file?.version),
      ...more,
      ...outboxSteps(pk, outbox),
    ]);
    try {
      return await shelves.work.batch(pk, steps, within);
    } finally {
      // Whether it was saved is not known when the answer was lost.
      saved.times += 1;
      seen.drop(meeting.id);
    }
  };

/** Meetings in Cosmos: each in its own partition, with its own chain. */
export const cosmosMeetings = (given: MeetingParts): Meetings => {
  const parts = { ...given, saved: { times: 0 } };
  const { shelves, seen } = parts;
  const load = loading(parts);
  return {
    load,
    glance: async (id, within) => {
      const found = seen.get(id);
      return found === undefined ? load(id, within) : found.file;
    },
    known: (id, command, within) => isRecorded(shelves.work, { pk: meetingPartition(id), command }, within),
    unarchived: unarchivedIn(shelves),
    minutes: readMinutes(shelves),
    commit: committing(parts),
  };
};
