import { IN_BODY, type Ground } from './body-mutations';
import { type Base } from './base';
import { foreignIn, SPOILT, unmarked } from './junk';
import { changedAt, GONE, type Path, valueAt } from './paths';
import { type Random, randomFor } from './random';
import { ON_THE_WIRE, type Sending } from './wire-mutations';

/** One case: which mutation, of what, and what is sent. */
export type Attack = {
  readonly seed: number;
  readonly place: number;
  readonly kind: string;
  readonly base: string;
  readonly sending: Sending;
};

/** Every address once in a while: what counts by address must not be what stops them all. */
const ADDRESSES = 60_000;
const addressOf = (place: number): string => {
  const at = place % ADDRESSES;
  return `10.${String(at >> 16)}.${String((at >> 8) & 255)}.${String(at & 255)}`;
};

/** The activity as Teams would post it, if Teams would. */
export const sendingOf = (activity: unknown, place: number): Sending => ({
  ...{ method: 'POST', path: '/api/messages' },
  headers: [
    ['host', '127.0.0.1'],
    ['content-type', 'application/json'],
    ['x-forwarded-for', addressOf(place)],
  ],
  body: Buffer.from(unmarked(JSON.stringify(activity))),
});

/** May stand before a text, which then reads as without it. */
const BYTE_ORDER_MARK = /^\ufeff/;

const readBack = ({ body }: Sending): unknown => {
  try {
    return JSON.parse(body.toString('utf8').replace(BYTE_ORDER_MARK, ''));
  } catch {
    return undefined;
  }
};

/** What a form trims away, and what cannot be seen, makes no other value. */
const plain = (value: unknown): string => JSON.stringify(value ?? null).replace(/[\p{C}\p{Z}]/gu, '');

/** Whether everything that the change is about is still as it has to be, whatever else was done to it. */
const mayStillChange = ({ activity, vital }: Base, sending: Sending): boolean => {
  const read = readBack(sending);
  return (
    vital.length > 0 &&
    read !== undefined &&
    vital.every(path => plain(valueAt(read, path)) === plain(valueAt(activity, path)))
  );
};

/** Spoils what the change is about, so that whatever comes of it is wrong. */
const spoil = (random: Random, { activity, vital }: Base, { things }: Ground): unknown => {
  const path: Path = random.any(vital) ?? [];
  const key = path.at(-1) ?? '';
  const values = [...SPOILT, ...(key.endsWith('Id') ? [GONE, foreignIn(things)[key] ?? null] : [])];
  return changedAt(activity, path, () => random.any(values));
};

export const KIND_NAMES = [...Object.keys(IN_BODY), ...Object.keys(ON_THE_WIRE)];
/** What gets past the door costs a turn with its database: these kinds do so mostly, and come an eighth as often. */
const DEEP = new Set([
  ...['other tenant', 'unknown verb', 'unknown name or type', 'another person', 'things of others'],
  ...['duplicated keys', 'invalid bytes', 'mutated headers'],
]);
const OFTEN = 8;
const KINDS = KIND_NAMES.flatMap(kind => Array.from({ length: DEEP.has(kind) ? 1 : OFTEN }, () => kind));

type Case = { readonly random: Random; readonly kind: string; readonly place: number };

const mutated = ({ random, kind, place }: Case, activity: unknown, { things }: Ground): Sending => {
  const sent = IN_BODY[kind]?.({ random, things }, activity) ?? activity;
  const sending = sendingOf(sent, place);
  return ON_THE_WIRE[kind]?.(random, sending) ?? sending;
};

/** The case of this number: the same for the same seed, over the same ground. */
export const attackAt = (seed: number, place: number, ground: Ground): Attack => {
  const random = randomFor(seed, place);
  const kind = KINDS[place % KINDS.length] ?? 'removed';
  const base = random.any(ground.bases);
  if (base === undefined) throw new Error('There is nothing to mutate.');
  const one = { random, kind, place };
  const first = mutated(one, base.activity, ground);
  const sending = mayStillChange(base, first) ? mutated(one, spoil(random, base, ground), ground) : first;
  return { seed, place, kind, base: base.kind, sending };
};
