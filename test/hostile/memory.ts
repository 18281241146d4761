import { type Figures, openHouse, type Program } from './house';
import { openLine } from './line';
import { sendingOf } from './attack';
import { setUp, type Things } from './scene';
import { openTeamsEnd } from './teams-end';
import { turnAt } from './turns';

export type Turns = { readonly first: number; readonly all: number };

const LANES = 8;
const TICK_EVERY = 500;
/** How much more may be held after all the turns than after the first of them. */
const MOST = 1.1;
/** Before so many turns the process still takes what it is going to need: then the heap alone tells. */
const WARM = 5_000;

type Playing = { readonly program: Program; readonly serviceUrl: string; readonly things: Things };

const playTurns = async (
  { program, serviceUrl, things }: Playing,
  from: number,
  to: number,
): Promise<void> => {
  let next = from;
  const lane = async (): Promise<void> => {
    const line = openLine(program.port);
    while (next < to) {
      const turn = next;
      next += 1;
      const { status } = await line.send(sendingOf(turnAt(serviceUrl, things, turn), turn));
      if (status !== 200) throw new Error(`Turn ${String(turn)} was answered ${String(status)}.`);
      if (turn % TICK_EVERY === 0) await program.tick();
    }
    line.close();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
};

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;
const told = (turns: number, { heap, rss }: Figures): string =>
  `after ${String(turns).padStart(6)} turns: heap ${megabytes(heap)}, resident ${megabytes(rss)}`;

/** Real turns, many of them: what the program holds does not grow with them. The database is in another process. */
export const proveMemory = async ({ first, all }: Turns, say: (line: string) => void): Promise<boolean> => {
  const house = await openHouse();
  const teams = await openTeamsEnd();
  try {
    const things = await house.prepare(setUp);
    const program = await house.start(() => undefined);
    const playing = { program, serviceUrl: teams.url, things };
    await playTurns(playing, 0, first);
    const early = await program.figures();
    say(told(first, early));
    await playTurns(playing, first, all);
    const late = await program.figures();
    say(told(all, late));
    await program.end();
    const [heap, rss] = [late.heap / early.heap, late.rss / early.rss];
    say(`heap × ${heap.toFixed(3)}, resident × ${rss.toFixed(3)} (at most × ${String(MOST)})`);
    return heap <= MOST && (rss <= MOST || first < WARM);
  } finally {
    await teams.close();
    await house.leave();
  }
};
