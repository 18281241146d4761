import { type Language } from '../domain/people';
import { type Instant } from '../domain/time';
import { type Words } from '../i18n/words';
import { type UseCases } from '../use-cases/all';
import { type World } from '../use-cases/world';
import { type Names } from './names';
import { type WatchTurn } from './turns';
import { type Log } from './wire/log';

/** What the front door stands on. */
export type Deps = {
  readonly world: World;
  readonly does: UseCases;
  readonly names: Names;
  readonly now: () => Instant;
  readonly wordsFor: (language: Language) => Words;
  /** Whom somebody unknown is to ask, by what people call them. */
  readonly whomToAsk: string;
  /** Whether numbers that stand for nobody are taken: only where there is nobody. */
  readonly syntheticAllowed: boolean;
  /** Whether the client can show dialogs: Teams can. */
  readonly dialogs: boolean;
  /** Where people reach this program, without a slash at the end. */
  readonly publicUrl: () => string;
  /** Wakes the dispatcher: something may have to be sent. */
  readonly nudge: () => void;
  readonly log: Log;
  /** Runs a turn, and tells how it went. */
  readonly watch: WatchTurn;
};
