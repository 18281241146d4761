import { placed } from '../domain/agenda';
import { type CaseId, type MeetingId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { type Within } from './ports/common';
import { type ItemFile } from './ports/cases';
import { type World } from './world';

export type ItemKey = { readonly caseId: CaseId; readonly meetingId: MeetingId };
/** An agenda item and the meeting it stands in. */
export type FoundItem = { readonly file: ItemFile; readonly meeting: Meeting };

export const itemOf = async (world: World, key: ItemKey, within: Within): Promise<FoundItem | undefined> => {
  const [file, meeting] = await Promise.all([
    world.cases.item(key.caseId, key.meetingId, within),
    world.meetings.load(key.meetingId, within),
  ]);
  return file === undefined || meeting === undefined
    ? undefined
    : { file: { ...file, item: placed(file.item, meeting.meeting) }, meeting: meeting.meeting };
};
