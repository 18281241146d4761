/** Markup that is safe to send: made only by `html`, which escapes every text put into it. */
export type Html = { readonly markup: string };
export type Part = Html | string | number | readonly Html[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, sign => ESCAPES[sign] ?? sign);

const isMany = (part: Part): part is readonly Html[] => Array.isArray(part);

const markupOf = (part: Part): string => {
  if (isMany(part)) return part.map(({ markup }) => markup).join('');
  return typeof part === 'object' ? part.markup : escaped(String(part));
};

/** A piece of page. Texts are escaped, for content and for quoted attributes; markup is taken as it is. */
export const html = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: fixed.map((text, index) => text + markupOf(parts[index] ?? '')).join(''),
});
