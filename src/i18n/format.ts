/** Dates, numbers and lists as the reader's language writes them. Days are "2026-12-04", moments UTC text. */
export type Format = {
  /** "fredag 4. desember", with the year only when it is not `today`'s. */
  readonly day: (day: string, today: string) => string;
  /** "4. desember 2026", for what is kept. */
  readonly date: (day: string) => string;
  /** "4. des.", for the right-hand side of a row. */
  readonly shortDay: (day: string) => string;
  /** "kl. 09.00" */
  readonly time: (time: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** "kommunen eller politiet" */
  readonly anyOf: (items: readonly string[]) => string;
  readonly number: (value: number) => string;
};

const NBSP = '\u00a0';
/** A date never breaks, and "12. nov." first on a line would be drawn as a numbered list. */
const unbroken = (text: string): string =>
  text.replace(/(?<=\d)\. /g, `.${NBSP}`).replace(/kl\. /g, `kl.${NBSP}`);
const midday = (day: string): Date => new Date(`${day}T12:00:00Z`);

const dates = (locale: string, options: Intl.DateTimeFormatOptions): ((day: string) => string) => {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return day => unbroken(format.format(midday(day)));
};

/** `clock` turns "09:00" into what the language says: "kl. 09.00", "09:00". */
export const formatFor = (locale: string, clock: (time: string) => string): Format => {
  const thisYear = dates(locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const otherYear = dates(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const anyOf = new Intl.ListFormat(locale, { type: 'disjunction' });
  const number = new Intl.NumberFormat(locale);
  return {
    day: (day, today) => (day.slice(0, 4) === today.slice(0, 4) ? thisYear(day) : otherYear(day)),
    date: dates(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: dates(locale, { day: 'numeric', month: 'short' }),
    time: time => unbroken(clock(time)),
    list: items => list.format(items),
    anyOf: items => anyOf.format(items),
    number: value => number.format(value),
  };
};
