import { countCold, countPress } from './count';
import { prepareScenes, type Scenes } from './scene';
import { differences, expected, measured } from './table';

jest.setTimeout(120_000);

let scenes: Scenes;
beforeAll(async () => {
  scenes = await prepareScenes();
});
afterAll(() => {
  scenes.clear();
});

describe('what an operation asks of the database', () => {
  it('is what the table says, for every operation: renew it with `npm run bench -- wire --renew`', async () => {
    const now = await measured(scenes);

    expect(differences(expected(), now)).toEqual([]);
  });

  it('is one read of the keys and one unwrap more, where the key is not open yet', async () => {
    const warm = await countPress({ scenes, operation: 'open-case' });

    const cold = await countCold({ scenes, operation: 'open-case' });

    expect(warm.requests).toBe('1 batch work, 2 read work');
    expect(cold.requests).toBe('1 batch work, 1 read index, 1 read keys, 2 read work');
    expect(cold.unwraps).toBe(1);
  });
});
