import { capture, StoredReference } from '../../../src/teams/wire/references';
import {
  BOT,
  CHANNEL,
  channelThread,
  createActivities,
  personalChat,
  TEAM,
  teamsUser,
  TENANT,
} from '../../fakes/connector-stub';

const SERVICE = 'http://127.0.0.1:3979/';
const from = createActivities(SERVICE);
const inChannel = {
  conversation: channelThread(),
  channelData: { tenant: { id: TENANT }, team: TEAM, channel: CHANNEL },
};
const place = { conversationId: 'a:chat-1', serviceUrl: SERVICE, tenantId: TENANT, botId: BOT.id };
const reference = { ...place, userId: teamsUser(1).id };

describe('capture', () => {
  it.each([
    ['a message', from.message('hei')],
    ['a press', from.execute('x')],
    ['an installation', from.installed()],
    ['members added by the person', from.membersAdded([BOT, teamsUser(1)])],
    ['members added by the bot itself', from.membersAdded([BOT, teamsUser(1)], { from: BOT })],
  ])('learns from %s in a chat how to reach the person', (_name, activity) => {
    expect(capture(activity)).toEqual({
      reference,
      conversation: { kind: 'personal', id: 'a:chat-1' },
      identity: { tenantId: TENANT, objectId: teamsUser(1).aadObjectId },
      isRemoved: false,
    });
  });

  it.each([
    ['a message', from.message('hei', inChannel)],
    ['an installation', from.installed(inChannel)],
    ['members added', from.membersAdded([teamsUser(2)], inChannel)],
  ])('learns from %s in a channel how to reach the channel, and nobody in it', (_name, activity) => {
    expect(capture(activity)).toEqual({
      reference: { ...place, conversationId: channelThread()['id'] },
      conversation: { kind: 'channel', id: channelThread()['id'] },
      teamId: TEAM.id,
      channelId: CHANNEL.id,
      isRemoved: false,
    });
  });

  it.each(['remove', 'remove-upgrade'])('tells that the app was removed: %s', action => {
    expect(capture(from.installed({ action }))).toMatchObject({ isRemoved: true });
  });

  it('learns an address without a person from the bot itself', () => {
    const captured = capture(from.installed({ from: BOT }));

    expect(captured?.reference).toEqual(place);
    expect(captured).not.toHaveProperty('identity');
  });

  it.each([
    ['nothing', undefined],
    ['something else', { type: 'message' }],
    ['an activity without tenant', from.message('x', { conversation: { id: 'c' }, channelData: {} })],
  ])('learns nothing from %s', (_name, activity) => {
    expect(capture(activity)).toBeUndefined();
  });
});

describe('StoredReference', () => {
  it('is what was captured, after it was stored', () => {
    const captured = capture(from.message('hei', { conversation: personalChat(1) }));

    const stored: unknown = JSON.parse(JSON.stringify(captured?.reference));

    expect(StoredReference.parse(stored)).toEqual(reference);
  });

  it('refuses a document that is not one', () => {
    expect(StoredReference.safeParse({ conversationId: 'a:1' }).success).toBe(false);
  });
});
