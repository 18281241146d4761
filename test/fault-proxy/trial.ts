import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pressablesIn } from '../../src/local/demo/card-reader';
import { type Element } from '../../src/local/demo/element';
import { openStage, type Stage } from '../../src/local/demo/stage';
import { type Fault, type FaultHook, type WireCall } from '../../src/local/cosmos/wire';
import { words } from '../journeys/company';
import { type Press, pressed } from './on-card';
import { stateOf } from './state';

/** A press, and the folder of a world in which it is good. */
export type Setting = { readonly folder: string; readonly press: Press };

/** The n-th request of this kind, to this container, that a press makes. */
export type Request = { readonly kind: string; readonly container: string; readonly nth: number };

type Wire = { calls: WireCall[]; readonly hook: FaultHook; arm: (at: Request, fault: Fault) => void };

const isSame = (call: WireCall, { kind, container }: Request): boolean =>
  call.kind === kind && call.container === container;

/** The wire between the library and the database: it hears everything, and meets one request with a fault. */
const aWire = (): Wire => {
  const armed: { at?: Request; fault?: Fault } = {};
  const wire: Wire = {
    calls: [],
    arm: (at, fault) => Object.assign(armed, { at, fault }),
    hook: call => {
      wire.calls.push(call);
      const { at, fault } = armed;
      if (at === undefined || !isSame(call, at)) return Promise.resolve(undefined);
      const nth = wire.calls.filter(one => isSame(one, at)).length;
      return Promise.resolve(nth === at.nth ? fault : undefined);
    },
  };
  return wire;
};

const inCopy = async <T>(folder: string, run: (stage: Stage, wire: Wire) => Promise<T>): Promise<T> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'fault-proxy-'));
  cpSync(folder, dataDir, { recursive: true });
  const wire = aWire();
  const quiet = { log: () => undefined, fault: wire.hook };
  const stage = await openStage({ port: 0, dataDir, fresh: false, windows: false }, quiet);
  try {
    wire.calls = [];
    return await run(stage, wire);
  } finally {
    await stage.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

/** A card's words, without the time of day. */
const said = (card: Element): string => words(card).replace(/kl\.\s\d\d\.\d\d/g, 'kl.');

export type Usual = {
  readonly requests: readonly Request[];
  readonly first: string;
  readonly second: string;
  readonly state: readonly string[];
};

const numbered = (calls: readonly WireCall[]): readonly Request[] =>
  calls.map(({ kind, container = '' }, at) => {
    const before = calls.slice(0, at).filter(call => isSame(call, { kind, container, nth: 0 }));
    return { kind, container, nth: before.length + 1 };
  });

/** What the press does when nothing goes wrong: which requests it makes, and what is kept when it is pressed twice. */
export const asUsual = ({ folder, press }: Setting): Promise<Usual> =>
  inCopy(folder, async (stage, wire) => {
    const first = said(await pressed(stage, press));
    const requests = numbered(wire.calls);
    const second = said(await pressed(stage, press));
    return { requests, first, second, state: await stateOf(stage) };
  });

export type Tried = {
  readonly ms: number;
  readonly first: Element;
  readonly firstSaid: string;
  readonly second: string;
  readonly state: readonly string[];
};

/** The button that a card offers to try again with; the same card's button when it offers none. */
const again = (card: Element, press: Press): Press => {
  const offered = pressablesIn(card).find(({ verb, title }) => verb === press.verb && title === 'Prøv igjen');
  return offered === undefined ? press : { ...press, data: offered.data };
};

/** The same press with a fault at one of its requests, and then tried again with nothing in its way. */
export const withFault = ({ folder, press }: Setting, at: Request, fault: Fault): Promise<Tried> =>
  inCopy(folder, async (stage, wire) => {
    wire.arm(at, fault);
    const begun = performance.now();
    const first = await pressed(stage, press);
    const ms = performance.now() - begun;
    const second = said(await pressed(stage, again(first, press)));
    if (fault.kind === 'delay')
      await sleep(Math.max(0, fault.milliseconds - (performance.now() - begun)) + 100);
    return { ms, first, firstSaid: said(first), second, state: await stateOf(stage) };
  });
