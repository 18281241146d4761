import { type Digest, EMPTY_CHAIN } from '../audit/event';
import { type Meetings } from '../use-cases/ports/meetings';
import { written } from './database/steps';
import { isRecorded, recorded } from './documents/audit-document';
import { MEETING_ID, meetingDocument, toMeetingFile } from './documents/meeting-document';
import { outboxSteps } from './documents/outbox-document';
import { meetingPartition } from './documents/stored';
import { type Shelves } from './shelves';

export type MeetingParts = { readonly shelves: Pick<Shelves, 'work'>; readonly digest: Digest };

/** Meetings in Cosmos: each in its own partition, with its own chain. */
export const cosmosMeetings = ({ shelves, digest }: MeetingParts): Meetings => ({
  load: async (id, within) => {
    const { value } = await shelves.work.read({ id: MEETING_ID, pk: meetingPartition(id) }, within);
    return value === undefined ? undefined : toMeetingFile(value);
  },
  known: (id, command, within) => isRecorded(shelves.work, { pk: meetingPartition(id), command }, within),
  commit: ({ meeting, file, fact, outbox }, within) => {
    const pk = meetingPartition(meeting.id);
    const steps = recorded({ pk, fact, head: file?.head ?? EMPTY_CHAIN, digest }, head => [
      written(meetingDocument(meeting, head), file?.version),
      ...outboxSteps(pk, outbox),
    ]);
    return shelves.work.batch(pk, steps, within);
  },
});
