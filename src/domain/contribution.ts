import { err, ok, type Result } from '../result';
import { type AgendaItem } from './agenda';
import { holdsNumber } from './check-referral';
import { LONGEST_TEXT } from './draft';
import { type Group, GROUPS } from './groups';
import { type AgencyId, type CaseId, type MeetingId, type PersonId, type SeatId } from './ids';
import { type Instant } from './time';

/** What a seat says its service can do, in general (domain.md §7). `unknown-here` means that somebody has looked. */
export const ANSWERS = ['can', 'cannot', 'needs-clarifying', 'unknown-here'] as const;
export type Answer = (typeof ANSWERS)[number];

/** One seat's innspill to one case in one meeting. What it says in words lies sealed under the seat's agency. */
export type Contribution = {
  readonly caseId: CaseId;
  readonly meetingId: MeetingId;
  readonly seat: SeatId;
  /** The seat's own: the words are that agency's, whoever wrote them down. */
  readonly agency: AgencyId;
  readonly answer: Answer;
  readonly by: PersonId;
  /** Registered by somebody who does not hold the seat; shown, and logged. */
  readonly onBehalf: boolean;
  readonly at: Instant;
  /** A consent had told the agency who it is: it could also have answered that nobody there knows them. */
  readonly knowing?: true;
  /** The group the words belong with; only where there are words. */
  readonly group?: Group;
};

/** As it was typed. */
export type ContributionValues = {
  readonly answer?: string;
  readonly text?: string;
  readonly group?: string;
};
/** As it can be kept. */
export type Given = {
  readonly answer: Answer;
  readonly note?: { readonly text: string; readonly group: Group };
};
export type ContributionProblem = 'answer-missing' | 'too-long' | 'holds-number' | 'group-missing';

const problemIn = (text: string): ContributionProblem | undefined => {
  if (text.length > LONGEST_TEXT) return 'too-long';
  return holdsNumber(text) ? 'holds-number' : undefined;
};

const noted = (text: string, group: string | undefined): Result<Given['note'], ContributionProblem> => {
  if (text === '') return ok(undefined);
  const problem = problemIn(text);
  if (problem !== undefined) return err(problem);
  const found = GROUPS.find(one => one === group);
  return found === undefined ? err('group-missing') : ok({ text, group: found });
};

/** What was typed for one case, checked: words are short, name a group, and hold no identity number. */
export const checkContribution = ({
  answer,
  text = '',
  group,
}: ContributionValues): Result<Given, ContributionProblem> => {
  const found = ANSWERS.find(one => one === answer);
  const note = noted(text.trim(), group);
  if (!note.ok) return note;
  if (found === undefined) return err('answer-missing');
  return ok({ answer: found, ...(note.value === undefined ? {} : { note: note.value }) });
};

/** Whether anything was filled in for a case: what was passed over is not sent. */
export const isFilledIn = ({ answer = '', text = '' }: ContributionValues): boolean =>
  answer !== '' || text.trim() !== '';

const without = (seats: readonly SeatId[], seat: SeatId): readonly SeatId[] =>
  seats.filter(one => one !== seat);

/** The item with the seat among those that have answered: that it has, and for whom it was registered, is process. */
export const answeredBy = (
  item: AgendaItem,
  { seat, onBehalf }: Pick<Contribution, 'seat' | 'onBehalf'>,
): AgendaItem => {
  const { onBehalf: before = [], ...rest } = item;
  const others = without(before, seat);
  const now = onBehalf ? [...others, seat] : others;
  return {
    ...rest,
    answered: item.answered.includes(seat) ? item.answered : [...item.answered, seat],
    ...(now.length === 0 ? {} : { onBehalf: now }),
  };
};
