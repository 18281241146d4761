import { type CaseId, type PersonId } from '../../domain/ids';
import { type Look } from '../../domain/look';
import { type Showing } from '../../domain/showing';
import { type Instant } from '../../domain/time';
import { type Within } from './common';

export type LogPage = {
  readonly most: number;
  /** Only what lies before this place; the newest when it is left out. */
  readonly before?: Look['place'];
  /** Nothing older than this moment. */
  readonly since?: Look['at'];
};

/** Every look and every refusal, newest first; changes are not among them. Whoever asks has asked the policy. */
export type AuditLog = {
  /** What this person was shown or refused. */
  readonly byPerson: (person: PersonId, page: LogPage, within: Within) => Promise<readonly Look[]>;
  /** Who was shown this case or refused it. */
  readonly byCase: (caseId: CaseId, page: LogPage, within: Within) => Promise<readonly Look[]>;
  /** What was answered through a message since then, of this case to anybody, in no order. */
  readonly showingsOf: (caseId: CaseId, since: Instant, within: Within) => Promise<readonly Showing[]>;
  /** What this person looked at through a message since then, whatever it was. */
  readonly showingsTo: (person: PersonId, since: Instant, within: Within) => Promise<readonly Showing[]>;
};
