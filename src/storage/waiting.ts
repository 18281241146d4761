import { type Within } from '../use-cases/ports/common';
import { type Shelf } from './database/shelf';
import { carriable, outboxDocument, toOutboxFile } from './documents/outbox-document';

/** Everything that waited for this addressee's reference is due again; what somebody else moved meanwhile stays so. */
export const release = async (shelf: Shelf, addressee: string, within: Within): Promise<void> => {
  const found = await shelf.query({ where: 'c.waitsFor = @addressee', values: { addressee } }, within);
  await Promise.all(
    carriable(found)
      .map(toOutboxFile)
      .map(file => {
        const document = outboxDocument({ ...file, state: 'pending', outboxAt: file.entry.at });
        return shelf.replace(document, file.version, within);
      }),
  );
};
