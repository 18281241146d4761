import { type Attack, KIND_NAMES } from './attack';
import { type Figures } from './house';

type Failed = { readonly wrong: string; readonly attack: Attack };

/** What came of it, as it comes. */
export type Tally = {
  readonly statuses: Map<string, Map<number, number>>;
  readonly count: (kind: string, status: number) => void;
  readonly failed: Failed[];
  readonly logged: Map<string, number>;
  readonly leaks: string[];
  /** Lines of the log about a turn that failed. */
  readonly faults: string[];
};

export const tallyOf = (): Tally => {
  const statuses = new Map<string, Map<number, number>>(
    KIND_NAMES.map(kind => [kind, new Map<number, number>()]),
  );
  return {
    ...{ statuses, failed: [], logged: new Map<string, number>(), leaks: [], faults: [] },
    count: (kind, status) => {
      const found = statuses.get(kind);
      found?.set(status, (found.get(status) ?? 0) + 1);
    },
  };
};

export type Outcome = {
  readonly tally: Tally;
  readonly changes: readonly string[];
  /** Undefined when the program is gone. */
  readonly figures: Figures | undefined;
  readonly isGood: boolean;
  readonly seconds: number;
  readonly looks: number;
  readonly sent: number;
  readonly wanted: { readonly requests: number; readonly seed: number };
};

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);
const byStatus = (counts: ReadonlyMap<number, number>): string =>
  [...counts]
    .sort(([one], [other]) => one - other)
    .map(([status, count]) => `${status === 0 ? 'cut' : String(status)} ${String(count)}`)
    .join(', ');

const tableOf = ({ statuses }: Tally): readonly string[] => {
  const rows = [...statuses].map(([kind, counts]) => [kind, String(sum(counts.values())), byStatus(counts)]);
  const all = new Map<number, number>();
  for (const counts of statuses.values())
    for (const [status, count] of counts) all.set(status, (all.get(status) ?? 0) + count);
  return [
    ['kind of mutation', 'count', 'answers'],
    ...rows,
    ['all', String(sum(all.values())), byStatus(all)],
  ].map(([kind = '', count = '', answers = '']) => `${kind.padEnd(24)} ${count.padStart(9)}  ${answers}`);
};

const TEXT = 1_500;
/** As it has to be given to see it again. */
const caseOf = ({ wrong, attack }: Failed): readonly string[] => [
  `FAILED ${attack.base}, ${attack.kind}: ${wrong}; again with: npm run test:hostile -- malformed --seed ${String(attack.seed)} --only ${String(attack.place)}`,
  `  ${attack.sending.method} ${attack.sending.path} ${JSON.stringify(attack.sending.headers).slice(0, TEXT)}`,
  `  ${attack.sending.body.toString('utf8').slice(0, TEXT)}`,
];

const isUnanswered = ({ wrong }: Failed): boolean => wrong.includes('answer');

/** Without the program nobody can say what it did not catch: then that it is gone is told. */
const inProgram = ({ figures, isGood }: Outcome): Readonly<Record<string, number>> => {
  const { rejections, exceptions } = figures ?? { rejections: 0, exceptions: 0 };
  return {
    crashes: figures === undefined ? 1 : 0,
    'unhandled rejections': rejections,
    'uncaught exceptions': exceptions,
    'good requests afterwards without an answer': isGood ? 0 : 1,
  };
};

const counted = (outcome: Outcome): Readonly<Record<string, number>> => {
  const { failed, leaks, faults } = outcome.tally;
  const unanswered = failed.filter(isUnanswered).length;
  return {
    ...inProgram(outcome),
    'answers of 500 or more, or none': unanswered,
    'faults in a turn': faults.length,
    'state changes': outcome.changes.length,
    leaks: leaks.length + failed.length - unanswered,
  };
};

const SHOWN = 20;
const some = (lines: readonly string[], mark: string): readonly string[] =>
  [...new Set(lines)].slice(0, SHOWN).map(line => `${mark} ${line}`);

const headOf = ({ tally, seconds, wanted, figures, looks, sent }: Outcome): readonly string[] => {
  const done = sum([...tally.statuses.values()].map(counts => sum(counts.values())));
  const processor = figures === undefined ? '' : `; ${figures.cpu.toFixed(0)} s of processor in the program`;
  const logged = [...tally.logged].map(([event, count]) => `${event} ${String(count)}`);
  return [
    `${String(done)} malformed activities, seed ${String(wanted.seed)}, in ${seconds.toFixed(1)} s${processor}`,
    `kept of it: ${String(looks)} looks and refusals in the audit; sent: ${String(sent)} messages to Teams`,
    `log: ${logged.join(', ') || 'nothing'}`,
  ];
};

export type Say = (line: string) => void;

/** Says what came of it, and whether that is as it has to be. */
export const report = (outcome: Outcome, say: Say): boolean => {
  const { tally, changes } = outcome;
  const figures = counted(outcome);
  const lines = [
    ...tableOf(tally),
    ...headOf(outcome),
    ...Object.entries(figures).map(([what, count]) => `${what}: ${String(count)}`),
    ...tally.failed.slice(0, SHOWN).flatMap(caseOf),
    ...some(changes, 'CHANGED'),
    ...some(tally.leaks, 'LEAK'),
    ...some(tally.faults, 'FAULT'),
  ];
  for (const line of lines) say(line);
  return Object.values(figures).every(count => count === 0);
};
