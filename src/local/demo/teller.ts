import { type Element } from './element';
import { readCard } from './read-card';

/** Tells what happens, step by step, and shows each card as it reads. */
export type Teller = {
  /** The next step: who does what. */
  readonly step: (who: string, what: string) => void;
  readonly card: (card: Element) => void;
  readonly line: (text: string) => void;
};

const MARGIN = '   ';

const framed = (card: Element): string =>
  [`${MARGIN}┌`, ...readCard(card).map(line => `${MARGIN}│ ${line}`), `${MARGIN}└`].join('\n');

export const createTeller = (say: (text: string) => void): Teller => {
  let steps = 0;
  return {
    step: (who, what) => {
      steps += 1;
      say(`\n${String(steps)}. ${who} ${what}\n`);
    },
    card: card => {
      say(`${framed(card)}\n`);
    },
    line: say,
  };
};
