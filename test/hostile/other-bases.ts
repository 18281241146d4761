import { type Element } from '../../src/local/demo/element';
import { LOCAL_BOT } from '../../src/local/people';
import { accountOf, envelope, type Place } from './people';
import { type Base } from './base';
import { ACTION_COMMANDS, SEARCH_COMMANDS, SEARCH_PARAMETER } from '../../src/teams/extensions/commands';
import { type Things, TYPED } from './scene';

const SAID = [
  ...['hjelp', 'innboks', 'mine oppgaver', 'meld inn', 'saksliste', 'mine innmeldinger', 'tilganger'],
  ...['mine oppslag', 'glippsoner', 'påminnelser', 'fravær', 'språk', 'start', 'noe annet'],
];

type Making = { readonly serviceUrl: string; readonly by: string; readonly place?: Place };

const made = (kind: string, { serviceUrl, by, place }: Making, rest: Element): Base => ({
  ...{ kind, vital: [] },
  activity: { ...envelope(serviceUrl, by, place), ...rest },
});

const messages = (serviceUrl: string, { code }: Things): readonly Base[] => [
  ...[...SAID, `sak ${code}`, `logg ${code}`].map((text, place) =>
    made(
      'message',
      {
        serviceUrl,
        by: ['innmelder-mo', 'koordinator', 'medlem-helse', 'ansvarlig'][place % 4] ?? 'ansvarlig',
      },
      { type: 'message', text, textFormat: 'plain', attachments: [] },
    ),
  ),
  made(
    'message in channel',
    { serviceUrl, by: 'medlem-helse', place: 'channel' },
    {
      ...{ type: 'message', text: '<at>Sent ute</at> hjelp', textFormat: 'plain' },
      entities: [{ type: 'mention', text: '<at>Sent ute</at>', mentioned: LOCAL_BOT }],
    },
  ),
];

const arrivals = (serviceUrl: string): readonly Base[] => [
  made(
    'installationUpdate',
    { serviceUrl, by: 'medlem-helse' },
    { type: 'installationUpdate', action: 'add' },
  ),
  made(
    'installationUpdate',
    { serviceUrl, by: 'koordinator', place: 'channel' },
    { type: 'installationUpdate', action: 'add' },
  ),
  made(
    'conversationUpdate',
    { serviceUrl, by: 'innmelder-mo' },
    {
      type: 'conversationUpdate',
      membersAdded: [LOCAL_BOT, { id: '29:innmelder-mo', aadObjectId: accountOf('innmelder-mo').objectId }],
    },
  ),
  made(
    'messageReaction',
    { serviceUrl, by: 'medlem-helse' },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], replyToId: '1699999999999' },
  ),
  ...['typing', 'messageUpdate', 'messageDelete', 'endOfConversation', 'event', 'handoff', 'trace'].map(
    type => made('other type', { serviceUrl, by: 'koordinator' }, { type, name: 'x', value: { state: 'x' } }),
  ),
];

const SEARCHED = ['', 'SU-', 'SU-7K3Q-9F2X', '01818490301'];

/** What the app's extensions send: to find a case by its code, and to refer from anywhere. */
const EXTENDED: readonly (readonly [name: string, value: Element])[] = [
  ...SEARCHED.map((value): readonly [string, Element] => [
    'composeExtension/query',
    {
      ...{ commandId: SEARCH_COMMANDS[0], queryOptions: { skip: 0, count: 25 } },
      parameters: [{ name: SEARCH_PARAMETER, value }],
    },
  ]),
  ['composeExtension/selectItem', { code: 'SU-7K3Q-9F2X' }],
  ['composeExtension/queryLink', { url: 'https://example.invalid/SU-7K3Q-9F2X' }],
  ...['compose', 'message', 'commandbox'].map((commandContext): readonly [string, Element] => [
    'composeExtension/fetchTask',
    { commandId: ACTION_COMMANDS[0], commandContext, messagePayload: { id: '1', body: { content: TYPED } } },
  ]),
];

const INVOKES: readonly (readonly [name: string, value: Element])[] = [
  ['signin/verifyState', { state: '123456' }],
  ['signin/tokenExchange', { id: 'x', connectionName: 'x', token: 'x' }],
  ['handoff/action', { continuation: 'x' }],
  [
    'fileConsent/invoke',
    { action: 'accept', context: {}, uploadInfo: { uploadUrl: 'https://example.invalid/' } },
  ],
  ['actionableMessage/executeAction', { state: 'x', body: '' }],
  ['message/submitAction', { actionName: 'feedback', actionValue: { reaction: 'like' } }],
  [
    'application/search',
    { queryText: 'x', kind: 'search', dataset: 'people', queryOptions: { skip: 0, top: 5 } },
  ],
  ['tab/fetch', { context: {} }],
  ['config/fetch', { data: {} }],
  ['constructor', { data: {} }],
  ['noe/ukjent', { data: {} }],
];

const invokes = (serviceUrl: string): readonly Base[] =>
  [...EXTENDED, ...INVOKES].flatMap(([name, value]) =>
    ['koordinator', 'innmelder-mo'].map(by =>
      made(
        name.startsWith('compose') ? 'extension' : 'other invoke',
        { serviceUrl, by },
        {
          ...{ type: 'invoke', name, value },
        },
      ),
    ),
  );

/** Everything that Teams sends and that is no press. */
export const others = (serviceUrl: string, things: Things): readonly Base[] => [
  ...messages(serviceUrl, things),
  ...arrivals(serviceUrl),
  ...invokes(serviceUrl),
];
