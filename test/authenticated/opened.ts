import { openStage, type Stage } from '../../src/local/demo/stage';
import { openFront } from './front';

type Opening = Parameters<typeof openStage>;

/** On loopback without tokens; or, in a run of `npm run test:authenticated`, behind a front that asks everybody for theirs. */
export const opened = async (options: Opening[0], watcher: Opening[1]): Promise<Stage> => {
  if (process.env['FRONT'] !== 'authenticated') return openStage(options, watcher);
  const front = await openFront();
  try {
    const stage = await openStage(options, watcher, front);
    const close = async (): Promise<void> => {
      await stage.close();
      await front.close();
    };
    return { ...stage, close };
  } catch (fault) {
    await front.close();
    throw fault;
  }
};
