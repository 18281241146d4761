import { createKept } from '../../../src/local/windows/messages';
import { type Place } from '../../../src/local/windows/places';

const chat: Place = { kind: 'personal', personId: '29:helse' };
const inThread = (thread: string): Place => ({ kind: 'channel', thread });
const message = (id: string, text: string, place: Place = chat) => ({
  id,
  place,
  activity: { type: 'message', text },
});
const texts = (messages: readonly { readonly activity: Readonly<Record<string, unknown>> }[]) =>
  messages.map(({ activity }) => activity['text']);

describe('createKept', () => {
  it('keeps the last of each conversation, oldest first', () => {
    const kept = createKept(2);

    for (const id of ['1', '2', '3']) kept.keep(message(id, `chat ${id}`));
    kept.keep(message('4', 'kanal', inThread('4')));

    expect(texts(kept.of(chat))).toEqual(['chat 2', 'chat 3']);
    expect(texts(kept.all())).toEqual(['chat 2', 'chat 3', 'kanal']);
  });

  it('keeps an edited message in its place, as it reads now', () => {
    const kept = createKept(5);
    kept.keep(message('1', 'først'));
    kept.keep(message('2', 'sist'));

    kept.keep(message('1', 'endret'));

    expect(texts(kept.of(chat))).toEqual(['endret', 'sist']);
  });

  it('takes all threads of the channel as one conversation', () => {
    const kept = createKept(5);
    kept.keep(message('1', 'en', inThread('1')));
    kept.keep(message('2', 'to', inThread('2')));

    kept.drop({ id: '1', place: inThread('1') });

    expect(texts(kept.of(inThread('9')))).toEqual(['to']);
  });
});
