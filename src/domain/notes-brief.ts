import { type AgencyId } from './ids';
import { type Instant } from './time';

/** That an agency gave words with its innspill, and when it last did; never what they say. */
export type NotesBrief = {
  readonly agency: AgencyId;
  readonly at: Instant;
  /** They are being erased: the clock does not rest before they are gone. */
  readonly erasing?: true;
};
