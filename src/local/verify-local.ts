import { type Asking, reportAudit } from '../audit-verify';
import { instantOf } from '../domain/time';
import { fileAnchors } from '../storage/anchors/file-anchors';
import { inFolder } from './in-folder';
import { ANCHORS_FILE } from './world';

/** The audit of the local world in this folder, whether it runs or not. Nothing is written. */
export const verifyLocal = (folder: string, asking: Asking): Promise<boolean> =>
  inFolder(folder, async ({ client, database, secrets, now, file }) => {
    const anchors = fileAnchors(file(ANCHORS_FILE));
    return reportAudit({ client, database, secrets, anchors, now: instantOf(new Date(now())) }, asking);
  });
