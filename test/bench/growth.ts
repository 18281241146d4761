import { type Figure, shown } from './figure';
import { compared, exponentOf, ms, type Variant } from './measure';
import { SIZES } from './seed/estate';

export type Growing = {
  readonly bench: string;
  readonly measure: string;
  /** In the order of the sizes. */
  readonly variants: readonly Variant[];
  readonly most: number;
};

/** Three of these to each list. */
const LONGEST_RUN_MS = 15_000;

const sizes = SIZES.map(size => shown(size)).join(', ');

/** The largest over the smallest, and how cost grows from one to the other. */
export const growthOf = async ({ bench, measure, variants, most }: Growing): Promise<readonly Figure[]> => {
  const turned = [...variants].reverse();
  const { ms: taken, ratios } = await compared(turned, { times: 4, mostMs: LONGEST_RUN_MS });
  const inOrder = [...taken].reverse();
  const points = SIZES.map((size, at) => ({ size, cost: inOrder[at] ?? Number.NaN }));
  const [first = 0, last = 0] = [SIZES.at(0), SIZES.at(-1)];
  return [
    {
      ...{ bench, measure: `${measure}: at ${String(last)} ÷ at ${String(first)}`, unit: '' },
      value: ratios[0] ?? Number.NaN,
      target: { atMost: most },
      from: `at ${sizes}: ${inOrder.map(ms).join(', ')}`,
    },
    { bench, measure: `${measure}: exponent`, value: exponentOf(points), unit: '' },
  ];
};
