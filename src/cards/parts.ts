import { type Words } from '../i18n/words';
import { button, type Carried } from './button';
import { type Card, type Data } from './template';

type Head = { readonly eyebrow?: string; readonly title: string; readonly lead?: string };

/** What every layout that starts with `"$include": "card"` and the part `head` asks for. Spoken: never content. */
export const headed = (t: Words, { eyebrow = '', title, lead = '' }: Head): Data => ({
  lang: t.lang,
  speak: [eyebrow, title].filter(text => text !== '').join('. '),
  head: { eyebrow, title, lead },
});

/** The eyebrow of everything that is shown to one person only. */
export const privately = (t: Words, about: string): string => `${about} · ${t.common.onlyYou}`;

type Fold = { readonly id: string; readonly title: string; readonly hint?: string; readonly open?: boolean };

/** For `fold-header`; what it folds is a Container with the same `id` and `isVisible` = `open`. */
export const fold = (t: Words, { id, title, hint = '', open = false }: Fold): Data => ({
  id,
  title,
  hint,
  open,
  show: t.common.show,
  hide: t.common.hide,
  name: [title, hint, t.common.showOrHide].filter(text => text !== '').join(' '),
});

/** For `facts`: at most three, but for a card that sums up. Values that people typed go through `shown` first. */
export const facts = (rows: readonly (readonly [title: string, value: string])[]): Data => ({
  facts: rows.map(([title, value]) => ({ title, value })),
});

type Note = {
  readonly style: 'accent' | 'warning' | 'attention';
  readonly title?: string;
  readonly text?: string;
};

/** For `note`. `attention` is for the error summary only. */
export const note = ({ style, title = '', text = '' }: Note): Data => ({ style, title, text });

type Row = {
  readonly title: string;
  readonly lines?: readonly string[];
  /** At most ten signs, so that it fits a phone. */
  readonly right?: string;
  readonly urgent?: boolean;
  readonly number?: string;
  /** What it is called aloud, when title and lines carry escapes (`shown`); otherwise what stands in it, in order. */
  readonly name?: string;
};
type Press = { readonly verb: string } & Carried;

/** For `row`, drawn once per element of the array it is given. */
export const row = (
  { title, lines = [], right = '', urgent = false, number = '', name }: Row,
  press: Press,
  tip: string,
): Data => ({
  title,
  lines,
  right,
  urgent,
  number,
  press: button(name ?? [number, title, ...lines, right].filter(text => text !== '').join(' '), press, {
    tip,
    leavesInputs: true,
  }),
});

/** A list of one or none: a part that is given one is drawn, a part that is given none is not. */
export const only = <T>(wanted: boolean, part: () => T): readonly T[] => (wanted ? [part()] : []);

/** The actions whose question was answered with yes. */
export const offered = (actions: readonly (readonly [offer: boolean, action: Card])[]): readonly Card[] =>
  actions.filter(([offer]) => offer).map(([, action]) => action);
