import { anItem } from '../../builders/cases';
import { caseId, meetingId } from '../../builders/ids';
import { aRunningMeeting } from '../../builders/meetings';
import { verbsIn, wordsIn } from '../../cards/rules';
import { aHouse, type House, putReferral } from '../../use-cases/asking';
import { aFront, isRefusal, words } from '../front';

const ITEM = { caseId: caseId(), meetingId: meetingId() };
const AGENDA = { activityId: 'agenda', conversationId: '19:channel' };
const onAgenda = (current = false): House => {
  const house = aHouse();
  const presented = { presented: true, meetingId: meetingId() };
  putReferral(house, { state: 'ready-for-review', ...presented } as never);
  const meeting = aRunningMeeting({ agenda: [caseId()], posted: AGENDA });
  house.putMeeting(current ? { ...meeting, current: caseId() } : meeting);
  house.putItem(anItem());
  return house;
};
const inChannel = (who: 'coordinator' | 'member', replyToId = 'item') =>
  ({ who, conversation: { kind: 'channel', id: '19:channel' }, replyToId }) as const;

describe('take-up-item', () => {
  it('answers with the meeting in the own chat, and with the card itself in the channel', async () => {
    const [chat, channel] = [aFront(onAgenda()), aFront(onAgenda())];

    const meeting = await chat.press('coordinator', 'take-up-item', ITEM);
    const item = await channel.press(inChannel('coordinator'), 'take-up-item', ITEM);

    expect(wordsIn(meeting)).toContain('Nå: Sak 1');
    expect(verbsIn(meeting)).toContain('end-meeting');
    expect(wordsIn(item)).toContain(words().agenda.item.isUp);
    expect(verbsIn(item)).not.toContain('end-meeting');
  });

  it.each([
    ['in the chat', 'coordinator' as const, words().meeting.running],
    ['in the channel', inChannel('coordinator'), words().agenda.item.isUp],
  ])('shows whoever was second what stands there now, %s', async (_, by, text) => {
    const front = aFront(onAgenda(true));

    const card = await front.press(by, 'take-up-item', ITEM);

    expect(wordsIn(card)).toContain(text);
    expect(isRefusal(card, 'changed-meanwhile')).toBe(false);
  });
});

describe('close-item', () => {
  it('gives back the card it was opened from', async () => {
    const front = aFront(onAgenda(true));

    const item = await front.press(inChannel('member'), 'close-item', ITEM);
    const agenda = await front.press(inChannel('member', AGENDA.activityId), 'close-item', ITEM);

    expect(wordsIn(item)).not.toContain(words().agenda.confidentiality);
    expect(wordsIn(agenda)).toContain(words().agenda.confidentiality);
  });
});
