import { teamsMessenger } from '../../src/teams/messenger';
import { type CardMessage, type Transport } from '../../src/teams/wire/transport';
import { err, ok } from '../../src/result';
import { type Message } from '../../src/use-cases/ports/messenger';
import { aCase, anAction, anItem } from '../builders/cases';
import { caseCode, caseId, outboxId, personId } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { aReference } from '../builders/outbox';
import { aPerson } from '../builders/people';
import { inTime } from '../fakes/fake-world';
import { dataOf, verbsIn, wordsIn } from '../cards/rules';
import { aFront, wrongWith } from './front';

type Sent = { readonly to: unknown; readonly message?: CardMessage };
const aMessenger = (over: Partial<Transport> = {}) => {
  const sent: Sent[] = [];
  const transport: Transport = {
    sendCard: (to, message) => {
      sent.push({ to, message });
      return Promise.resolve(ok({ activityId: 'sent-1' }));
    },
    editCard: (to, activityId, message) => {
      sent.push({ to: [to, activityId], message });
      return Promise.resolve(ok(undefined));
    },
    postToChannel: (to, message) => {
      sent.push({ to, message });
      return Promise.resolve(ok({ activityId: 'posted-1', conversationId: '19:x;messageid=1' }));
    },
    openChat: to => {
      sent.push({ to });
      return Promise.resolve(ok(aReference()));
    },
    ...over,
  };
  const { deps } = aFront();
  return { sent, messenger: teamsMessenger(deps, transport) };
};
const today = aMeeting().on;
const NOTICE: Message = {
  kind: 'notice',
  errand: {
    kind: 'notice',
    to: personId('innmelder'),
    caseId: caseId(),
    code: caseCode(),
    notice: { kind: 'new-referral' },
  },
};
const DIGEST: Message = { kind: 'digest', actions: [anAction()], today };
const ITEM: Message = { kind: 'item', item: anItem(), kase: aCase(), meeting: aMeeting(), today };
const AGENDA: Message = { kind: 'agenda', meeting: aMeeting(), items: [anItem()], today };
const letter = (message: Message) => ({ id: outboxId(), message });

describe('teamsMessenger', () => {
  it('sends a person their card, with the entry’s id as its mark, and says where it stands', async () => {
    const { messenger, sent } = aMessenger();

    const posted = await messenger.toPerson(
      { person: aPerson(), reference: aReference() },
      letter(NOTICE),
      inTime(),
    );

    const card = sent[0]?.message?.card ?? {};
    expect(posted).toEqual({ ok: true, value: { activityId: 'sent-1', conversationId: 'a:conversation' } });
    expect(dataOf(card, verbsIn(card)[0] ?? '')).toMatchObject({ nonce: outboxId() });
    expect(wordsIn(card)).toContain(caseCode());
    expect(wrongWith(card)).toEqual([]);
  });

  it('speaks the person’s language, in the card and on the lock screen', async () => {
    const { messenger, sent } = aMessenger();

    await messenger.toPerson(
      { person: aPerson({ language: 'en' }), reference: aReference() },
      letter(NOTICE),
      inTime(),
    );
    await messenger.toPerson({ person: aPerson(), reference: aReference() }, letter(NOTICE), inTime());

    const [english, norwegian] = sent.map(({ message }) => message);
    expect([english?.card['lang'], norwegian?.card['lang']]).toEqual(['en', 'nb']);
    expect(english?.summary).not.toBe(norwegian?.summary);
  });

  it('sends a digest of tasks to a person, and nothing that is the channel’s', async () => {
    const { messenger, sent } = aMessenger();
    const to = { person: aPerson({ id: personId('ansvarlig') }), reference: aReference() };

    await messenger.toPerson(to, letter(DIGEST), inTime());
    await messenger.toPerson(to, letter(ITEM), inTime());

    const [digest, item] = sent.map(({ message }) => message?.card ?? {});
    expect(verbsIn(digest ?? {})).toContain('complete-action');
    expect(verbsIn(item ?? {})).toEqual([]);
  });

  it.each([
    ['an item', ITEM, 'open-item'],
    ['the agenda', AGENDA, 'open-agenda'],
  ] as const)('posts %s in the programme’s channel', async (_, message, verb) => {
    const { messenger, sent } = aMessenger();

    const posted = await messenger.toChannel(aReference(), letter(message), inTime());

    expect(posted).toEqual({
      ok: true,
      value: { activityId: 'posted-1', conversationId: '19:x;messageid=1' },
    });
    expect(sent[0]?.to).toMatchObject({ channelId: '19:ressursgruppen@thread.tacv2' });
    expect([...verbsIn(sent[0]?.message?.card ?? {}), 'open-agenda']).toContain(verb);
    expect(wrongWith(sent[0]?.message?.card ?? {})).toEqual([]);
  });

  it('posts nothing in the channel that is a person’s', async () => {
    const { messenger, sent } = aMessenger();

    await messenger.toChannel(aReference(), letter(NOTICE), inTime());

    expect(wordsIn(sent[0]?.message?.card ?? {})).not.toContain(caseCode());
  });

  it('edits a card where it was posted: in its own thread', async () => {
    const { messenger, sent } = aMessenger();
    const posted = { activityId: 'posted-1', conversationId: '19:x;messageid=1' };

    const edited = await messenger.edit({ channel: aReference(), posted }, letter(ITEM), inTime());

    expect(edited).toEqual({ ok: true, value: posted });
    expect(sent[0]?.to).toMatchObject([{ conversationId: posted.conversationId }, 'posted-1']);
  });

  it('edits a message in somebody’s own chat to what says nothing of the case', async () => {
    const { messenger, sent } = aMessenger();
    const posted = { activityId: 'opened', conversationId: 'a:conversation' };
    const gone = { kind: 'gone' as const, code: caseCode() };

    const edited = await messenger.editChat(
      { person: aPerson(), reference: aReference(), posted },
      letter(gone),
      inTime(),
    );
    await messenger.toChannel(aReference(), letter(gone), inTime());

    const [chat = {}, channel = {}] = sent.map(({ message }) => message?.card ?? {});
    expect(edited).toEqual({ ok: true, value: posted });
    expect(sent.map(({ to }) => to)).toMatchObject([[{ conversationId: 'a:conversation' }, 'opened'], {}]);
    expect(wordsIn(chat)).toContain('Ikke lenger tilgjengelig');
    expect(verbsIn(chat)).toEqual([]);
    expect(wordsIn(channel)).not.toContain(caseCode());
  });

  it('opens a chat by who the person is in that tenant', async () => {
    const { messenger, sent } = aMessenger();

    const opened = await messenger.openChat(aPerson(), aReference(), inTime());

    expect(opened).toEqual({ ok: true, value: aReference() });
    expect(sent[0]?.to).toMatchObject({ userId: 'object-of-innmelder', tenantId: 'tenant-kommune' });
  });

  it('opens none for somebody who is not in that tenant', async () => {
    const { messenger, sent } = aMessenger();

    const opened = await messenger.openChat(aPerson(), aReference({ tenantId: 'tenant-helse' }), inTime());

    expect(opened).toEqual({ ok: false, error: { kind: 'gone' } });
    expect(sent).toEqual([]);
  });

  it('hands on why something could not be sent', async () => {
    const gone = () => Promise.resolve(err({ kind: 'gone' as const }));
    const { messenger } = aMessenger({ sendCard: gone, editCard: gone, postToChannel: gone, openChat: gone });
    const to = { person: aPerson(), reference: aReference() };
    const where = { channel: aReference(), posted: { activityId: 'a', conversationId: 'c' } };

    const answers = await Promise.all([
      messenger.toPerson(to, letter(NOTICE), inTime()),
      messenger.toChannel(aReference(), letter(ITEM), inTime()),
      messenger.edit(where, letter(ITEM), inTime()),
      messenger.editChat({ ...where, person: aPerson(), reference: aReference() }, letter(ITEM), inTime()),
      messenger.openChat(aPerson(), aReference(), inTime()),
    ]);

    expect(answers).toEqual(answers.map(() => err({ kind: 'gone' })));
  });
});
