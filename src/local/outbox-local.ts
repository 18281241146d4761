import { instantOf } from '../domain/time';
import { type AskingOutbox, reportOutbox } from '../outbox-report';
import { createStorage } from '../storage/create-storage';
import { inFolder } from './in-folder';

/** The outbox of the local world in this folder, whether it runs or not, by the clock of that world. */
export const localOutbox = (folder: string, asking: AskingOutbox): Promise<boolean> =>
  inFolder(folder, async ({ client, database, secrets, now }) => {
    const { outbox } = createStorage({ client, database, secrets, now });
    return reportOutbox({ outbox, now: () => instantOf(new Date(now())) }, asking);
  });
