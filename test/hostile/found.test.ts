import { type Application } from '@microsoft/teams-ai';
import { capture } from '../../src/teams/wire/references';
import { respondWithMessage } from '../../src/teams/wire/respond';
import { CHANNEL, channelThread, TEAM, teamsUser, TENANT } from '../fakes/connector-stub';
import { type House, startHouse } from '../teams/wire/house';

const heard: string[] = [];
const register = (application: Application): void => {
  application.adaptiveCards.actionExecute(/^/, async context => {
    await respondWithMessage(context, 'ja');
    return '';
  });
  application.activity('message', async context => {
    heard.push(context.activity.text);
    await context.sendActivity('ja');
  });
};

let house: House;
beforeAll(async () => {
  house = await startHouse({ handlers: register });
});
afterAll(() => house.close());

const invoke = (name: string, value: object): object => ({ ...house.from.execute('x'), name, value });

/** Each of these was answered with 501, made a turn fail, or changed something, until it was found. */
describe('a malformed activity that was found', () => {
  it.each([
    ['signin/verifyState', { state: '123456' }],
    ['handoff/action', { continuation: '\r\nx: y' }],
    ['config/fetch', { data: {} }],
    ['constructor', { data: {} }],
    ['__proto__', { data: { verb: 'open-case' } }],
    ['adaptiveCard/Action', { action: { type: 'Action.Execute', verb: 'open-case', data: {} } }],
    ['adaptiveCard/action', { action: { type: 7, verb: 'open-case', data: {} } }],
    ['adaptiveCard/action', { action: 'x\ud83d' }],
    ['adaptiveCard/action', { action: [{ type: 'Action.Execute', verb: 'open-case' }] }],
  ])('T22 gets 400 and nothing with it: an invoke %s that nobody answers, of %j', async (name, value) => {
    const { status, text } = await house.post(invoke(name, value));

    expect([status, text]).toEqual([400, '']);
  });

  it.each(['\ud800', 'a\u0000b', '\ufeff', 'a:\ufffd'])(
    'T22 gets 400 and fails no turn when its id, which stands in the address of the reply, is %j',
    async id => {
      const { status } = await house.post(house.from.message('hei', { id }));

      expect([status, house.logged]).toEqual([400, []]);
    },
  );

  it('T22 changes nothing of how the channel is reached by who was heard there', () => {
    const heardFrom = (number: number) =>
      capture(
        house.from.message('hei', {
          from: teamsUser(number),
          conversation: channelThread(),
          channelData: { tenant: { id: TENANT }, team: TEAM, channel: CHANNEL },
        }),
      )?.reference;

    expect(heardFrom(1)).toEqual(heardFrom(2));
  });

  it('T22 is read without the half characters that no database and no card takes', async () => {
    const { status } = await house.post(house.from.message('halv \ud83d, hel \u{1f600}'));

    expect([status, heard.at(-1)]).toEqual([200, 'halv \ufffd, hel \u{1f600}']);
  });

  it('T22 gets 400 when it is so deep that nothing could read it', async () => {
    const { status, text } = await house.postRaw(`${'['.repeat(30_000)}${']'.repeat(30_000)}`);

    expect([status, text]).toEqual([400, '']);
  });
});
