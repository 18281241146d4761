import { type WireRequest } from '../../../src/local/cosmos/wire';
import { mappingMark } from '../../../src/use-cases/own-mapping';
import { type Storage } from '../../../src/storage/create-storage';
import { caseId, derive } from '../../builders/ids';
import { soon, there } from '../../storage/given';
import { isRefusal, words } from '../../teams/front';
import { GOOD } from '../../teams/presses';
import { type GoodPress } from '../../teams/good-press';
import { aHouse, ORIGIN } from '../../use-cases/asking';
import { frontOver } from './front';
import { IN_DIGEST } from './in-digest';
import { moveIn } from './move-in';
import { type Scenes } from './scene';

/** What one press asks of the database. */
export type Cost = { readonly requests: string; readonly units: number };

const HUNDREDTHS = 100;

const costOf = (requests: readonly WireRequest[]): Cost => {
  const counts = new Map<string, number>();
  for (const { kind, container = '' } of requests) {
    const what = `${kind} ${container}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  const units = requests.reduce((sum, { charge }) => sum + charge, 0);
  return {
    requests: [...counts]
      .map(([what, count]) => `${String(count)} ${what}`)
      .sort()
      .join(', '),
    units: Math.round(units * HUNDREDTHS) / HUNDREDTHS,
  };
};

/** What a card says it was drawn over is another mark where the boxes are really sealed. */
const MARKED: Readonly<Record<string, (storage: Storage) => Promise<object>>> = {
  'record-mapping': async ({ cases }) => ({
    version: mappingMark({ derive }, there(await cases.load(caseId(), soon())), ORIGIN),
  }),
};

const houseFor = ({ given }: GoodPress): ReturnType<typeof aHouse> => {
  const house = aHouse();
  given(house);
  return house;
};

const KINDS = Object.keys(words().refusal.kinds) as readonly (keyof ReturnType<
  typeof words
>['refusal']['kinds'])[];

type Pressed = GoodPress & { readonly verb: string };
const verbs = Object.entries(GOOD).map(([verb, good]) => [verb, { ...good, verb }] as const);
/** A good press of every verb, and those that stand elsewhere too. */
const PRESSES: Readonly<Record<string, Pressed>> = { ...Object.fromEntries(verbs), ...IN_DIGEST };

/** `operation`: as the table calls it. */
type Counting = { readonly scenes: Scenes; readonly operation: string };

/** A good press over the real storage, by somebody known, in a case whose keys are open. Throws at a no. */
export const countPress = async ({ scenes, operation }: Counting): Promise<Cost> => {
  const { verb, ...good } = there(PRESSES[operation]);
  const scene = await scenes.open();
  const house = houseFor(good);
  await moveIn(scene, house);
  const front = frontOver(scene.storage, house);
  await front.warm(good.by);
  const data = { ...good.data, ...(await MARKED[verb]?.(scene.storage)) };
  scene.asked();
  const card = await front.press({ who: good.by, verb, data });
  const cost = costOf(scene.asked());
  await scene.close();
  if (KINDS.some(kind => isRefusal(card, kind)))
    throw new Error(`${operation} was refused: it is not counted.`);
  return cost;
};

/** The same by a replica that knows everybody's name and nothing else: who presses, and the key, are read. */
export const countCold = async ({
  scenes,
  operation,
}: Counting): Promise<Cost & { readonly unwraps: number }> => {
  const { verb, ...good } = there(PRESSES[operation]);
  const scene = await scenes.open();
  const house = houseFor(good);
  await moveIn(scene, house);
  const { storage, unwraps } = scene.replica();
  const front = frontOver(storage, house);
  await front.know();
  scene.asked();
  await front.press({ who: good.by, verb, data: good.data });
  const cost = costOf(scene.asked());
  await scene.close();
  return { ...cost, unwraps: unwraps() };
};

export const OPERATIONS: readonly string[] = Object.keys(PRESSES).sort();
