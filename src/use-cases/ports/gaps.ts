import { type Gap } from '../../domain/gap';
import { type CommandId, type GapId } from '../../domain/ids';
import { type Instant } from '../../domain/time';
import { type Because, type Committed, type Filed, type Within } from './common';

export type GapFile = Filed & { readonly gap: Gap };

/** The register. Each gap lies and chains by itself, away from every case: nothing leads from it to one. */
export type Gaps = {
  readonly load: (id: GapId, within: Within) => Promise<GapFile | undefined>;
  /** Whether this very command was saved of the gap before. */
  readonly known: (id: GapId, command: CommandId, within: Within) => Promise<boolean>;
  /** The whole register, newest first. */
  readonly all: (within: Within) => Promise<readonly Gap[]>;
  /** How many were reported at or after that moment. */
  readonly newGapsSince: (since: Instant, within: Within) => Promise<number>;
  /** Creates it when `file` is undefined. */
  readonly commit: (
    change: Because & { readonly gap: Gap; readonly file?: GapFile },
    within: Within,
  ) => Promise<Committed>;
};
