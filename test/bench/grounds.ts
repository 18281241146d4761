import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStage, type Stage } from '../../src/local/demo/stage';
import { type Watcher } from '../../src/local/world';

/** A Monday morning, eight days before the group meets on Tuesday 1 December at nine. */
const MONDAY = '2026-11-23T08:00:00Z';
const EVERYONE = ['innmelder-mo', 'koordinator', 'medlem-helse', 'ansvarlig'];

export type Grounds = Stage & { readonly folder: string; readonly leave: () => Promise<void> };

/** The local world in a folder of its own, in this process, with people who have the app. */
export const openGrounds = async (watcher: Watcher = {}, folder?: string): Promise<Grounds> => {
  const dataDir = folder ?? mkdtempSync(join(tmpdir(), 'bench-'));
  const options = { port: 0, dataDir, fresh: folder === undefined, windows: false, startAt: MONDAY };
  const stage = await openStage(options, { log: () => undefined, ...watcher });
  for (const id of EVERYONE) await stage.player(id).installs();
  return {
    ...stage,
    folder: dataDir,
    leave: async () => {
      await stage.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** The shortest referral: the eight answers, and nothing else. */
export const EIGHT = {
  ...{ scene: 'yes', violence: 'both', substance: 'yes', mental: 'unsure', history: 'yes', effect: 'yes' },
  ...{ asked: 'coordination', informed: 'today', 'contact-consent': 'yes', children: 'no', anonymous: 'yes' },
};
