import { createHmac } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { once } from 'node:events';
import {
  type AuditEvent,
  chained,
  type Digest,
  EMPTY_CHAIN,
  type Entry,
  headOf,
} from '../../src/audit/event';
import { type Seen, type Verdict, verify } from '../../src/audit/verify';
import { type LyingChain } from '../../src/audit/verify-chain';
import { agencyId, caseId, commandId, NOON, personId } from '../builders/ids';
import { aFact } from '../builders/outbox';
import { TENANT } from '../builders/people';

const digest: Digest = text => createHmac('sha256', 'a key of the test').update(text).digest('hex');
const ORIGIN = agencyId('sosiale-tjenester');

/** As full as an event of production. */
const entry = (partition: string, before: string | undefined, after: string): Entry => ({
  ...aFact({ commandId: commandId(), caseId: caseId() }),
  by: {
    person: personId('koordinator'),
    account: { tenantId: TENANT, objectId: 'object-of-koordinator' },
    agency: agencyId('sent-ute-koordinering'),
    roles: ['coordinator', 'member'],
  },
  disclosed: (['B', 'C', 'D', 'summary'] as const).map(section => ({ origin: ORIGIN, section })),
  consent: 2,
  where: { conversationId: '19:meeting@thread.tacv2;messageid=1700000000000', activityId: '1700000000000' },
  partition,
  documents: [{ id: 'case', ...(before === undefined ? {} : { before }), after }],
});

const chainOf = (partition: string, length: number): readonly AuditEvent[] => {
  const events: AuditEvent[] = [];
  for (let place = 1; place <= length; place += 1) {
    const last = events.at(-1);
    const before = place === 1 ? undefined : digest(`${partition} ${(place - 1).toString()}`);
    const next = entry(partition, before, digest(`${partition} ${place.toString()}`));
    events.push(chained(next, last === undefined ? EMPTY_CHAIN : headOf(last), digest));
  }
  return events;
};

type Size = { readonly chains: number; readonly each: number };

/** One event a line, chain after chain. */
export const writeMany = async (file: string, { chains, each }: Size): Promise<void> => {
  const out = createWriteStream(file);
  for (let chain = 0; chain < chains; chain += 1) {
    const events = chainOf(`case:${chain.toString()}`, each);
    if (!out.write(`${events.map(event => JSON.stringify(event)).join('\n')}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
};

const parsed = (line: string): AuditEvent => JSON.parse(line) as AuditEvent;

const lying = (events: readonly AuditEvent[]): LyingChain => {
  const last = events.at(-1) ?? chained(entry('case:none', undefined, ''), EMPTY_CHAIN, digest);
  return {
    partition: last.partition,
    events: events.map(event => ({ event, misplaced: false })),
    unreadable: [],
    documents: new Map([['case', last.documents?.[0]?.after ?? '']]),
    head: headOf(last),
  };
};

/** Line by line would take longer than what is measured: by the megabyte, and what is cut off is carried over. */
async function* linesIn(file: string): AsyncGenerator<readonly string[]> {
  let rest = '';
  for await (const part of createReadStream(file, { encoding: 'utf8', highWaterMark: 2 ** 20 })) {
    const lines = `${rest}${String(part)}`.split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
}

/** Events as they come, chain after chain: each chain whole, when the next begins. */
const gathering = () => {
  let events: AuditEvent[] = [];
  return {
    next: (event: AuditEvent): readonly LyingChain[] => {
      const before = events;
      if (before[0]?.partition === event.partition) before.push(event);
      else events = [event];
      return before === events || before.length === 0 ? [] : [lying(before)];
    },
    last: (): LyingChain => lying(events),
  };
};

async function* chainsIn(file: string): AsyncGenerator<LyingChain> {
  const chains = gathering();
  for await (const lines of linesIn(file)) yield* lines.map(parsed).flatMap(chains.next);
  yield chains.last();
}

/** By the wall, and of the processor: the wall also counts what else this machine does. */
export type Timed = { readonly verdict: Verdict; readonly seconds: number; readonly busy: number };

/** Reads and verifies a file of events, a chain at a time. */
export const verifyMany = async (file: string): Promise<Timed> => {
  const began = performance.now();
  const used = process.cpuUsage();
  const seen: Seen = new Map();
  const verdict = await verify({
    chains: chainsIn(file),
    anchors: { seen, count: 0 },
    rules: { digest, mayBeGone: () => false, now: NOON },
    again: async partition => {
      for await (const chain of chainsIn(file)) if (chain.partition === partition) return chain;
      throw new Error(`${partition} is not there`);
    },
  });
  const { user, system } = process.cpuUsage(used);
  return { verdict, seconds: (performance.now() - began) / 1_000, busy: (user + system) / 1_000_000 };
};
