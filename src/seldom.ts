/** The first, the tenth, the hundredth, … of a kind: enough to know of it, and never a flood. */
export const seldom = (tell: (kind: string, times: number) => void): ((kind: string) => void) => {
  const counts = new Map<string, number>();
  return kind => {
    const times = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, times);
    if (Number.isInteger(Math.log10(times))) tell(kind, times);
  };
};
