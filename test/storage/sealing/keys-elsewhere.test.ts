import { type Place } from '../../../src/storage/client';
import { createStorage } from '../../../src/storage/create-storage';
import { aCase } from '../../builders/cases';
import { agencyId } from '../../builders/ids';
import { givenCase, soon } from '../given';
import { openEmbedded, type WiredLab } from '../lab';

const content = [{ origin: agencyId('sosiale-tjenester'), content: { B: { name: 'Navn' } } }];

const placeOf = (lab: WiredLab): Place => {
  const { client, id: database } = lab.container('keys').database;
  return { client, database };
};
const countIn = async (lab: WiredLab, container: 'keys' | 'work'): Promise<number> =>
  (await lab.container(container).items.query<unknown>('SELECT * FROM c').fetchAll()).resources.length;

describe('createStorage with the keys in another account', () => {
  it('T26 leaves the owners of the content with nothing that opens it', async () => {
    const [own, other] = await Promise.all([openEmbedded(), openEmbedded()]);
    const { secrets } = own;
    const storage = createStorage({ ...placeOf(own), keys: placeOf(other), secrets, now: () => 0 });

    const file = await givenCase(storage, aCase(), { content });

    expect([await countIn(own, 'keys'), await countIn(other, 'keys')]).toEqual([0, 1]);
    expect(await countIn(other, 'work')).toBe(0);
    expect(await storage.cases.reveal(file, file.sealed, soon())).toEqual(content);
    const without = createStorage({ ...placeOf(own), secrets, now: () => 0 });
    expect(await without.cases.reveal(file, file.sealed, soon())).toEqual([]);
    await Promise.all([own.close(), other.close()]);
  });
});
