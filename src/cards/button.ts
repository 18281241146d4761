import { type Card } from './template';

/** What a button carries back: ids and marks only, for the server decides by the presser and the state now. */
export type Carried = Readonly<Record<string, string | number>>;

type Look = {
  /** One per card: the thing most people came to do. */
  readonly primary?: boolean;
  readonly danger?: boolean;
  /** Behind "…". */
  readonly rare?: boolean;
  /** What a screen reader says where several buttons have one title. */
  readonly tip?: string;
  /** Leaves the inputs alone: every *Avbryt* and every way out (ux.md, traps). */
  readonly leavesInputs?: boolean;
};

const styled = ({ primary, danger }: Look): Card => {
  if (primary === true) return { style: 'positive' };
  return danger === true ? { style: 'destructive' } : {};
};

/** A button that asks the bot for `verb`; the title is at most 22 signs, so that it fits a phone. */
export const button = (
  title: string,
  { verb, ...carried }: { readonly verb: string } & Carried,
  look: Look = {},
): Card => ({
  type: 'Action.Execute',
  title,
  verb,
  data: carried,
  ...styled(look),
  ...(look.rare === true ? { mode: 'secondary' } : {}),
  ...(look.tip === undefined ? {} : { tooltip: look.tip }),
  ...(look.leavesInputs === true ? { associatedInputs: 'none' } : {}),
});

/** A button that leads out of the card, to an address of our own. */
export const linking = (title: string, url: string, look: Pick<Look, 'primary'> = {}): Card => ({
  type: 'Action.OpenUrl',
  title,
  url,
  ...styled(look),
});

/** A button that unfolds a small card: a warning before a dangerous step, or a reason that is asked for. */
export const unfolding = (title: string, card: Card, look: Pick<Look, 'rare' | 'tip'> = {}): Card => ({
  type: 'Action.ShowCard',
  title,
  card,
  ...(look.rare === true ? { mode: 'secondary' } : {}),
  ...(look.tip === undefined ? {} : { tooltip: look.tip }),
});
