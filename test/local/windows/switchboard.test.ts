import { type Place } from '../../../src/local/windows/places';
import { type Delivery } from '../../../src/local/windows/playground';
import { type Address, createSwitchboard, type Sent } from '../../../src/local/windows/switchboard';
import { fakePlayground } from './fake-playground';
import { CHANNEL, HELSE, INNMELDER, KOORDINATOR, PEOPLE } from './people';

const from = (place: Place): Address => ({ place, via: KOORDINATOR.window });
const CHANNEL_ROOT = from({ kind: 'channel', thread: undefined });
const chatWith = (personId: string) => from({ kind: 'personal', personId });
const text = (words: string) => ({ type: 'message', text: words });
const idOf = (sent: Sent): string => {
  if (sent.kind === 'refused') throw new Error(`Refused with ${String(sent.status)}.`);
  return sent.id;
};

/** Two loaded windows: the coordinator's, and a member's that answers as told. */
const twoWindows = (answer?: Delivery) => {
  const switchboard = createSwitchboard(PEOPLE, CHANNEL);
  const koordinator = fakePlayground('k');
  const helse = fakePlayground('h', answer);
  switchboard.attach(KOORDINATOR.window, koordinator.playground);
  switchboard.attach(HELSE.window, helse.playground);
  switchboard.load(KOORDINATOR.window);
  switchboard.load(HELSE.window);
  return { switchboard, koordinator, helse };
};

describe('createSwitchboard', () => {
  it('shows every window what is sent to the channel, and nobody else what is sent to one', async () => {
    const { switchboard, koordinator, helse } = twoWindows();

    await switchboard.send(CHANNEL_ROOT, text('til alle'));
    await switchboard.send(chatWith(HELSE.id), text('til én'));

    expect(koordinator.texts()).toEqual(['til alle']);
    expect(helse.posts).toMatchObject([
      { conversation: CHANNEL.channelId, text: 'til alle' },
      { conversation: `a:${HELSE.id}`, text: 'til én' },
    ]);
  });

  it('edits in each window under the name the window has for the message', async () => {
    const { switchboard, koordinator, helse } = twoWindows();
    await switchboard.send(chatWith(HELSE.id), text('noe annet'));
    const id = idOf(await switchboard.send(CHANNEL_ROOT, text('før')));

    await switchboard.edit(CHANNEL_ROOT, id, text('etter'));

    expect(koordinator.edits).toMatchObject([{ id: 'k-1', text: 'etter' }]);
    expect(helse.edits).toMatchObject([{ id: 'h-2', text: 'etter' }]);
  });

  it('answers in a thread in every window that has it', async () => {
    const { switchboard, koordinator, helse } = twoWindows();
    const thread = idOf(await switchboard.send(CHANNEL_ROOT, text('sak')));

    await switchboard.send(from({ kind: 'channel', thread }), text('svar'));
    await switchboard.send(from({ kind: 'channel', thread }), text('svar igjen'));

    for (const [name, { posts }] of [['k', koordinator] as const, ['h', helse] as const])
      expect(posts.map(({ conversation }) => conversation)).toEqual([
        CHANNEL.channelId,
        `${CHANNEL.channelId};messageid=${name}-1`,
        `${CHANNEL.channelId};messageid=${name}-1`,
      ]);
  });

  it('posts a message that windows never saw when it is edited, once', async () => {
    const { switchboard, helse } = twoWindows();

    await switchboard.edit(CHANNEL_ROOT, '17', text('fra før'));
    await switchboard.edit(CHANNEL_ROOT, '17', text('nå'));

    expect(helse.texts()).toEqual(['fra før']);
    expect(helse.edits).toMatchObject([{ id: 'h-1', text: 'nå' }]);
    expect(switchboard.line(HELSE.window)?.sharedMessage('h-1')).toBe('17');
  });

  it('keeps what is sent to someone whose window is not loaded, newest first', async () => {
    const { switchboard } = twoWindows();

    const sent = await switchboard.send(chatWith(INNMELDER.id), text('første'));
    await switchboard.send(chatWith(INNMELDER.id), text('andre'));

    expect(sent.kind).toBe('sent');
    expect(switchboard.waiting(INNMELDER.id)).toEqual(['andre', 'første']);
    expect(switchboard.waiting(HELSE.id)).toEqual([]);
  });

  it('keeps no more than 50 for a person, also one it does not know', async () => {
    const { switchboard } = twoWindows();

    for (let count = 1; count <= 51; count += 1)
      await switchboard.send(chatWith('29:ukjent'), text(`nr. ${String(count)}`));

    expect(switchboard.waiting('29:ukjent')).toHaveLength(50);
    expect(switchboard.waiting('29:ukjent').at(-1)).toBe('nr. 2');
  });

  it('shows a window that loads late its own chat and the channel as they read now', async () => {
    const { switchboard } = twoWindows();
    const innmelder = fakePlayground('i');
    const id = idOf(await switchboard.send(CHANNEL_ROOT, text('sak')));
    await switchboard.send(chatWith(INNMELDER.id), text('til deg'));
    await switchboard.send(chatWith(HELSE.id), text('ikke til deg'));
    await switchboard.edit(CHANNEL_ROOT, id, text('sak, avgjort'));

    switchboard.attach(INNMELDER.window, innmelder.playground);
    switchboard.load(INNMELDER.window);
    await switchboard.send(chatWith(INNMELDER.id), text('sist'));

    expect(innmelder.texts()).toEqual(['sak, avgjort', 'til deg', 'sist']);
  });

  it('shows a page that is loaded again everything, and edits the new copy', async () => {
    const { switchboard, helse } = twoWindows();
    const id = idOf(await switchboard.send(CHANNEL_ROOT, text('sak')));

    switchboard.load(HELSE.window);
    await switchboard.edit(CHANNEL_ROOT, id, text('avgjort'));

    expect(helse.texts()).toEqual(['sak', 'sak']);
    expect(helse.edits).toMatchObject([{ id: 'h-2' }]);
    expect(switchboard.line(HELSE.window)?.sharedMessage('h-1')).toBe(id);
  });

  it('shows a page that is loaded again its threads as threads', async () => {
    const { switchboard, helse } = twoWindows();
    const thread = idOf(await switchboard.send(CHANNEL_ROOT, text('sak')));
    await switchboard.send(from({ kind: 'channel', thread }), text('svar'));

    switchboard.load(HELSE.window);
    await switchboard.send(chatWith(HELSE.id), text('sist'));

    expect(helse.posts.slice(2)).toMatchObject([
      { conversation: CHANNEL.channelId, text: 'sak' },
      { conversation: `${CHANNEL.channelId};messageid=h-3`, text: 'svar' },
      { text: 'sist' },
    ]);
  });

  it('takes a dead window as one without messages, and goes on', async () => {
    const { switchboard, koordinator } = twoWindows({ kind: 'away' });

    const sent = await switchboard.send(CHANNEL_ROOT, text('sak'));

    expect(sent.kind).toBe('sent');
    expect(koordinator.texts()).toEqual(['sak']);
  });

  it('passes on a refusal when no window took the message', async () => {
    const { switchboard } = twoWindows({ kind: 'refused', status: 400, body: { error: 'kortet er galt' } });

    const sent = await switchboard.send(chatWith(HELSE.id), text('galt'));

    expect(sent).toEqual({ kind: 'refused', status: 400, body: { error: 'kortet er galt' } });
    switchboard.detach(HELSE.window);
    expect(switchboard.waiting(HELSE.id)).toEqual([]);
  });

  it('takes a message as sent when one window refuses and another shows it', async () => {
    const { switchboard } = twoWindows({ kind: 'refused', status: 400, body: {} });

    expect((await switchboard.send(CHANNEL_ROOT, text('sak'))).kind).toBe('sent');
  });

  it('sends to a conversation that is nobody else’s through its own window only', async () => {
    const { switchboard, koordinator, helse } = twoWindows();

    await switchboard.send(from({ kind: 'elsewhere', conversation: '19:gruppe' }), text('gruppe'));
    switchboard.load(HELSE.window);
    await switchboard.send(chatWith(HELSE.id), text('sist'));

    expect(koordinator.posts).toMatchObject([{ conversation: '19:gruppe', text: 'gruppe' }]);
    expect(helse.texts()).toEqual(['sist']);
  });

  it('passes typing on, and keeps nothing of it', async () => {
    const { switchboard, helse } = twoWindows();

    await switchboard.send(chatWith(HELSE.id), { type: 'typing' });
    await switchboard.send(chatWith(INNMELDER.id), { type: 'typing' });

    expect(helse.posts).toHaveLength(1);
    expect(switchboard.waiting(INNMELDER.id)).toEqual([]);
  });

  it('says in its place that a message was deleted, where it is shown', async () => {
    const { switchboard, koordinator, helse } = twoWindows();
    const id = idOf(await switchboard.send(chatWith(HELSE.id), text('slettes')));

    await switchboard.remove(chatWith(HELSE.id), id);

    expect(helse.edits).toMatchObject([{ id: 'h-1', text: 'Meldingen er slettet.' }]);
    expect(koordinator.posts).toEqual([]);
  });

  it('forgets a deleted message that nobody has seen', async () => {
    const { switchboard } = twoWindows();
    const id = idOf(await switchboard.send(chatWith(INNMELDER.id), text('slettes')));

    await switchboard.remove(chatWith(INNMELDER.id), id);

    expect(switchboard.waiting(INNMELDER.id)).toEqual([]);
  });
});
