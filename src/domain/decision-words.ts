/** What a decision says in words. Sealed together: the question, the reason and the dissent are read as one. */
export type DecisionWords = {
  /** Only where it is not whether to take the candidate in. */
  readonly question?: string;
  readonly rationale: string;
  /** What the seat that saw it otherwise meant. */
  readonly dissent?: string;
};
