import { type InboundActivity, lineOf, sentBy, type Sender } from '../../../src/local/windows/activity';
import { BOT, CHANNEL, HELSE, INNMELDER } from './people';

const sender = (rest: Partial<Sender> = {}): Sender => ({
  person: HELSE,
  channel: CHANNEL,
  bot: BOT,
  serviceUrl: 'http://127.0.0.1:3978/relay/medlem-helse/connector/',
  conversation: { id: `a:${HELSE.id}`, place: { kind: 'personal', personId: HELSE.id } },
  id: undefined,
  replyToId: undefined,
  ...rest,
});

const activity = (rest: Partial<InboundActivity> = {}): InboundActivity => ({
  type: 'message',
  id: 'local',
  text: 'hei',
  from: { id: INNMELDER.id, name: 'En annen' },
  conversation: { id: 'a:noen', conversationType: 'personal', tenantId: 'en-annen' },
  ...rest,
});

describe('sentBy', () => {
  it('is from the person of the window, whoever the window says it is from', () => {
    const sent = sentBy(activity(), sender());

    expect(sent.from).toEqual({ id: HELSE.id, aadObjectId: HELSE.aadObjectId, name: HELSE.name });
    expect(sent.conversation).toEqual({
      id: `a:${HELSE.id}`,
      conversationType: 'personal',
      tenantId: HELSE.tenantId,
    });
    expect(sent.channelData).toEqual({ tenant: { id: HELSE.tenantId } });
  });

  it('keeps what the relay has no say in', () => {
    const value = { action: { verb: 'open' } };

    expect(sentBy(activity({ type: 'invoke', value }), sender())).toMatchObject({
      id: 'local',
      text: 'hei',
      value,
    });
  });

  it('names team and channel in the channel', () => {
    const conversation = { id: CHANNEL.channelId, place: { kind: 'channel', thread: undefined } } as const;

    const sent = sentBy(activity({ channelData: { team: { id: 'lokal' } } }), sender({ conversation }));

    expect(sent.channelData).toMatchObject({
      team: { id: CHANNEL.teamId },
      channel: { id: CHANNEL.channelId },
    });
  });

  it('carries the shared ids of the message and of what it answers', () => {
    const sent = sentBy(activity({ replyToId: 'lokal' }), sender({ id: 'delt', replyToId: 'delt svar' }));

    expect(sent).toMatchObject({ id: 'delt', replyToId: 'delt svar' });
  });

  it('speaks Norwegian from Oslo', () => {
    const clientInfo = { type: 'clientInfo', locale: 'en-US', country: 'US' };
    const mention = { type: 'mention', text: '<at>Sent ute</at>' };

    const sent = sentBy(activity({ entities: [clientInfo, mention] }), sender());

    expect(sent.locale).toBe('nb-NO');
    expect(sent.entities).toEqual([
      { type: 'clientInfo', locale: 'nb-NO', country: 'NO', timezone: 'Europe/Oslo' },
      mention,
    ]);
  });
});

describe('lineOf', () => {
  const spoken = [{ contentType: 'card', content: { speak: 'Saksliste' } }];

  it.each([
    [
      { type: 'message', summary: 'Du har 2 oppgaver', text: 'tekst', attachments: spoken },
      'Du har 2 oppgaver',
    ],
    [{ type: 'message', text: 'tekst', attachments: spoken }, 'tekst'],
    [{ type: 'message', attachments: spoken }, 'Saksliste'],
    [{ type: 'message', attachments: [{ content: {} }] }, undefined],
  ])('reads %j as %s', (sent, line) => {
    expect(lineOf(sent)).toBe(line);
  });
});
