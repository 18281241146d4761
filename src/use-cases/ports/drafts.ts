import { type Case } from '../../domain/case';
import { type CaseCode } from '../../domain/code';
import { type Draft } from '../../domain/draft';
import { type AgencyId, type CaseId, type PersonId } from '../../domain/ids';
import { type Instant } from '../../domain/time';
import { type Revealed } from './cases';
import { type Because, type Committed, type Filed, type Within } from './common';

export type DraftFile = Filed & { readonly draft: Draft };
export type DraftBrief = { readonly id: CaseId; readonly savedAt: Instant };

/** What is typed but not sent. It lies sealed in the partition of the case it may become. */
export type Drafts = {
  /** What is typed is opened for its author only; to anybody else it is empty, and costs what nothing costs. */
  readonly load: (id: CaseId, reader: PersonId, within: Within) => Promise<DraftFile | undefined>;
  readonly byAuthor: (author: PersonId, within: Within) => Promise<readonly DraftBrief[]>;
  /** Creates it when `file` is undefined. */
  readonly save: (
    change: Because & { readonly draft: Draft; readonly file?: DraftFile },
    within: Within,
  ) => Promise<Committed>;
  readonly remove: (change: Because & { readonly file: DraftFile }, within: Within) => Promise<Committed>;
  /** The draft becomes a case: one batch, in which the draft goes. The pointers below come first. */
  readonly submit: (
    change: Because & {
      readonly file: DraftFile;
      readonly kase: Case;
      readonly content: Revealed;
      readonly clockAt?: Instant;
    },
    within: Within,
  ) => Promise<Committed>;
};

/** Created first, so that a code or a number never stands for two cases of one agency. */
export type Pointers = {
  /** False when the code is another case's: draw again. */
  readonly claimCode: (code: CaseCode, caseId: CaseId, within: Within) => Promise<boolean>;
  /** The case that holds this number within this agency: `caseId` itself, or an earlier one. */
  readonly claimNumber: (
    claim: { readonly agency: AgencyId; readonly number: string; readonly caseId: CaseId },
    within: Within,
  ) => Promise<CaseId>;
  /** Forgets the number if `caseId` is the one that holds it. */
  readonly releaseNumber: (
    claim: { readonly agency: AgencyId; readonly number: string; readonly caseId: CaseId },
    within: Within,
  ) => Promise<void>;
};
