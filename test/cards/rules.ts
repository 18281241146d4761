import { type Card } from '../../src/cards/template';
import { inDialog } from '../../src/teams/wire/dialog';

/** What ux.md asks of every card, as a list of what is wrong with this one: none, when it is right. */
type Node = Readonly<Record<string, unknown>>;
type Placed = { readonly node: Node; readonly hidden: boolean };

const LARGEST = 20_000;
const MOST_VISIBLE = 4;
const LONGEST_TITLE = 22;
const VERB = /^[a-z]+(-[a-z]+)*$/;
const UNREADABLE = ['Good', 'Warning', 'good', 'warning'];
const LEAKED = /\$\{|undefined|\[object |NaN|Invalid Date/;

const isNode = (json: unknown): json is Node =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const listIn = (json: unknown): readonly unknown[] => (Array.isArray(json) ? (json as unknown[]) : []);

const placed = (json: unknown, hidden = false): readonly Placed[] => {
  if (Array.isArray(json)) return listIn(json).flatMap(item => placed(item, hidden));
  if (!isNode(json)) return [];
  const nowHidden = hidden || json['isVisible'] === false;
  return [
    { node: json, hidden: nowHidden },
    ...Object.values(json).flatMap(value => placed(value, nowHidden)),
  ];
};

const typeOf = (node: Node): string => (typeof node['type'] === 'string' ? node['type'] : '');
const textOf = (node: Node, key: string): string => (typeof node[key] === 'string' ? node[key] : '');
const isInput = (node: Node): boolean => typeOf(node).startsWith('Input.');
const isAction = (node: Node): boolean => typeOf(node).startsWith('Action.');

/** Everything in a card that is a thing of its own, the card itself first. */
export const nodesIn = (card: Card): readonly Node[] => placed(card).map(({ node }) => node);
export const inputsIn = (card: Card): readonly Node[] => nodesIn(card).filter(isInput);
export const inputIn = (card: Card, id: string): Node => inputsIn(card).find(node => node['id'] === id) ?? {};
/** The verbs one can press, in the order they stand, folded ones and rows too. */
export const verbsIn = (card: Card): readonly string[] =>
  nodesIn(card)
    .filter(node => typeOf(node) === 'Action.Execute')
    .map(node => textOf(node, 'verb'));
/** What a button with this verb carries. */
export const dataOf = (card: Card, verb: string): Node => {
  const data = nodesIn(card).find(node => node['verb'] === verb)?.['data'];
  return isNode(data) ? data : {};
};
/** Every fact, as "title: value". */
const factsIn = (card: Card): readonly string[] =>
  nodesIn(card)
    .flatMap(node => listIn(node['facts']))
    .filter(isNode)
    .map(fact => `${textOf(fact, 'title')}: ${textOf(fact, 'value')}`);
/** Everything a reader can read but the values of inputs: a line each, in no promised order. */
export const wordsIn = (card: Card): string =>
  nodesIn(card)
    .flatMap(node => ['text', 'title', 'label', 'placeholder', 'tooltip'].map(key => textOf(node, key)))
    .concat(factsIn(card))
    .filter(text => text !== '')
    .join('\n');

const topActions = (card: Card): readonly Node[] => {
  const sets = nodesIn(card).filter(node => typeOf(node) === 'ActionSet');
  return [card, ...sets].flatMap(holder => listIn(holder['actions'])).filter(isNode);
};

const when = (broken: boolean, fault: string): readonly string[] => (broken ? [fault] : []);

const rootFaults = (card: Card): readonly string[] => [
  ...when(typeOf(card) !== 'AdaptiveCard', 'is not an AdaptiveCard'),
  ...when(card['version'] !== '1.5', 'version is not 1.5'),
  ...when(!['nb', 'nn', 'en'].includes(textOf(card, 'lang')), 'has no language'),
  ...when(textOf(card, 'speak') === '', 'says nothing aloud'),
  ...when(
    Buffer.byteLength(JSON.stringify(card)) > LARGEST,
    `is ${String(Buffer.byteLength(JSON.stringify(card)))} bytes`,
  ),
];

const actionFaults = (card: Card): readonly string[] => {
  const top = topActions(card);
  const visible = top.filter(action => action['mode'] !== 'secondary');
  return [
    ...when(top.filter(action => action['style'] === 'positive').length > 1, 'more than one primary'),
    ...when(visible.length > MOST_VISIBLE, `${String(visible.length)} buttons in sight`),
    ...top
      .map(action => textOf(action, 'title'))
      .flatMap(title => when(title.length > LONGEST_TITLE, `button too long: ${title}`)),
  ];
};

const buttonFaults = (node: Node): readonly string[] => {
  if (!isAction(node)) return [];
  const isExecute = typeOf(node) === 'Action.Execute';
  return [
    ...when(textOf(node, 'title') === '', 'an action without a title'),
    ...when(isExecute && !VERB.test(textOf(node, 'verb')), `verb ${textOf(node, 'verb')}`),
    ...when(
      !isExecute && !['Action.ShowCard', 'Action.ToggleVisibility', 'Action.OpenUrl'].includes(typeOf(node)),
      `action ${typeOf(node)}`,
    ),
    ...when(
      typeOf(node) === 'Action.OpenUrl' && !textOf(node, 'url').startsWith('https://'),
      `leads to ${textOf(node, 'url')}`,
    ),
  ];
};

const inputFaults = ({ node, hidden }: Placed): readonly string[] => {
  if (!isInput(node)) return [];
  const id = textOf(node, 'id');
  const label = textOf(node, typeOf(node) === 'Input.Toggle' ? 'title' : 'label');
  const required = node['isRequired'] === true;
  const choices = node['choices'];
  return [
    ...when(id === '', 'an input without id'),
    ...when(label === '', `no label: ${id}`),
    ...when(required && hidden, `required and hidden: ${id}`),
    ...when(required && textOf(node, 'errorMessage') === '', `required without a message: ${id}`),
    ...when(Array.isArray(choices) && choices.length === 0, `no choices: ${id}`),
  ];
};

const textFaults = (node: Node): readonly string[] => [
  ...when(typeOf(node) === 'TextBlock' && node['wrap'] !== true, `does not wrap: ${textOf(node, 'text')}`),
  ...when(typeOf(node) === 'TextBlock' && textOf(node, 'text') === '', 'an empty TextBlock'),
  ...when(UNREADABLE.includes(textOf(node, 'color')), `colour ${textOf(node, 'color')}`),
  ...Object.entries(node).flatMap(([key, value]) =>
    when(
      typeof value === 'string' &&
        key !== 'nonce' &&
        LEAKED.test(value.replaceAll(KEPT, '')) &&
        !(isInput(node) && key === 'value'),
      `${key}: ${String(value)}`,
    ),
  ),
];

const repeated = (ids: readonly string[]): readonly string[] =>
  ids.filter((id, place) => ids.indexOf(id) !== place);

const idFaults = (card: Card): readonly string[] => {
  const nodes = nodesIn(card);
  const ids = nodes.map(node => textOf(node, 'id')).filter(id => id !== '');
  const targets = nodes.flatMap(node => listIn(node['targetElements']));
  return [
    ...repeated(ids).map(id => `twice: ${id}`),
    ...targets
      .filter(target => !ids.includes(String(target)))
      .map(target => `opens nothing: ${String(target)}`),
  ];
};

const WAY_OUT = /^(open|list|show|close|leave|delete|remove)-/;
/** A card's own inputs: those that unfold with a button are that button's. */
const ownInputs = (json: unknown): readonly Node[] => {
  if (Array.isArray(json)) return listIn(json).flatMap(ownInputs);
  if (!isNode(json) || typeOf(json) === 'Action.ShowCard') return [];
  return [...(isInput(json) ? [json] : []), ...Object.values(json).flatMap(ownInputs)];
};
/** Every way out of a form leaves its inputs alone, or a field that is required would hold the reader there. */
const wayOutFaults = (card: Card): readonly string[] =>
  ownInputs(card).length === 0
    ? []
    : nodesIn(card)
        .filter(node => WAY_OUT.test(textOf(node, 'verb')) && node['associatedInputs'] !== 'none')
        .map(node => `sends the inputs on the way out: ${textOf(node, 'verb')}`);

/** Beside the data of a button stand the inputs: none may be called what a dialog reads there. */
const TAKEN = ['verb', 'msteams'];
/** The same card in a dialog: nothing there presses, everything typed is as it was, and it is no larger. */
const dialogFaults = (card: Card): readonly string[] => {
  const shown = inDialog(card);
  const bytes = (one: Card): number => Buffer.byteLength(JSON.stringify(one));
  const inputs = inputsIn(card);
  return [
    ...verbsIn(shown).map(verb => `presses in a dialog: ${verb}`),
    ...when(JSON.stringify(inputsIn(shown)) !== JSON.stringify(inputs), 'has other inputs in a dialog'),
    ...when(bytes(shown) > Math.max(LARGEST, bytes(card)), 'is too large for a dialog'),
    ...inputs.filter(({ id }) => TAKEN.includes(String(id))).map(({ id }) => `an input called ${String(id)}`),
  ];
};

export const faultsIn = (card: Card): readonly string[] => [
  ...rootFaults(card),
  ...actionFaults(card),
  ...idFaults(card),
  ...wayOutFaults(card),
  ...dialogFaults(card),
  ...placed(card).flatMap(here => [
    ...buttonFaults(here.node),
    ...inputFaults(here),
    ...textFaults(here.node),
  ]),
];

/** What people may try to hide in a text: a link, a mention, our own templates, a heading, a turned direction. */
export const CANARY = '**kanari** [her](http://x.invalid) <at>alle</at> ${head.title} # en\u202eto';
/** The same as it may be read: nothing in it does anything. */
export const HARMLESS =
  '\\*\\*kanari\\*\\* \\[her\\]\\(http://x\\.invalid\\) ‹at›alle‹/at› $\\{head\\.title\\} \\# ento';
/** The same as it goes back into an input. */
export const KEPT = '**kanari** [her](http://x.invalid) <at>alle</at> ${head.title} # ento';
