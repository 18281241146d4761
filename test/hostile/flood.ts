import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, type IncomingMessage, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportSPKI } from 'jose';
import { z } from 'zod';
import { readProgramme } from '../../src/programme';
import { APP, type SigningPair, signingPair, signToken, startOpenId } from '../teams/wire/channel-keys';
import { type Order } from './flood-sender';

const ROOT = join(__dirname, '..', '..');
const SERVICE_URL = 'http://127.0.0.1:9/';
const CONNECTIONS = 4;
/** All that a person's own limit lets through, over everybody in the directory. */
const BETWEEN_GOOD_MS = 30;
/** Measured before and after each flood: enough to tell what one in a hundred takes. */
const GOOD_EACH_TIME = 300;
/** With less of it only the first flood comes, and only the heap is judged. */
const WHOLE = 10_000;
const MOST_GROWTH = 10_000_000;
const MOST_SLOWER = 3;

const { people } = readProgramme(join(ROOT, 'infra', 'programme.local.json'));
/** The first is who presses too fast; the others go about their work. */
const [hasty, ...calm] = people.flatMap(person => person.identities.slice(0, 1));

const Ready = z.object({ port: z.number() });
const Heap = z.object({ bytes: z.number() });
const Sent = z.object({ statuses: z.record(z.string(), z.number()) });

const heard = async <T>(child: ChildProcess, schema: z.ZodType<T>): Promise<T> => {
  const gone = once(child, 'exit').then(([code]) => {
    throw new Error(`A process of the flood ended with ${String(code)}`);
  });
  const message = once(child, 'message').then(([said]: unknown[]) => said);
  return schema.parse(await Promise.race([message, gone]));
};
const ask = async <T>(child: ChildProcess, message: object, schema: z.ZodType<T>): Promise<T> => {
  const answer = heard(child, schema);
  child.send(message);
  return answer;
};

const PROGRAM = join(__dirname, 'flood-program.ts');
const SENDER = join(__dirname, 'flood-sender.ts');

const start = (file: string, args: readonly string[] = []): ChildProcess =>
  fork(file, args, {
    execArgv: ['--expose-gc', '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });

const press = (n: number, identity = calm[n % calm.length]): Record<string, unknown> => {
  const { tenantId = '', objectId = '' } = identity ?? {};
  return {
    ...{ type: 'invoke', name: 'adaptiveCard/action', channelId: 'msteams', id: `good-${String(n)}` },
    ...{ serviceUrl: SERVICE_URL, locale: 'nb-NO', recipient: { id: '28:bot' } },
    from: { id: `29:${objectId}`, aadObjectId: objectId },
    conversation: { id: `a:${objectId}`, tenantId, conversationType: 'personal' },
    value: { action: { type: 'Action.Execute', verb: 'list-my-actions', data: {} }, trigger: 'manual' },
  };
};

type Stage = {
  readonly url: string;
  readonly token: string;
  readonly program: ChildProcess;
  readonly agent: Agent;
  pressed: number;
};

const Shown = z.object({ statusCode: z.literal(200) });

/** How long one good press took, in milliseconds; throws when it was not answered with a card. */
const goodPress = async (stage: Stage): Promise<number> => {
  stage.pressed += 1;
  const started = performance.now();
  const request = httpRequest(stage.url, {
    method: 'POST',
    agent: stage.agent,
    headers: {
      ...{ 'content-type': 'application/json', authorization: `Bearer ${stage.token}` },
      'x-forwarded-for': '52.112.0.1',
    },
  });
  const answered = once(request, 'response') as Promise<[IncomingMessage]>;
  request.end(JSON.stringify(press(stage.pressed)));
  const [answer] = await answered;
  const body = await text(answer);
  const took = performance.now() - started;
  if (answer.statusCode !== 200) throw new Error(`A good press was answered ${String(answer.statusCode)}`);
  Shown.parse(JSON.parse(body));
  return took;
};

/** One at a time, for as long as it is wanted. */
const goodPresses = async (stage: Stage, wanted: (count: number) => boolean): Promise<readonly number[]> => {
  const times: number[] = [];
  while (wanted(times.length)) {
    times.push(await goodPress(stage));
    await sleep(BETWEEN_GOOD_MS);
  }
  return times;
};

const p99 = (times: readonly number[]): number =>
  [...times].sort((left, right) => left - right)[Math.ceil(times.length * 0.99) - 1] ?? 0;
const heapOf = async ({ program }: Stage): Promise<number> => (await ask(program, {}, Heap)).bytes;

type Outcome = { readonly statuses: Readonly<Record<string, number>>; readonly times: readonly number[] };

const floodBeside = async (stage: Stage, sender: ChildProcess, order: Order): Promise<Outcome> => {
  let over = false;
  const sent = ask(sender, order, Sent).finally(() => {
    over = true;
  });
  const times = await goodPresses(stage, () => !over);
  return { ...(await sent), times };
};

const signedStrays = (key: SigningPair, now: number): Promise<readonly string[]> => {
  const wrong = [
    (n: number) => ({ aud: `another-app-${String(n)}` }),
    (n: number) => ({ exp: now - 61 - n }),
    (n: number) => ({ tid: `7e57ab1e-0000-4000-8000-${String(n).padStart(12, '0')}` }),
    (n: number) => ({ serviceurl: `${SERVICE_URL}${String(n)}/` }),
  ];
  const parts = Array.from({ length: 64 }, (_, n) => ({
    key: key.privateKey,
    claims: wrong[n % wrong.length]?.(n) ?? {},
  }));
  return Promise.all(parts.map(part => signToken(part, SERVICE_URL)));
};

const number = (value: number): string => value.toLocaleString('en-GB');
const inMs = (value: number): string => `${value.toFixed(1)} ms`;
const inMb = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
const told = (statuses: Outcome['statuses']): string =>
  Object.entries(statuses)
    .map(([status, count]) => `${number(count)} × ${status}`)
    .join(', ');

type Proof = { readonly lines: readonly string[]; readonly ok: boolean };
type Run = {
  readonly stage: Stage;
  readonly sender: ChildProcess;
  readonly order: Order;
  readonly isShort: boolean;
  /** How many good presses are measured each time. */
  readonly good: number;
  /** How long good presses take when nobody floods: before, and after each flood. */
  readonly quiet: number[];
};
type Flood = {
  readonly name: string;
  readonly from: Order['from'];
  readonly requests: number;
  /** Whether these statuses are what such a flood must come to. */
  readonly fits: (statuses: Outcome['statuses']) => boolean;
};

const only = (allowed: readonly string[]) => (statuses: Outcome['statuses']) =>
  Object.keys(statuses).every(status => allowed.includes(status));

const floodsOf = (requests: number): readonly Flood[] => [
  {
    name: 'forged tokens, each from a new address: every one reaches the verifier',
    ...{ from: 'fresh addresses', requests, fits: only(['400', '401', '403']) },
  },
  {
    name: 'the same from one address: the limit by address cuts it off',
    ...{ from: 'one address', requests: requests / 5 },
    fits: statuses => only(['400', '401', '403', '429'])(statuses) && (statuses['429'] ?? 0) > 0,
  },
  {
    name: 'good presses of one person: the limit by person answers them',
    ...{ from: 'one person', requests: requests / 5 },
    fits: statuses => only(['200', 'wait'])(statuses) && (statuses['wait'] ?? 0) > 0,
  },
];

const prove = async ({ stage, sender, order, good, quiet, isShort }: Run, flood: Flood): Promise<Proof> => {
  const held = await heapOf(stage);
  const began = performance.now();
  const { statuses, times } = await floodBeside(stage, sender, {
    ...{ ...order, from: flood.from, requests: flood.requests },
  });
  const seconds = (performance.now() - began) / 1_000;
  const growth = (await heapOf(stage)) - held;
  quiet.push(...(await goodPresses(stage, count => count < good)));
  const usual = p99(quiet);
  const ratio = p99(times) / usual;
  return {
    ok: flood.fits(statuses) && growth < MOST_GROWTH && (ratio <= MOST_SLOWER || isShort),
    lines: [
      `  ${flood.name}`,
      `    ${number(flood.requests)} in ${seconds.toFixed(0)} s over ${String(order.connections)} connections at once: ${told(statuses)}`,
      `    heap after collection: ${inMb(held)} before, ${growth < 0 ? '−' : '+'}${inMb(Math.abs(growth))} (less than +${inMb(MOST_GROWTH)} wanted)`,
      `    p99 of a good press: ${inMs(usual)} without (${number(quiet.length)}), ${inMs(p99(times))} during (${number(times.length)}): ${ratio.toFixed(2)} × (${isShort ? 'too few to tell' : `at most ${String(MOST_SLOWER)} wanted`})`,
    ],
  };
};

type Wanted = {
  readonly requests: number;
};

/**
 * The real program under a flood of strangers (security.md row 15): what it holds afterwards, and how long whoever is let
 * in waits meanwhile. The program, the flood and whoever measures are three processes.
 */
export const proveFlood = async ({ requests }: Wanted): Promise<Proof> => {
  const good = Math.min(GOOD_EACH_TIME, requests / 20);
  const key = await signingPair('k1', ['msteams']);
  const openId = await startOpenId([key.jwk]);
  const dataDir = mkdtempSync(join(tmpdir(), 'flood-'));
  const program = start(PROGRAM, [APP, openId.url, dataDir]);
  const sender = start(SENDER);
  try {
    const { port } = await heard(program, Ready);
    const token = await signToken({ key: key.privateKey }, SERVICE_URL);
    const url = `http://127.0.0.1:${String(port)}/api/messages`;
    const stage: Stage = { url, token, program, agent: new Agent({ keepAlive: true }), pressed: 0 };
    const order: Order = {
      ...{ url, appId: APP, requests: 0, connections: CONNECTIONS, from: 'fresh addresses' },
      publicKey: await exportSPKI(key.publicKey),
      good: { token, press: press(0, hasty) },
      strays: [...(await signedStrays(key, Math.floor(Date.now() / 1_000)))],
    };
    // What is loaded and compiled once is not what grows.
    await floodBeside(stage, sender, { ...order, requests: 3_000 });
    const quiet = [...(await goodPresses(stage, count => count < good))];
    const run = { stage, sender, order, good, quiet, isShort: requests < WHOLE };
    const proofs: Proof[] = [];
    const floods = floodsOf(requests).slice(0, requests < WHOLE ? 1 : 3);
    for (const flood of floods) proofs.push(await prove(run, flood));
    return { ok: proofs.every(({ ok }) => ok), lines: proofs.flatMap(({ lines }) => lines) };
  } finally {
    program.disconnect();
    sender.disconnect();
    await openId.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
