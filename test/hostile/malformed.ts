import { setTimeout as sleep } from 'node:timers/promises';
import { type Attack, attackAt, sendingOf } from './attack';
import { basesFor, executed } from './bases';
import { type Ground } from './body-mutations';
import { type House, openHouse, type Program } from './house';
import { wrongWith } from './judge';
import { type Answer, openLine } from './line';
import { envelope, PRESSERS } from './people';
import { type Outcome, report, type Say, type Tally, tallyOf } from './report';
import { FOREIGN, OWN, setUp, TYPED } from './scene';
import { changesBetween, type Stored } from './stored';
import { openTeamsEnd, type TeamsEnd } from './teams-end';
import { type Sending } from './wire-mutations';

export type Wanted = {
  readonly requests: number;
  readonly seed: number;
  readonly from?: number;
  readonly minutes?: number;
};

const LANES = 16;
const LOOK_EVERY = 100_000;
/** In a world that nobody but the hostile has touched, no seal is broken either. */
const FAULTS = /turn-failed|seal-broken|apology-failed/;
const SHOWN = 3;
const LONGEST = 300;
const SETTLED_MS = 500;
const CANARIES = [FOREIGN.text, FOREIGN.number, OWN, TYPED];

/** What the program writes: how often each event, and whether anything of anybody's stands there. */
const reader =
  (tally: Tally) =>
  (text: string): void => {
    for (const [, event = ''] of text.matchAll(/"event":"([^"]*)"/g))
      tally.logged.set(event, (tally.logged.get(event) ?? 0) + 1);
    tally.faults.push(...text.split('\n').filter(line => FAULTS.test(line)));
    tally.leaks.push(...CANARIES.filter(canary => text.includes(canary)).map(canary => `console: ${canary}`));
  };

const goodPress = (serviceUrl: string, by: string): Sending =>
  sendingOf(executed(serviceUrl, { by, verb: 'show-help', data: {}, place: 'chat' }), 0);

/** Everybody once, so that everybody's chat is kept where it is from now on; and the channel. */
const warmUp = async (program: Program, serviceUrl: string): Promise<void> => {
  const line = openLine(program.port);
  for (const by of PRESSERS) await line.send(goodPress(serviceUrl, by));
  const arrival = { type: 'installationUpdate', action: 'add' };
  await line.send(sendingOf({ ...envelope(serviceUrl, 'koordinator', 'channel'), ...arrival }, 0));
  line.close();
  await program.tick();
};

const note = (tally: Tally, attack: Attack, answer: Answer): void => {
  tally.count(attack.kind, answer.status);
  const wrong = wrongWith(attack, answer);
  if (wrong !== undefined) tally.failed.push({ wrong, attack });
};

type Attacking = {
  readonly program: Program;
  readonly ground: Ground;
  readonly tally: Tally;
  /** Now and then somebody looks how it goes. */
  readonly lookAt: (place: number) => Promise<void>;
};

const attackAll = async (
  { program, ground, tally, lookAt }: Attacking,
  { requests, seed, from = 0, minutes = Infinity }: Wanted,
): Promise<void> => {
  let next = from;
  const ends = Date.now() + minutes * 60_000;
  const lane = async (): Promise<void> => {
    const line = openLine(program.port);
    while (next < from + requests && program.isAlive() && Date.now() < ends) {
      const place = next;
      next += 1;
      if (place % LOOK_EVERY === 0 && place > from) await lookAt(place);
      const attack = attackAt(seed, place, ground);
      note(tally, attack, await line.send(attack.sending));
    }
    line.close();
  };
  await Promise.all(Array.from({ length: LANES }, lane));
};

type Scene = { readonly house: House; readonly teams: TeamsEnd; readonly say: Say };
type Under = { readonly program: Program; readonly before: Stored; readonly tally: Tally };

/** How it goes so far: nothing may have changed by now either. */
const looking =
  ({ house, say }: Scene, { program, before, tally }: Under) =>
  async (place: number): Promise<void> => {
    const { cpu, rejections, exceptions } = await program.figures();
    const changed = changesBetween(before, await house.stored());
    const { failed, leaks, faults } = tally;
    const seen = [failed.length, leaks.length, faults.length, changed.length, rejections + exceptions];
    const at = new Date().toISOString().slice(11, 19);
    say(
      `${at} ${String(place)} sent, ${cpu.toFixed(0)} s of processor; answers that are wrong, leaks, faults, changes, uncaught: ${seen.join(', ')}`,
    );
    for (const line of [...faults, ...changed].slice(0, SHOWN)) say(`  ${line.slice(0, LONGEST)}`);
  };

type Ended = Under & { readonly seconds: number; readonly wanted: Wanted };

const outcomeOf = async ({ house, teams }: Scene, ended: Ended): Promise<Outcome> => {
  const { program, before, tally, seconds, wanted } = ended;
  const line = openLine(program.port);
  const { status } = await line.send(goodPress(teams.url, 'innmelder-mo'));
  const figures = program.isAlive() ? await program.figures() : undefined;
  const after = await house.stored();
  if (program.isAlive()) await program.tick();
  line.close();
  tally.leaks.push(...teams.leaks.map(leak => `to Teams: ${leak}`));
  tally.leaks.push(...after.leaks.map(leak => `database: ${leak}`));
  const [looks, changes] = [after.looks - before.looks, changesBetween(before, after)];
  return { tally, changes, figures, isGood: status === 200, seconds, looks, sent: teams.sent(), wanted };
};

const proveIn = async (scene: Scene, wanted: Wanted): Promise<boolean> => {
  const { house, teams, say } = scene;
  const tally = tallyOf();
  const things = await house.prepare(setUp);
  const program = await house.start(reader(tally));
  const ground = { things, serviceUrl: teams.url, bases: basesFor(teams.url, things) };
  await warmUp(program, teams.url);
  const before = await house.stored();
  const under = { program, before, tally };
  const began = Date.now();
  await attackAll({ program, ground, tally, lookAt: looking(scene, under) }, wanted);
  const seconds = (Date.now() - began) / 1_000;
  await sleep(SETTLED_MS);
  const outcome = await outcomeOf(scene, { ...under, seconds, wanted });
  await program.end();
  return report(outcome, say);
};

/** So many activities that are malformed, each in its way: nothing breaks, nothing changes, and nothing is told. */
export const proveMalformed = async (wanted: Wanted, say: Say): Promise<boolean> => {
  const house = await openHouse();
  const teams = await openTeamsEnd();
  try {
    return await proveIn({ house, teams, say }, wanted);
  } finally {
    await teams.close();
    await house.leave();
  }
};
