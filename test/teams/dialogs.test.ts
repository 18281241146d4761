import { type TurnContext } from 'botbuilder';
import { agendaCard } from '../../src/cards/agenda-post';
import { itemCard } from '../../src/cards/item';
import { type Card } from '../../src/cards/template';
import { answerDialog, dialogOf, openingDialogs } from '../../src/teams/dialogs';
import { actionsIn, inDialog } from '../../src/teams/wire/dialog';
import { type Press, type Unread } from '../../src/teams/wire/press';
import { err, ok } from '../../src/result';
import { aReference } from '../builders/outbox';
import { anItem, aPlannedMeeting, aRunningMeeting, caseIn, shared } from '../cards/group-subjects';
import { inputsIn, nodesIn } from '../cards/rules';
import { aHouse, keptIn } from '../use-cases/asking';
import { aFront, words } from './front';
import { GOOD } from './presses';

const LARGEST = 20_480;
const CHANNEL = { kind: 'channel', id: '19:channel' } as const;
const t = words();

const frontFor = (verb: string) => {
  const house = aHouse();
  GOOD[verb]?.given(house);
  return aFront(house);
};
const textIn = (node: Readonly<Record<string, unknown>> | undefined, key: string): string => {
  const text = node?.[key];
  return typeof text === 'string' ? text : '';
};
const submits = (card: Card) => nodesIn(card).filter(({ type }) => type === 'Action.Submit');
const dataIn = (node: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(node['data'] ?? {}));
const openersIn = (card: Card): readonly string[] =>
  submits(card)
    .map(dataIn)
    .filter(({ msteams }) => msteams !== undefined)
    .map(data => textIn(data, 'verb'));
const pressedIn = (card: Card): readonly string[] => actionsIn(card).map(action => textIn(action, 'verb'));

/** What was sent as the answer to the invoke. */
const answeredTo = async (front: ReturnType<typeof aFront>, name: string, press: Press | Unread) => {
  const sent: { readonly value?: unknown }[] = [];
  const context = {
    activity: { name, locale: 'nb-NO' },
    sendActivity: (activity: { readonly value?: unknown }) => {
      sent.push(activity);
      return Promise.resolve(undefined);
    },
  } as unknown as TurnContext;
  await answerDialog(front.deps, front.handlers, {
    context,
    press: 'verb' in press ? ok(press) : err(press),
  });
  return sent.map(({ value }) => value);
};

describe('openingDialogs', () => {
  const d = shared();
  const item = anItem();
  const cards: readonly (readonly [string, Card])[] = [
    [
      'before the meeting',
      itemCard(d, { item, kase: caseIn('ready-for-review'), meeting: aPlannedMeeting() }),
    ],
    ['in the meeting', itemCard(d, { item, kase: caseIn('ready-for-review'), meeting: aRunningMeeting() })],
    ['worked on', itemCard(d, { item, kase: caseIn('active'), meeting: aRunningMeeting() })],
    ['the agenda', agendaCard(d, { meeting: aRunningMeeting({ current: item.caseId }), items: [item] })],
  ];

  it.each(cards)('opens what is for the presser alone, and changes the rest in place: %s', (_name, card) => {
    const { handlers } = aFront();

    const drawn = openingDialogs({ dialogs: true }, card);

    const reads = pressedIn(card).filter(verb => handlers[verb]?.kind === 'read');
    expect(openersIn(drawn)).toEqual(reads);
    expect(reads.length).toBeGreaterThan(0);
    expect(pressedIn(drawn).every(verb => handlers[verb]?.kind === 'change')).toBe(true);
  });

  it.each(cards)('leaves the card alone where no client can show a dialog: %s', (_name, card) => {
    expect(openingDialogs({ dialogs: false }, card)).toBe(card);
  });

  it('holds apart the same where the case stands open in the channel, and leaves the way back in place', async () => {
    const front = frontFor('open-item');
    const by = { who: GOOD['open-item']?.by ?? 'coordinator', conversation: CHANNEL };
    const view = await front.press(by, 'open-item', GOOD['open-item']?.data);

    const drawn = openingDialogs({ dialogs: true }, view);

    const opened = openersIn(drawn).map(verb => front.handlers[verb]?.kind);
    expect(opened.every(kind => kind === 'read')).toBe(true);
    expect(pressedIn(drawn).filter(verb => front.handlers[verb]?.kind === 'read')).toEqual(['close-item']);
  });
});

describe('dialogOf', () => {
  const { deps } = aFront();
  const action = (title: string, verb: string, data: object = {}) => ({
    type: 'Action.Execute',
    title,
    verb,
    data,
  });
  const dialog = (...actions: readonly object[]) =>
    dialogOf(deps, { type: 'AdaptiveCard', lang: 'nb', actions }).card['actions'];

  it.each([
    ['Lukk', action(t.common.close, 'list-my-referrals', { nonce: 'n' })],
    ['Lukk that leads back', action(t.common.close, 'open-access-log', { caseId: 'c', nonce: 'n' })],
    ['what gives the shared card back', action('Tilbake', 'close-item', { caseId: 'c' })],
    ['Avbryt that leads to a list', action(t.common.cancel, 'open-inbox', { nonce: 'n' })],
  ])('ends with %s', (_name, way) => {
    expect(dialog(way)).toEqual([{ ...way, verb: 'close-view', data: {} }]);
  });

  it('leads back with Avbryt to the one thing it was pressed on, and can be ended there', () => {
    const back = action(t.common.cancel, 'open-case', { caseId: 'c' });

    const closing = { ...action(t.common.close, 'close-view'), associatedInputs: 'none' };
    expect(dialog(back)).toEqual([back, closing]);
  });

  it('says in its title bar what the heading below does not', async () => {
    const front = frontFor('record-decision');
    const by = { who: GOOD['start-decision']?.by ?? 'coordinator', inDialog: true } as const;
    const card = await front.press(by, 'start-decision', GOOD['start-decision']?.data);

    const { title } = dialogOf(front.deps, card);

    const heading = nodesIn(card).find(({ style }) => style === 'heading');
    expect(title).toMatch(/^Sak SU-\w{4}-\w{4} · Bare du ser dette$/);
    expect(textIn(heading, 'text')).not.toBe(title);
  });

  it('can be ended from a card that offers nothing, in its own language', () => {
    const { title, card } = dialogOf(deps, { type: 'AdaptiveCard', lang: 'en' });

    expect(title).toBe(words('en').common.product);
    expect(card['actions']).toEqual([expect.objectContaining({ title: words('en').common.close })]);
  });
});

describe('a press in a dialog', () => {
  const VERBS = Object.entries(GOOD);

  it.each(VERBS)(
    '%s: is answered with a card that can be read, filled in and ended there',
    async (verb, good) => {
      const front = frontFor(verb);
      const before = keptIn(front.house);

      const card = await front.press(
        { who: good.by, inDialog: true, conversation: CHANNEL },
        verb,
        good.data,
      );

      const { title, card: shown } = dialogOf(front.deps, card);
      const sent = inDialog(shown);
      expect(title).not.toBe('');
      expect(title.length).toBeLessThanOrEqual(64);
      expect(inputsIn(sent)).toEqual(inputsIn(card));
      expect(actionsIn(sent)).toEqual([]);
      expect(submits(sent).some(submit => dataIn(submit)['verb'] === 'close-view')).toBe(true);
      expect(Buffer.byteLength(JSON.stringify(sent))).toBeLessThanOrEqual(LARGEST);
      expect(JSON.stringify(sent)).not.toContain(t.notice.inChat);
      expect(keptIn(front.house) === before).toBe(!good.changes);
    },
  );

  it('shows its author the case itself where it was opened from the channel, and elsewhere their own referral', async () => {
    const front = frontFor('open-item');
    const by = { who: 'author', inDialog: true, conversation: CHANNEL } as const;

    const fromItem = await front.press(by, 'open-item', GOOD['open-item']?.data);
    const byItself = await front.press(by, 'open-case', GOOD['open-item']?.data);

    const leadsTo = (card: Card): readonly string[] =>
      actionsIn(card)
        .filter(({ title }) => title === t.common.close)
        .map(action => textIn(action, 'verb'));
    expect([leadsTo(fromItem), leadsTo(byItself)]).toEqual([['close-view'], ['list-my-referrals']]);
  });

  it('is the same command as on a card: pressed on both it is one change', async () => {
    const front = frontFor('record-decision');
    const good = GOOD['record-decision'];
    const data = { ...good?.data, nonce: 'card-1' };

    await front.press(
      { who: good?.by ?? 'coordinator', inDialog: true, conversation: CHANNEL },
      'record-decision',
      data,
    );
    await front.press(good?.by ?? 'coordinator', 'record-decision', data);

    const changes = front.house.events().filter(({ operation }) => operation === 'record-decision');
    expect(changes).toHaveLength(1);
  });

  it('T08 is recorded as standing in no message, and remembers no chat: it may stand over one that is not with us', async () => {
    const front = frontFor('open-case');
    const reference = aReference({ conversationId: 'a:theirs' });
    const conversation = { kind: 'personal', id: 'a:theirs' } as const;
    const by = { who: 'coordinator', inDialog: true, conversation, reference, replyToId: 'm' } as const;

    await front.press(by, 'open-case', GOOD['open-case']?.data);

    expect(front.house.events()).toHaveLength(1);
    expect(front.house.events()[0]).not.toHaveProperty('where');
    expect(front.house.inside.people.get('koordinator')).not.toHaveProperty('reference');
  });
});

describe('answerDialog', () => {
  it('ends the dialog with its way out, and looks nothing up for it', async () => {
    const front = frontFor('open-case');
    const press = front.pressOf({ who: 'coordinator', inDialog: true }, 'close-view', { caseId: 'c' });

    const ended = await answeredTo(front, 'task/submit', press);

    expect(ended).toEqual([{ status: 200 }]);
    expect(front.house.events()).toEqual([]);
  });

  it.each(['task/fetch', 'composeExtension/fetchTask'])(
    'ends nothing that has not begun: %s answers with a card',
    async name => {
      const front = frontFor('open-case');
      const press = front.pressOf({ who: 'coordinator', inDialog: true }, 'close-view');

      const [answer] = await answeredTo(front, name, press);

      expect(answer).toMatchObject({ status: 200, body: { task: { type: 'continue' } } });
    },
  );

  it.each([
    ['unreadable', t.refusal.kinds['not-available'].title],
    ['unknown-sender', t.refusal.unknown.title],
  ] as const)('does not tell somebody who may be known that they are not: %s', async (kind, heading) => {
    const front = aFront();

    const [answer] = await answeredTo(front, 'task/fetch', { kind });

    expect(JSON.stringify(answer)).toContain(`"text":"${heading}"`);
    expect(front.house.events()).toEqual([]);
  });

  it('answers a fault with a card that can be pressed again, and keeps what was typed in it', async () => {
    const house = aHouse();
    const people = { ...house.people, byIdentity: () => Promise.reject(new Error('full')) };
    const front = aFront(house, { ...house, people });
    const typed = { caseId: 'c', nonce: 'card-1', rationale: 'Skrevet av en deltaker' };

    const answers = await answeredTo(
      front,
      'task/submit',
      front.pressOf({ who: 'coordinator', inDialog: true }, 'record-decision', typed),
    );

    const [{ body }] = answers as [{ body: { task: { value: { card: { content: Card } } } } }];
    const again = submits(body.task.value.card.content).map(dataIn);
    expect(answers).toHaveLength(1);
    expect(again).toContainEqual({ ...typed, verb: 'record-decision' });
  });
});
