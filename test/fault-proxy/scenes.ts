import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gather } from '../journeys/company';
import { firstCase, PEOPLE, STAGES } from './stages';
import { type Setting } from './trial';

/** Plays the main job once, and keeps a copy of the world at every stage of it. */
export const playScenes = async (): Promise<{
  readonly settings: readonly Setting[];
  readonly clear: () => void;
}> => {
  const root = mkdtempSync(join(tmpdir(), 'fault-scenes-'));
  const company = await gather(PEOPLE);
  const settings: Setting[] = [];
  const sent = await firstCase(company);
  for (const stage of STAGES) {
    await stage.go(company, sent);
    const presses = await stage.presses(company, sent);
    const folder = join(root, stage.name);
    cpSync(company.dataDir, folder, { recursive: true });
    settings.push(...presses.map(press => ({ folder, press })));
  }
  await company.leave();
  return {
    settings,
    clear: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
};
