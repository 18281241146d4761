import { childrenOf, type Element, isElement, textOf, typeOf } from './element';

export type Pressable = {
  readonly title: string;
  /** How a client sends it: as a press of a card, to open a dialog, or in one. */
  readonly by: 'execute' | 'fetch' | 'submit';
  readonly verb: string;
  readonly data: Element;
  /** What the inputs that go with it hold before anybody fills them in; those without a value are left out. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The inputs a client does not let pass empty. An unfolded card's button takes those of the card around it, too. */
  readonly required: readonly string[];
};

/** Everything on one card, without the cards that unfold from it. */
const onCard = (element: Element): readonly Element[] => [
  element,
  ...(typeOf(element) === 'Action.ShowCard' ? [] : childrenOf(element).flatMap(onCard)),
];

const filledIn = (inputs: readonly Element[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    inputs
      .filter(input => textOf(input, 'value') !== '')
      .map(input => [textOf(input, 'id'), textOf(input, 'value')]),
  );

const PRESSED = ['Action.Execute', 'Action.Submit'];

const byOf = (action: Element, data: Element): Pressable['by'] => {
  if (typeOf(action) === 'Action.Execute') return 'execute';
  const { msteams } = data;
  return isElement(msteams) && typeOf(msteams) === 'task/fetch' ? 'fetch' : 'submit';
};

const asPressable = (action: Element, inputs: readonly Element[]): Pressable => {
  const taken = action['associatedInputs'] === 'none' ? [] : inputs;
  const data = isElement(action['data']) ? action['data'] : {};
  return {
    title: textOf(action, 'title'),
    by: byOf(action, data),
    verb: textOf(action, 'verb') || textOf(data, 'verb'),
    data,
    inputs: filledIn(taken),
    required: taken.filter(input => input['isRequired'] === true).map(input => textOf(input, 'id')),
  };
};

const pressableOn = (card: Element, around: readonly Element[]): readonly Pressable[] => {
  const all = onCard(card);
  const inputs = [...around, ...all.filter(element => typeOf(element).startsWith('Input.'))];
  const unfolding = all
    .filter(element => typeOf(element) === 'Action.ShowCard')
    .map(action => action['card']);
  return [
    ...all.filter(element => PRESSED.includes(typeOf(element))).map(action => asPressable(action, inputs)),
    ...unfolding.filter(isElement).flatMap(inner => pressableOn(inner, inputs)),
  ];
};

/** Everything on the card that asks the bot for something, folded or not. */
export const pressablesIn = (card: Element): readonly Pressable[] => pressableOn(card, []);
