import { type Application } from '@microsoft/teams-ai';
import { type TurnContext } from 'botbuilder';
import { ToBotFromBotOrEmulatorTokenValidationParameters } from 'botframework-connector';

import { commandId } from '../../../src/teams/wire/command-id';
import { respondWithDialog } from '../../../src/teams/wire/dialog';
import { readPress, readSaid } from '../../../src/teams/wire/press';
import { respondWithCard, respondWithError, respondWithMessage } from '../../../src/teams/wire/respond';
import { channelThread, teamsUser } from '../../fakes/connector-stub';

import { type House, startHouse } from './house';

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';
const cardFor = (name: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: name }],
  refresh: { action: { type: 'Action.Execute', verb: 'open' }, userIds: [name] },
});

const changes = new Map<string, number>();

const register = (application: Application): void => {
  application.adaptiveCards.actionExecute('open', async context => {
    await respondWithCard(context, cardFor(context.activity.from.id));
    return '';
  });
  application.adaptiveCards.actionExecute('change', async context => {
    const press = readPress(context.activity);
    if (!press.ok) return 'unreadable';
    const { identity, verb, data } = press.value;
    const id = commandId({ identity, verb, subject: 'case', nonce: 'n', inputs: data });
    changes.set(id, (changes.get(id) ?? 0) + 1);
    await respondWithMessage(context, id);
    return '';
  });
  application.adaptiveCards.actionExecute('refuse', async context => {
    await respondWithError(context, 'NotAvailable', 'Ikke tilgjengelig');
    return '';
  });
  application.adaptiveCards.actionExecute('break', () => {
    throw new Error('secret of the participant');
  });
  application.adaptiveCards.actionExecute('break-late', async context => {
    await respondWithMessage(context, 'secret of the participant');
    throw new Error('secret of the participant');
  });
  const isDialog = ({ activity }: TurnContext) =>
    Promise.resolve(activity.name?.startsWith('task/') === true);
  const answers = async (context: TurnContext): Promise<void> => {
    await respondWithDialog(context, { title: 'Sak', card: cardFor(context.activity.from.id) });
    if (JSON.stringify(context.activity.value).includes('break'))
      throw new Error('secret of the participant');
  };
  application.addRoute(isDialog, answers, true);
  application.activity('message', async context => {
    const said = readSaid(context.activity);
    if (!said.ok || said.value.text === 'break') throw new Error('secret of the participant');
    await context.sendActivity(`du skrev ${said.value.text}`);
  });
};

describe('frontDoor', () => {
  let house: House;
  beforeEach(async () => {
    changes.clear();
    house = await startHouse({ handlers: register, timeoutMs: 200 });
  });
  afterEach(() => house.close());

  it('T08 answers each presser with their own card and edits nothing, though the card has a refresh', async () => {
    const press = (number: number) =>
      house.post(house.from.execute('open', {}, { from: teamsUser(number), conversation: channelThread() }));

    const answers = [await press(1), await press(2), await press(1)];

    expect(answers.map(({ json }) => json)).toEqual(
      ['29:user-1', '29:user-2', '29:user-1'].map(name => ({
        statusCode: 200,
        type: CARD_TYPE,
        value: cardFor(name),
      })),
    );
    expect(house.teams.sent).toEqual([]);
  });

  it('answers with a message', async () => {
    const { status, json } = await house.post(house.from.execute('change'));

    expect(status).toBe(200);
    expect(json).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
  });

  it('answers with an error that the client can show', async () => {
    const { status, json } = await house.post(house.from.execute('refuse'));

    expect([status, json]).toEqual([
      200,
      {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: 'NotAvailable', message: 'Ikke tilgjengelig' },
      },
    ]);
  });

  it('T04 knows a press that is sent again, and two people from each other', async () => {
    const press = house.from.execute('change', { title: 'x', note: 'y' });
    const sameInOtherOrder = house.from.execute('change', { note: 'y', title: 'x' });
    const another = house.from.execute('change', { title: 'x', note: 'y' }, { from: teamsUser(2) });

    await Promise.all([press, press, sameInOtherOrder, another].map(activity => house.post(activity)));

    expect([...changes.values()].sort()).toEqual([1, 3]);
  });

  it('T22 says 400 with nothing to a press that nobody handles: it is no fault of ours', async () => {
    const { status, text } = await house.post(house.from.execute('unheard-of'));

    expect([status, text]).toEqual([400, '']);
  });

  it.each(['break', 'break-late'])(
    'T25 apologises to the presser and logs an id and a kind of fault only: %s',
    async verb => {
      const { status, json, text } = await house.post(house.from.execute(verb));

      expect(status).toBe(200);
      expect(json).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' });
      const [line] = house.logged;
      expect(house.logged).toHaveLength(1);
      expect(line?.event).toBe('turn-failed');
      expect(Object.keys(line?.fields ?? {})).toEqual(['correlation', 'fault']);
      expect(text).toContain(`Beklager (nb-NO) ${String(line?.fields['correlation'])}`);
      expect(text + JSON.stringify(house.logged)).not.toContain('secret');
    },
  );

  it('apologises to the writer in their conversation', async () => {
    const { status, text } = await house.post(house.from.message('break'));

    expect([status, text]).toEqual([200, '']);
    expect(house.teams.sent).toHaveLength(1);
    expect(house.teams.sent[0]?.body).toMatchObject({ text: expect.stringMatching(/^Beklager/) as unknown });
  });

  it('T08 answers each presser with their own dialog, in the one answer and nowhere else', async () => {
    const press = (number: number) =>
      house.post(house.from.dialog('task/fetch', { verb: 'open' }, { from: teamsUser(number) }));

    const answers = [await press(1), await press(2)];

    expect(
      answers.map(({ text }) => [1, 2].map(number => text.includes(`"29:user-${String(number)}"`))),
    ).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(answers.some(({ text }) => text.includes('refresh'))).toBe(false);
    expect(house.teams.sent).toEqual([]);
  });

  it.each(['task/fetch', 'task/submit'] as const)(
    'T25 apologises in the dialog when a turn fails, and takes back what it had said: %s',
    async name => {
      const { status, json, text } = await house.post(house.from.dialog(name, { verb: 'break' }));

      const said = `Beklager (nb-NO) ${String(house.logged[0]?.fields['correlation'])}`;
      expect(status).toBe(200);
      expect(json).toEqual({ task: { type: 'message', value: said } });
      expect(text).not.toContain('secret');
    },
  );

  it('replies to what was written, without the mention', async () => {
    const said = house.from.message('<at>Sent ute</at>&nbsp; mine  oppslag\n');

    const { status } = await house.post(said);

    expect(status).toBe(200);
    expect(house.teams.sent).toMatchObject([
      {
        method: 'POST',
        path: '/v3/conversations/a:chat-1/activities/in-1',
        body: { text: 'du skrev mine oppslag' },
      },
    ]);
  });

  it.each(['hang', 'reset', { status: 500 }, { status: 429 }] as const)(
    'ends the turn in time and tries once when Teams answers a reply with %j',
    async answer => {
      house.teams.answerWith(({ body }) => (JSON.stringify(body).includes('Beklager') ? undefined : answer));

      const started = performance.now();
      const { status } = await house.post(house.from.message('hei'));

      expect(status).toBe(200);
      expect(performance.now() - started).toBeLessThan(1_500);
      expect(house.teams.sent).toHaveLength(2);
      expect(house.logged.map(({ event }) => event)).toEqual(['turn-failed']);
    },
  );

  it('gives up quietly when the apology cannot be sent either', async () => {
    house.teams.answerWith(() => ({ status: 500 }));

    const { status, text } = await house.post(house.from.message('hei'));

    expect([status, text]).toEqual([200, '']);
    expect(house.logged.map(({ event }) => event)).toEqual(['turn-failed', 'apology-failed']);
  });

  it('writes nothing on the console', async () => {
    const spies = (['log', 'warn', 'error', 'info'] as const).map(name =>
      jest.spyOn(console, name).mockImplementation(() => undefined),
    );

    await house.post(house.from.execute('break'));
    await house.post(house.from.message('break'));
    await house.post(house.from.execute('unheard-of'));
    await house.post({ type: 'message' });

    expect(spies.flatMap(spy => spy.mock.calls)).toEqual([]);
  });

  it('does not tell which library it is', async () => {
    const answer = await fetch(house.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(house.from.execute('open')),
    });

    expect(answer.headers.get('user-agent')).toBeNull();
    await answer.text();
  });

  it.each(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'])('is not there for %s', async method => {
    const answers = [await fetch(house.url, { method }), await fetch(`${house.url}/`, { method })];

    for (const answer of answers) {
      expect([answer.status, await answer.text(), answer.headers.get('allow')]).toEqual([404, '', null]);
    }
    expect(house.turns()).toBe(0);
  });

  it('T15 has closed the list that unverified tokens used to fill', () => {
    const { issuer } = ToBotFromBotOrEmulatorTokenValidationParameters;

    expect(Object.isFrozen(issuer)).toBe(true);
  });
});
