import { type AgendaItem } from '../domain/agenda';
import { type Case } from '../domain/case';
import { type Contribution } from '../domain/contribution';
import { type Meeting } from '../domain/meeting';
import { type Seat } from '../domain/people';

/** A case that a seat is asked about, with what it has answered so far. */
export type RoundCase = {
  readonly kase: Case;
  readonly item: AgendaItem;
  readonly current?: Contribution;
  /** It has answered, and what is not for this reader. */
  readonly hasHiddenAnswer: boolean;
  /** Its words, where the reader may read them back. */
  readonly text?: string;
  /** There are words that the reader may not read. */
  readonly hasHiddenText: boolean;
  readonly mayHaveLooked: boolean;
};

/** One page of a meeting's round, for one seat. */
export type RoundSubject = {
  readonly meeting: Meeting;
  readonly seats: readonly Seat[];
  readonly seat?: Seat;
  readonly items: readonly RoundCase[];
  readonly page: number;
  readonly pages: number;
  readonly answered: number;
  readonly of: number;
};
