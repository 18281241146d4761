/** Control and format signs (bidirectional overrides, zero-width signs): nothing one sees, much one can hide behind. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const MARKDOWN = /[\\`*_{}[\]()#+\-.!|~]/g;

/** What somebody typed, as it goes back into an input: composed, and without what cannot be seen. */
export const typed = (text: string): string => text.normalize('NFC').replace(UNSEEN, '');

/** Signs that no name has and that could make a link, a mention or a heading of one. */
const NO_NAME = /[\\`*_{}[\]#|~<>]/g;

/** A name, as it stands anywhere in a card: nothing in it does anything, escaped or not. */
export const plainName = (name: string): string => typed(name).replace(NO_NAME, '');

/** What somebody typed, as it is shown: no markdown, no mentions, no markup. */
export const shown = (text: string): string =>
  typed(text).replace(MARKDOWN, '\\$&').replace(/</g, '‹').replace(/>/g, '›');
