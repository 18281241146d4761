import { setTimeout as sleep } from 'node:timers/promises';
import { osloCalendar } from './calendar';
import { derive } from './derive';
import { type Log } from './log';
import { type Setup } from './programme';
import { type Settings } from './reminders/settings';
import { type Storage } from './storage/create-storage';
import { type Authentication } from './teams/wire/authentication';
import { type Credentials } from './teams/wire/credentials';
import { type Limits } from './teams/wire/rate-limit';
import { type Anchoring } from './use-cases/ports/anchors';
import { type Within } from './use-cases/ports/common';
import { type World } from './use-cases/world';

/** What the parts are joined with: where they run, what they may reach, and the clock. */
export type Surroundings = {
  readonly storage: Storage;
  readonly anchoring: Anchoring;
  readonly setup: Setup;
  readonly authentication: Authentication;
  /** Where outgoing tokens come from: without them nothing is sent where tokens are asked for. */
  readonly credentials?: Credentials;
  readonly tenants: readonly string[];
  readonly serviceUrls: readonly string[];
  /** How fast somebody may be; see `createRateLimits`. */
  readonly limits?: Limits;
  /** Where people reach the program, without a slash at the end. */
  readonly publicUrl: () => string;
  readonly syntheticAllowed: boolean;
  /** Whether people's clients show dialogs: Teams does, the windows of the local world do not. */
  readonly dialogs: boolean;
  readonly now: () => Date;
  readonly log: Log;
  readonly reminders?: Partial<Settings>;
};

const PAUSE_MS = 20;

/** Longer at every attempt and never the same, so that those who collided do not collide again. */
const pause = async (attempt: number, within: Within): Promise<void> => {
  within.throwIfAborted();
  await sleep(Math.random() * PAUSE_MS * attempt, undefined, { signal: within });
};

/** What use cases stand on, in these surroundings. */
export const worldOf = ({ storage, setup }: Surroundings): World => ({
  ...storage,
  programme: setup.programme,
  calendar: osloCalendar(),
  derive,
  pause,
});
