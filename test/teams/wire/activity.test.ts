import { IncomingActivity } from '../../../src/teams/wire/activity';
import { createActivities } from '../../fakes/connector-stub';

const { message, installed } = createActivities('http://127.0.0.1:3979/');
const reads = (activity: unknown): boolean => IncomingActivity.safeParse(activity).success;

describe('IncomingActivity', () => {
  it('is what Teams sends', () => {
    const long = message('hei', { conversation: { id: `a:${'x'.repeat(900)}`, tenantId: 't' } });

    expect([message('hei'), installed(), long].map(reads)).toEqual([true, true, true]);
  });

  it.each([
    ['holds what cannot be seen', 'a:\u0000chat'],
    ['breaks a line', 'a:chat\r\nx'],
    ['runs from right to left', 'a:\u202echat'],
    ['holds spaces', 'a: chat'],
    ['is half a character', 'a:\ud83d'],
    ['was broken on its way', 'a:\ufffd'],
    ['is longer than any', 'x'.repeat(1_001)],
    ['is empty', ''],
  ])('T22 takes no id that %s, for it is stored and stands in addresses', (_how, id) => {
    const wrong = [
      message('hei', { id }),
      message('hei', { replyToId: id }),
      message('hei', { conversation: { id, tenantId: 't' } }),
      message('hei', { from: { id } }),
      message('hei', { from: { id: 'x', aadObjectId: id } }),
      message('hei', { recipient: { id } }),
      message('hei', { serviceUrl: `http://127.0.0.1/${id === '' ? ' ' : id}` }),
      message('hei', { channelData: { channel: { id } } }),
    ];

    expect(wrong.filter(reads)).toEqual([]);
  });

  it.each([
    ['the name of whoever writes', { from: { id: '29:x', name: 7 } }],
    ['their part', { from: { id: '29:x', role: ['user'] } }],
    ['the name of the bot', { recipient: { id: '28:x', name: [] } }],
    ['the name of the chat', { conversation: { id: 'a:x', name: {} } }],
    ['whether it is a group', { conversation: { id: 'a:x', isGroup: 7 } }],
    ['its account', { conversation: { id: 'a:x', aadObjectId: true } }],
  ])('T22 takes no other type for %s, which stands in the reply', (_what, fields) => {
    expect(reads(message('hei', fields))).toBe(false);
  });
});
