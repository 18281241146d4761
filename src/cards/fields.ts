import { LONGEST_TEXT } from '../domain/draft';
import { type Words } from '../i18n/words';
import { type Data } from './template';
import { typed } from './text';

export type Choice = { readonly title: string; readonly value: string };

type Ask = {
  readonly id: string;
  readonly label: string;
  /** Just as it was typed or ticked; several ticks are joined by commas. */
  readonly value?: string | undefined;
  /** What the server found wrong, shown under the field. */
  readonly error?: string | undefined;
  /** Makes it required, and says so when it is left. Never in a fold, never in a form that is kept as a draft. */
  readonly must?: string | undefined;
};
type AskChoice = Ask & { readonly choices: readonly Choice[] };
type AskText = Ask & { readonly placeholder?: string; readonly longest?: number };

type Answer = Pick<Ask, 'value' | 'error'>;

/** What stands in a field and below it, for a part whose words are filled in already (`saying`). */
export const answered = ({ value = '', error = '' }: Answer): Data => ({
  value: typed(value),
  // As the template takes them without reckoning: a comparison costs it three times what a value does.
  errors: error === '' ? [] : [error],
});

const asked = ({ id, label, must = '', ...answer }: Ask): Data => ({
  id,
  label,
  ...answered(answer),
  required: must !== '',
  must,
});

/** The domain's values with their words, in the domain's order. */
export const choicesOf = <V extends string>(
  values: readonly V[],
  words: Readonly<Record<V, string>>,
): readonly Choice[] => values.map(value => ({ title: words[value], value }));

/** Marks what is optional; what is required is not marked. */
export const optional = (t: Words, label: string): string => `${label} (${t.common.optional})`;

const choice = (ask: AskChoice, style: 'compact' | 'expanded' | 'filtered'): Data => ({
  ...asked(ask),
  choices: ask.choices.map(({ title, value }) => ({ title: typed(title), value })),
  style,
  many: false,
  placeholder: '',
});

/** A list that opens, for `choice`. */
export const pick = (t: Words, ask: AskChoice): Data => ({
  ...choice(ask, 'compact'),
  placeholder: t.common.choose,
});

/** A list that opens and can be searched, for `choice`: people. */
export const search = (t: Words, ask: AskChoice): Data => ({
  ...choice(ask, 'filtered'),
  placeholder: t.common.choose,
});

/** Two to four answers that matter, all in sight, for `choice`. */
export const radio = (ask: AskChoice): Data => choice(ask, 'expanded');

/** As many ticks as one likes, for `choice`. */
export const many = (ask: AskChoice): Data => ({ ...choice(ask, 'expanded'), many: true });

/** One line, for `text`. */
export const line = ({ placeholder = '', longest = LONGEST_TEXT, ...ask }: AskText): Data => ({
  ...asked(ask),
  placeholder,
  longest,
  multiline: false,
});

/** A few lines, for `text`. */
export const area = (ask: AskText): Data => ({ ...line(ask), multiline: true });

/** A day, for `date`. */
export const date = (ask: Ask): Data => asked(ask);

/** What stands in a tick and below it. */
export const ticked = (answer: Answer): Data => ({
  ...answered(answer),
  value: answer.value === 'yes' ? 'yes' : 'no',
});

/** One tick, "yes" or "no", for `toggle`; the label stands at the tick. */
export const toggle = (ask: Ask): Data => ({ ...asked(ask), ...ticked(ask) });
