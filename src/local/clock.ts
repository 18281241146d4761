import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Instant, instantOf } from '../domain/time';
import type * as Moved from './moved';

/** What moves a clock is loaded when one is moved first. */
const load: (file: './moved') => typeof Moved = createRequire(__filename);

/** A clock that runs like the wall's, ahead of it by as much as it has been moved. */
export type LocalClock = {
  readonly now: () => Date;
  readonly instant: () => Instant;
  /** Moves it forward by an ISO 8601 duration, on the wall clock of Bergen. Throws on anything else, or backwards. */
  readonly advance: (duration: string) => Instant;
};

/** How far ahead of the wall the clock of this file is, in milliseconds. */
export const savedOffset = (file: string): number => {
  const offset = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  return Number.isFinite(offset) ? offset : 0;
};

type Start = {
  /** Where the offset survives a restart, so that time never runs backwards over stored data. */
  readonly file: string;
  /** The moment to begin at; the saved offset, or the wall's time, when not given. */
  readonly startAt?: string | undefined;
};

export const localClock = ({ file, startAt }: Start): LocalClock => {
  let offset = startAt === undefined ? savedOffset(file) : Date.parse(startAt) - Date.now();
  const keep = (next: number): void => {
    offset = next;
    // In one step: whoever is ended in the middle leaves the old one, and not half of it.
    writeFileSync(`${file}.new`, String(offset));
    renameSync(`${file}.new`, file);
  };
  const now = (): Date => new Date(Date.now() + offset);
  const instant = (): Instant => instantOf(now());
  keep(offset);
  return {
    now,
    instant,
    advance: duration => {
      const next = Date.parse(load('./moved').moved(instant(), duration)) - Date.now();
      if (next < offset) throw new RangeError('The clock only moves forward.');
      keep(next);
      return instant();
    },
  };
};
