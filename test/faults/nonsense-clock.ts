import { seeded } from './random';

const MOST_WRONG_MS = 600_000;

/** From now on the machine's own clock jumps by minutes from one look to the next: nobody may go by it. */
export const breakTheClock = (): void => {
  const [random, real] = [seeded(1), Date.now];
  Date.now = () => real() + random.between(-MOST_WRONG_MS, MOST_WRONG_MS);
};
