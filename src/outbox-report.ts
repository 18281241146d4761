import { isOutboxId, type OutboxId } from './domain/ids';
import { type Instant } from './domain/time';
import { type Outbox, type OutboxCounts } from './use-cases/ports/outbox';

/** What the operator asks of the outbox. */
export type AskingOutbox = {
  readonly json: boolean;
  /** A dead letter to be sent again, by its id. */
  readonly retry: string | undefined;
  readonly say: (text: string) => void;
};

/** The outbox as it lies, and the time there. */
type Standing = {
  readonly outbox: Pick<Outbox, 'counts' | 'troubles' | 'deadLetter' | 'retry'>;
  readonly now: () => Instant;
};

/** Ids and kinds: nothing of what would be said, nor of whom. */
type DeadLetter = { readonly id: OutboxId; readonly errand: string; readonly since: Instant };
type Figures = OutboxCounts & { readonly oldestSeconds: number; readonly deadLetters: readonly DeadLetter[] };

const LIMIT_MS = 30_000;
const within = (): AbortSignal => AbortSignal.timeout(LIMIT_MS);

const figuresOf = async ({ outbox, now }: Standing): Promise<Figures> => {
  const at = now();
  const [counts, troubles] = await Promise.all([outbox.counts(at, within()), outbox.troubles(within())]);
  const since = Date.parse(counts.oldestDueAt ?? at);
  return {
    ...counts,
    oldestSeconds: Math.max(0, Math.round((Date.parse(at) - since) / 1_000)),
    deadLetters: troubles
      .filter(({ state }) => state === 'dead')
      .map(({ entry: { id, errand }, since: died }) => ({ id, errand: errand.kind, since: died })),
  };
};

const inWords = (seconds: number): string => {
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  const parts: readonly (readonly [number, string])[] = [
    [hours, 'h'],
    [minutes, 'min'],
    [seconds % 60, 's'],
  ];
  const told = parts.filter(([number]) => number > 0).map(([number, unit]) => `${String(number)} ${unit}`);
  return told.length === 0 ? '0 s' : told.join(' ');
};

const linesOf = (figures: Figures): readonly (readonly [string, string])[] => [
  ['pending', String(figures.pending)],
  ['due', String(figures.due)],
  ['in flight', String(figures.inFlight)],
  ['waiting', String(figures.waiting)],
  ['dead', String(figures.dead)],
  ['oldest due', figures.oldestDueAt === undefined ? 'none' : `${inWords(figures.oldestSeconds)} ago`],
  ['leader', figures.leader ?? 'nobody'],
  ['epoch', String(figures.epoch ?? 0)],
];

const asText = (figures: Figures): string =>
  [
    ...linesOf(figures).map(([name, value]) => `${name.padEnd(12)}${value}`),
    ...figures.deadLetters.map(({ id, errand, since }) => `dead letter ${id} ${errand} since ${since}`),
  ].join('\n');

/** Whether it was dead and is on its way again. */
const retried = async ({ outbox, now }: Standing, id: string): Promise<boolean> => {
  const file = isOutboxId(id) ? await outbox.deadLetter(id, within()) : undefined;
  return file !== undefined && outbox.retry(file, now(), within());
};

/** Says how the outbox stands, after sending one dead letter again when asked; false when there was none to send. */
export const reportOutbox = async (
  standing: Standing,
  { json, retry, say }: AskingOutbox,
): Promise<boolean> => {
  const moved = retry === undefined || (await retried(standing, retry));
  const figures = await figuresOf(standing);
  say(json ? `${JSON.stringify(figures)}\n` : `${asText(figures)}\n`);
  if (!moved) say(json ? '' : 'There is no dead letter of that id.\n');
  return moved;
};
