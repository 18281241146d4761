import { type InboundActivity } from '../../../src/local/windows/activity';
import { createInstalls, isPageLoad } from '../../../src/local/windows/page-loads';
import { BOT } from './people';

const conversation = { id: 'a:29:medlem-helse' };
const installed: InboundActivity = { type: 'installationUpdate', action: 'add', conversation };
const removed: InboundActivity = { type: 'installationUpdate', action: 'remove', conversation };
const joined = (id: string): InboundActivity => ({
  type: 'conversationUpdate',
  membersAdded: [{ id }],
  conversation,
});

describe('isPageLoad', () => {
  const chat = { kind: 'personal', personId: '29:medlem-helse' } as const;

  it('takes an installation in the chat as a page that was loaded', () => {
    expect(isPageLoad(installed, chat)).toBe(true);
  });

  it.each([
    ['in the channel', installed, { kind: 'channel', thread: undefined } as const],
    ['that is a removal', removed, chat],
    ['that is a message', { type: 'message', conversation }, chat],
  ])('takes nothing %s as one', (_name, activity, place) => {
    expect(isPageLoad(activity, place)).toBe(false);
  });
});

describe('createInstalls', () => {
  it('lets an installation through once in each conversation', () => {
    const isNews = createInstalls(BOT);

    const heard = [isNews(installed, 'a'), isNews(installed, 'a'), isNews(installed, 'b')];

    expect(heard).toEqual([true, false, true]);
  });

  it('lets the bot join once, and people whenever they do', () => {
    const isNews = createInstalls(BOT);

    const heard = [joined(BOT.id), joined(BOT.id), joined('29:ny'), joined('29:ny')].map(each =>
      isNews(each, 'a'),
    );

    expect(heard).toEqual([true, false, true, true]);
  });

  it('lets an installation through again after a removal', () => {
    const isNews = createInstalls(BOT);

    const heard = [installed, removed, installed].map(each => isNews(each, 'a'));

    expect(heard).toEqual([true, true, true]);
  });
});
