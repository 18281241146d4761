/**
 * A process to be killed: opens the embedded server on the file given and writes until it dies, one document and
 * one batch of three in turn, printing each id only after its answer has come.
 */
import { openEmbedded, openNotes } from './support';

const write = async (file: string): Promise<void> => {
  const { client } = await openEmbedded({ file });
  const { database, notes } = await openNotes(client);
  process.stdout.write(`database ${database.id}\n`);
  for (let n = 0; ; n += 1) {
    const pk = `p${String(n)}`;
    await notes.items.create({ id: 'alone', pk, type: 'alone' });
    process.stdout.write(`alone ${pk}\n`);
    const trio = ['x', 'y', 'z'].map(id => ({ operationType: 'Create' as const, resourceBody: { id, pk } }));
    const { code } = await notes.items.batch(trio, pk);
    if (code === 200) process.stdout.write(`batch ${pk}\n`);
  }
};

void write(process.argv[2] ?? ':memory:');
