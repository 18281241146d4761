import { type Deps } from '../deps';
import {
  onExportArchive,
  onExportMeeting,
  onListErasures,
  onRecordArchiveRef,
  onRecordMeetingRef,
  onStartArchive,
  onStartMeetingArchive,
} from '../verbs/archive';

/** The verbs of the archive, and of what is erased after it. */
export const archiving = (deps: Deps) => ({
  'start-archive': onStartArchive(deps),
  'export-archive': onExportArchive(deps),
  'record-archive-ref': onRecordArchiveRef(deps),
  'start-meeting-archive': onStartMeetingArchive(deps),
  'export-meeting': onExportMeeting(deps),
  'record-meeting-ref': onRecordMeetingRef(deps),
  'list-erasures': onListErasures(deps),
});
