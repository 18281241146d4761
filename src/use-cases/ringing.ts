import { type Instant } from '../domain/time';
import { type CaseFile } from './ports/cases';
import { type Within } from './ports/common';

/** A case whose clock rings, as it lay when it was read. */
export type Ringing = { readonly file: CaseFile; readonly now: Instant; readonly within: Within };
