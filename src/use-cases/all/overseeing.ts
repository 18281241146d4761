import { downloadFile } from '../download-file';
import { exportAccessLog } from '../export-access-log';
import { listMyLookups } from '../list-my-lookups';
import { openAccessLog } from '../open-access-log';
import { type World } from '../world';

/** Who looked at what, and the files people take away. */
export const overseeing = (world: World) => ({
  downloadFile: downloadFile(world),
  exportAccessLog: exportAccessLog(world),
  listMyLookups: listMyLookups(world),
  openAccessLog: openAccessLog(world),
});
