import { childrenOf, type Element, elementsOf, textOf, typeOf } from './element';

const FOLD = '▸ ';
const IN = '  ';

/** What a reader sees: no escapes of markdown, no non-breaking spaces. */
const plain = (text: string): string => text.replace(/\\(?=[^\w\s])/g, '').replace(/\u00a0/g, ' ');
const indented = (lines: readonly string[]): readonly string[] => lines.map(line => `${IN}${line}`);

const factLines = (element: Element): readonly string[] =>
  elementsOf(element['facts']).map(fact => `${textOf(fact, 'title')}: ${textOf(fact, 'value')}`);

const chosenIn = (element: Element): string => {
  const chosen = textOf(element, 'value').split(',');
  return elementsOf(element['choices'])
    .map(choice => `${chosen.includes(textOf(choice, 'value')) ? '●' : '○'} ${textOf(choice, 'title')}`)
    .join('  ');
};

const inputLine = (element: Element): string => {
  const type = typeOf(element);
  const value = textOf(element, 'value');
  if (type === 'Input.Toggle') return `${value === 'yes' ? '☑' : '☐'} ${textOf(element, 'title')}`;
  const answer = type === 'Input.ChoiceSet' ? chosenIn(element) : value || '____';
  return `${textOf(element, 'label')}  ${answer}`.trim();
};

/** "Vis" and "Skjul" beside a fold say nothing on paper. */
const isFoldMark = (element: Element): boolean => /-(?:show|hide)$/.test(textOf(element, 'id'));

const textLine = (element: Element): readonly string[] =>
  isFoldMark(element) ? [] : [textOf(element, 'text')];

const pressOf = (element: Element): Element | undefined => elementsOf(element['selectAction'])[0];
const holdsInput = (element: Element): boolean =>
  typeOf(element).startsWith('Input.') || childrenOf(element).some(holdsInput);

/** Side by side on a screen: one line on paper, unless there is something to fill in. */
const besideLines = (element: Element): readonly string[] => {
  const inside = childrenOf(element).flatMap(linesOf);
  return holdsInput(element) ? inside : [inside.join(' · ')];
};

const containerLines = (element: Element): readonly string[] => {
  const press = pressOf(element);
  const inside = elementsOf(element['items']).flatMap(linesOf);
  if (press !== undefined && typeOf(press) === 'Action.ToggleVisibility')
    return [`${FOLD}${inside.join(' · ')}`];
  if (press !== undefined) return [`[${textOf(press, 'title')}]`];
  return 'isVisible' in element ? indented(inside) : inside;
};

const actionLines = (action: Element): readonly string[] => {
  const title = textOf(action, 'title');
  if (typeOf(action) !== 'Action.ShowCard') return title === '' ? [] : [`[${title}]`];
  return [`[${title} ▾]`, ...indented(elementsOf(action['card']).flatMap(linesOf))];
};

const BY_TYPE: Readonly<Record<string, (element: Element) => readonly string[]>> = {
  TextBlock: textLine,
  FactSet: factLines,
  Container: containerLines,
  ColumnSet: besideLines,
  TableRow: besideLines,
};

function linesOf(element: Element): readonly string[] {
  const type = typeOf(element);
  if (type.startsWith('Input.')) return [inputLine(element)];
  if (type.startsWith('Action.')) return actionLines(element);
  const known = BY_TYPE[type];
  return known === undefined ? childrenOf(element).flatMap(linesOf) : known(element);
}

/** The card as lines of text, in reading order: folds open and indented, buttons in brackets, inputs with their choices. */
export const readCard = (card: Element): readonly string[] =>
  linesOf(card)
    .flatMap(line => plain(line).split(/[\r\n]+/))
    .filter(line => line.trim() !== '');
