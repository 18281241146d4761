import { type Errand } from '../domain/outbox';
import { type Instant } from '../domain/time';
import { entriesFor } from './asked';
import { type Within } from './ports/common';
import { type MeetingFile } from './ports/meetings';
import { systemFact } from './system-fact';
import { type World } from './world';

type Needs = Pick<World, 'meetings' | 'derive'>;
type Laying = Extract<Errand, { kind: 'put-on-agenda' }>;
type Listing = { readonly laying: Laying; readonly file: MeetingFile; readonly now: Instant };

/** One batch holds a hundred operations: more cases than this wait for the next meeting. */
export const MOST_ITEMS = 90;

/**
 * What was added by hand after publishing gets its place last on the meeting's list, before its item is made: the place
 * is its number, and the list is saved whole, so that no other item has it.
 */
export const listOnAgenda = async (
  { meetings, derive }: Needs,
  { laying: { caseId, meetingId }, file, now }: Listing,
  within: Within,
): Promise<MeetingFile | 'changed-meanwhile'> => {
  const { meeting } = file;
  if (meeting.agenda.includes(caseId)) return file;
  const fact = systemFact(derive, {
    operation: 'put-on-agenda',
    subject: meetingId,
    at: now,
    cause: ['put-on-agenda', meetingId, caseId, 'list'],
  });
  const outbox = entriesFor({ derive }, fact, [{ kind: 'edit-agenda', meetingId }]);
  const listed = { ...meeting, agenda: [...meeting.agenda, caseId] };
  const saved = await meetings.commit({ meeting: listed, file, fact, outbox }, within);
  return saved === 'changed-meanwhile' ? saved : { ...file, meeting: listed };
};
