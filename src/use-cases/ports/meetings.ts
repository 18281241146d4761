import { type CommandId, type MeetingId } from '../../domain/ids';
import { type Meeting } from '../../domain/meeting';
import { type Because, type Committed, type Filed, type Within } from './common';

export type MeetingFile = Filed & { readonly meeting: Meeting };

export type Meetings = {
  /** Undefined until something about it was stored; the series itself is configuration. */
  readonly load: (id: MeetingId, within: Within) => Promise<MeetingFile | undefined>;
  /** Whether this very command was saved in the meeting's partition before. */
  readonly known: (id: MeetingId, command: CommandId, within: Within) => Promise<boolean>;
  /** Creates it when `file` is undefined. */
  readonly commit: (
    change: Because & { readonly meeting: Meeting; readonly file?: MeetingFile },
    within: Within,
  ) => Promise<Committed>;
};
