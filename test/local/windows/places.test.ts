import { conversationAt, personalConversation, placeOf } from '../../../src/local/windows/places';
import { CHANNEL, HELSE } from './people';

describe('placeOf', () => {
  it('reads a chat as its person', () => {
    expect(placeOf(personalConversation(HELSE.id), CHANNEL)).toEqual({
      kind: 'personal',
      personId: HELSE.id,
    });
  });

  it.each([CHANNEL.channelId, CHANNEL.teamId])('reads %s as the channel', id => {
    expect(placeOf(id, CHANNEL)).toEqual({ kind: 'channel', thread: undefined });
  });

  it('reads a thread of the channel', () => {
    expect(placeOf(`${CHANNEL.channelId};messageid=17`, CHANNEL)).toEqual({ kind: 'channel', thread: '17' });
  });

  it('leaves any other conversation as it is', () => {
    const conversation = '19:gruppe@unq.gbl.spaces';

    expect(placeOf(conversation, CHANNEL)).toEqual({ kind: 'elsewhere', conversation });
  });
});

describe('conversationAt', () => {
  it.each([
    `a:${HELSE.id}`,
    CHANNEL.channelId,
    `${CHANNEL.channelId};messageid=17`,
    '19:gruppe@unq.gbl.spaces',
  ])('writes %s as it was read', id => {
    const place = placeOf(id, CHANNEL);

    const written = conversationAt(
      place,
      CHANNEL.channelId,
      place.kind === 'channel' ? place.thread : undefined,
    );

    expect(written).toBe(id);
  });
});
