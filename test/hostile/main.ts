import { parseArgs } from 'node:util';
import { proveFlood } from './flood';
import { proveMalformed } from './malformed';
import { proveMemory } from './memory';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string', default: '20261123' },
    requests: { type: 'string' },
    only: { type: 'string' },
    minutes: { type: 'string', default: 'Infinity' },
  },
});

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const MANY = 1_000_000;
const FEW = 20_000;
const FLOOD = 100_000;
const FLOOD_SHORT = 1_000;
const TURNS = { first: 5_000, all: 50_000 };
const TURNS_SHORT = { first: 500, all: 5_000 };

const malformed = (): Promise<boolean> => {
  const requests = values.only === undefined ? Number(values.requests ?? (values.short ? FEW : MANY)) : 1;
  const from = Number(values.only ?? 0);
  return proveMalformed({ requests, seed: Number(values.seed), from, minutes: Number(values.minutes) }, say);
};

const flood = async (): Promise<boolean> => {
  const { ok, lines } = await proveFlood({ requests: values.short ? FLOOD_SHORT : FLOOD });
  for (const line of lines) say(line);
  return ok;
};

const memory = (): Promise<boolean> => proveMemory(values.short ? TURNS_SHORT : TURNS, say);

const PROOFS: Readonly<Record<string, () => Promise<boolean>>> = { flood, malformed, memory };

const main = async (): Promise<boolean> => {
  const usual = Object.keys(PROOFS).filter(name => !values.short || name !== 'memory');
  const chosen = positionals.length === 0 ? usual : positionals;
  let holds = true;
  for (const name of chosen) {
    say(`\n== ${name}`);
    const proof = PROOFS[name];
    if (proof === undefined) throw new Error(`There is no proof called ${name}.`);
    holds = (await proof()) && holds;
  }
  return holds;
};

main().then(
  holds => process.exit(holds ? 0 : 1),
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : 'The run failed.'}\n`);
    process.exit(2);
  },
);
