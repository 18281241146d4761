import { accessLogFile, type FileText } from '../cards/access-log-file';
import { type Deps } from './deps';
import { drawingFor } from './known';

/** A file may be long; a browser waits longer than Teams does. */
const FILE_MS = 30_000;

/** The file a link stands for, in the language of whoever it is for; undefined when the answer is no, whatever it is. */
export const fileFor =
  (deps: Deps) =>
  async (token: string): Promise<FileText | undefined> => {
    const within = AbortSignal.timeout(FILE_MS);
    const fetched = await deps.does.downloadFile({ token, at: deps.now(), within });
    if (!fetched.ok) return undefined;
    const { asked, file } = fetched.value;
    return accessLogFile(await drawingFor(deps, asked), file);
  };
