import { type Ports } from '../../src/reminders/deps';
import { type Outbox } from '../../src/use-cases/ports/outbox';
import { type Version } from '../../src/use-cases/ports/common';
import { plusMs } from '../../src/domain/time';

/** The program with one of its promises' grounds taken away: the proofs must notice. */
export const MUTANTS = [
  'no-lease',
  'no-if-match',
  'acknowledge-first',
  'no-re-check',
  'local-clock',
] as const;
export type Mutant = (typeof MUTANTS)[number];

const isVersion = (text: string): text is Version => text !== '';
const aVersion = (text: string): Version => {
  if (!isVersion(text)) throw new Error('a version is not empty');
  return text;
};

/** Everybody leads. */
const withoutLease = (outbox: Outbox): Outbox => ({
  ...outbox,
  lead: async (holder, leaseMs, within) => {
    const { value, now } = await outbox.lead(holder, leaseMs, within);
    const mine = { holder, epoch: value?.epoch ?? 1, until: plusMs(now, leaseMs) };
    return { value: { ...mine, version: value?.version ?? aVersion('none') }, now };
  },
});

/** It counts as sent before it is. */
const acknowledgedFirst = (outbox: Outbox): Outbox => ({
  ...outbox,
  intend: async (file, within) => {
    const intended = await outbox.intend(file, within);
    if (intended !== undefined) await outbox.acknowledge(intended, undefined, within);
    return intended;
  },
});

/** What was read first, since the entry was claimed, is what is sent. */
const withoutReCheck = ({ cases, outbox, ...ports }: Ports): Ports => {
  const read = new Map<string, ReturnType<Ports['cases']['load']>>();
  return {
    ...ports,
    outbox: {
      ...outbox,
      claim: (...asked) => {
        read.clear();
        return outbox.claim(...asked);
      },
    },
    cases: {
      ...cases,
      load: (id, within) => {
        const found = read.get(id) ?? cases.load(id, within);
        read.set(id, found);
        return found;
      },
    },
  };
};

/** `no-if-match` and `local-clock` are the database's and the clock's to do (run.ts, replica.ts). */
export const mutated = (mutant: Mutant | undefined, ports: Ports): Ports => {
  switch (mutant) {
    case 'no-lease':
      return { ...ports, outbox: withoutLease(ports.outbox) };
    case 'acknowledge-first':
      return { ...ports, outbox: acknowledgedFirst(ports.outbox) };
    case 'no-re-check':
      return withoutReCheck(ports);
    case 'no-if-match':
    case 'local-clock':
    case undefined:
      return ports;
  }
};
