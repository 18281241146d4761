import { createRequire } from 'node:module';
import { accessLogFile, type FileText } from '../cards/access-log-file';
import { archiveFile, isArchiveFile } from './archive-files';
import type * as CalendarFile from './calendar-file';
import { type Deps } from './deps';
import { type FileBytes } from './docx';
import { drawingFor } from './known';
import { minutesFile } from './minutes-file';

/** What writes calendars is loaded with the first of them. */
const load: (file: './calendar-file') => typeof CalendarFile = createRequire(__filename);

/** A file may be long; a browser waits longer than Teams does. */
const FILE_MS = 30_000;

/** The file a link stands for, in the language of whoever it is for; undefined when the answer is no, whatever it is. */
export const fileFor =
  (deps: Deps) =>
  async (token: string): Promise<FileText | FileBytes | undefined> => {
    const within = AbortSignal.timeout(FILE_MS);
    const fetched = await deps.does.downloadFile({ token, at: deps.now(), within });
    if (!fetched.ok) return undefined;
    const { asked, file } = fetched.value;
    if (file.kind === 'minutes') return minutesFile(deps, file);
    const d = await drawingFor(deps, asked);
    if (isArchiveFile(file)) return archiveFile(deps, d, file);
    if (file.kind === 'calendar') return load('./calendar-file').calendarFile(d, file);
    return accessLogFile(d, file);
  };
