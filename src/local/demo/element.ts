/** A piece of a card as it came over the wire. */
export type Element = Readonly<Record<string, unknown>>;

export const isElement = (value: unknown): value is Element =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const elementsOf = (value: unknown): readonly Element[] => {
  if (Array.isArray(value)) return value.filter(isElement);
  return isElement(value) ? [value] : [];
};

export const textOf = (element: Element, key: string): string => {
  const value = element[key];
  return typeof value === 'string' ? value : '';
};

export const typeOf = (element: Element): string => textOf(element, 'type');

const NESTED = ['body', 'items', 'columns', 'rows', 'cells', 'actions', 'card', 'selectAction'] as const;

/** What stands directly in it, in the order it is read. */
export const childrenOf = (element: Element): readonly Element[] =>
  NESTED.flatMap(key => elementsOf(element[key]));
