import { type CommandId, type MeetingId } from '../../domain/ids';
import { type Meeting } from '../../domain/meeting';
import { type Minutes } from '../../domain/minutes';
import { type Addendum } from '../../domain/minutes-steps';
import { type Because, type Committed, type Filed, type Within } from './common';

export type MeetingFile = Filed & { readonly meeting: Meeting };

/** Minutes as they were approved, and what was put to them since, in its order. */
export type MinutesFile = { readonly minutes: Minutes; readonly addenda: readonly Addendum[] };
/** What is written beside the meeting in the same batch; neither is ever written again. */
export type MeetingBeside = { readonly minutes?: Minutes; readonly addendum?: Addendum };

export type Meetings = {
  /** Undefined until something about it was stored; the series itself is configuration. */
  readonly load: (id: MeetingId, within: Within) => Promise<MeetingFile | undefined>;
  /**
   * As `load`, as it was at most a minute ago: for what a card says of the next meeting, never for what is decided by
   * it. What this replica saves is read anew.
   */
  readonly glance: (id: MeetingId, within: Within) => Promise<MeetingFile | undefined>;
  /** Whether this very command was saved in the meeting's partition before. */
  readonly known: (id: MeetingId, command: CommandId, within: Within) => Promise<boolean>;
  /** Their minutes are approved, and no archive has given a reference for all of them. */
  readonly unarchived: (within: Within) => Promise<readonly Meeting[]>;
  /** Undefined until they are approved. */
  readonly minutes: (id: MeetingId, within: Within) => Promise<MinutesFile | undefined>;
  /** Creates it when `file` is undefined. */
  readonly commit: (
    change: Because & MeetingBeside & { readonly meeting: Meeting; readonly file?: MeetingFile },
    within: Within,
  ) => Promise<Committed>;
};
