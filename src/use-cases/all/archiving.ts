import { exportArchive, startArchive } from '../export-archive';
import { exportMeeting, startMeetingArchive } from '../export-meeting';
import { listErasures } from '../list-erasures';
import { recordArchiveRef } from '../record-archive-ref';
import { recordMeetingRef } from '../record-meeting-ref';
import { type World } from '../world';

/** What goes to the archive, and what is erased after it. */
export const archiving = (world: World) => ({
  exportArchive: exportArchive(world),
  exportMeeting: exportMeeting(world),
  listErasures: listErasures(world),
  recordArchiveRef: recordArchiveRef(world),
  recordMeetingRef: recordMeetingRef(world),
  startArchive: startArchive(world),
  startMeetingArchive: startMeetingArchive(world),
});
