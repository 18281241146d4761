import { type CaseOperation } from '../policy/operations';
import { type AgendaItem } from '../domain/agenda';
import { type Case } from '../domain/case';
import { type CaseCode } from '../domain/code';
import { type Revealed } from '../domain/content';
import { type ActionId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { type Summary } from '../domain/summary';
import { type LocalDate } from '../domain/time';
import { standingOnCase, worksOn } from '../policy/standing';
import { type Drawing } from './drawing';

/** A case as one reader may see it now. */
export type CaseSubject = {
  readonly kase: Case;
  /** What `visible` allowed, already opened; whoever opened it has stored the read event. */
  readonly seen: Revealed;
  readonly nextMeeting: LocalDate;
  /** That meeting itself, for who may put the case on its agenda. */
  readonly next?: Meeting;
  /** The meeting whose agenda it stands on, with its item there: without both no decision can be recorded. */
  readonly meeting?: Meeting;
  readonly item?: AgendaItem;
  /** In the channel forms wait in the presser's own chat, and *Lukk* gives the base card back. */
  readonly place: 'chat' | 'channel';
  /** An earlier case of the same person, when the reader may know of it. */
  readonly linked?: CaseCode;
  /** The details of the reader's own tasks, when they may be read. */
  readonly details?: ReadonlyMap<ActionId, string>;
};

/** Someone who only owns a task in the case: the task, its detail and the code are all they see (design.md §5). */
export const ownsOnly = ({ reader }: Pick<Drawing, 'reader'>, kase: Case): boolean => {
  const has = standingOnCase(reader, kase);
  return has.includes('owner') && !worksOn(has);
};

/** The one that is seen; a case has one summary, its author's. */
export const summaryIn = (seen: Revealed): Summary | undefined =>
  seen.map(({ content }) => content.summary).find(summary => summary !== undefined);

/** Whether the reader may ask for this, of this case, now. */
export type Asks = (ask: CaseOperation) => boolean;
