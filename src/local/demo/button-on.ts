import { type Pressable, pressablesIn } from './card-reader';
import { type Element } from './element';
import { readCard } from './read-card';

export type Inputs = Readonly<Record<string, string>>;

/** The button by its title or verb; throws, and tells what there is, where it is not. */
export const find = (card: Element, what: string): Pressable => {
  const all = pressablesIn(card);
  const found = all.find(({ title, verb }) => title === what || verb === what);
  if (found !== undefined) return found;
  const offered = all.map(({ title, verb }) => `${title} (${verb})`).join(', ');
  const [eyebrow = '', heading = ''] = readCard(card);
  throw new Error(`No button "${what}" on "${eyebrow} / ${heading}"; there are: ${offered}`);
};

/** What the client sends with the press; throws where a client would not let it pass. */
export const gathered = ({ inputs: standing, required }: Pressable, filled: Inputs): Inputs => {
  const values = { ...standing, ...filled };
  const missing = required.filter(id => (values[id] ?? '') === '');
  if (missing.length > 0) throw new Error(`Fill in first: ${missing.join(', ')}`);
  return values;
};
