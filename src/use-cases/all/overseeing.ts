import { downloadFile } from '../download-file';
import { exportAccessLog } from '../export-access-log';
import { findMyCases } from '../find-my-cases';
import { listMyLookups } from '../list-my-lookups';
import { openAccessLog } from '../open-access-log';
import { type World } from '../world';

/** Who looked at what, the files people take away, and the way to what is one's own. */
export const overseeing = (world: World) => ({
  downloadFile: downloadFile(world),
  exportAccessLog: exportAccessLog(world),
  findMyCases: findMyCases(world),
  listMyLookups: listMyLookups(world),
  openAccessLog: openAccessLog(world),
});
