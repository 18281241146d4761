import { playgroundConfig } from '../../../src/local/windows/playground-config';
import { BOT, CHANNEL, HELSE, PEOPLE } from './people';

const surroundings = { window: HELSE.window, person: HELSE, others: PEOPLE, channel: CHANNEL, bot: BOT };

describe('playgroundConfig', () => {
  it('is the world of one person, with five others', () => {
    const config = playgroundConfig(surroundings);

    expect(config.currentUser).toMatchObject({
      id: HELSE.id,
      name: HELSE.name,
      aadObjectId: HELSE.aadObjectId,
    });
    expect(config.users).toHaveLength(5);
    expect(config.users.map(({ id }) => id)).not.toContain(HELSE.id);
  });

  it('uses the ids the bot sees for the chat and the channel', () => {
    const { personalChat, team } = playgroundConfig(surroundings);

    expect([personalChat.id, team.id]).toEqual([`a:${HELSE.id}`, CHANNEL.channelId]);
  });

  it('throws when there are too few people for a window', () => {
    expect(() => playgroundConfig({ ...surroundings, others: PEOPLE.slice(0, 4) })).toThrow('5 other people');
  });
});
