/** A piece of a document that is read on paper: words only, how it looks is its writer's. */
export type PaperPart =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A name and what it is, a line each. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [title: string, value: string])[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

export type Paper = {
  /** Without an ending. */
  readonly name: string;
  /** As a locale: screen readers read it aloud by this. */
  readonly language: string;
  readonly title: string;
  /** What the reader must know before anything else: that it is a draft, or not all of it. */
  readonly marks: readonly string[];
  /** What its properties say it was made; the same text has the same moment, whenever it is fetched. */
  readonly at: string;
  readonly parts: readonly PaperPart[];
};
