import { accountOf } from '../builders/people';
import { aFront } from './front';

describe('the event of a press', () => {
  it('names the account that pressed, and the message that held the button', async () => {
    const front = aFront();

    await front.press({ who: 'coordinator', replyToId: 'message-7' }, 'open-inbox');

    expect(front.house.events()[0]).toMatchObject({
      by: { account: accountOf(front.house.who.coordinator.person) },
      where: { conversationId: 'a:chat', activityId: 'message-7' },
    });
  });

  it('names no message when Teams named none', async () => {
    const front = aFront();

    await front.press('coordinator', 'open-inbox');

    expect(front.house.events()[0]).not.toHaveProperty('where');
  });
});
