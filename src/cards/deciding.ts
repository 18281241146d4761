import { type AgendaItem } from '../domain/agenda';
import { type Case } from '../domain/case';
import { type DecisionQuestion } from '../domain/decision';
import { type SeatId } from '../domain/ids';
import { isHeld, type Meeting } from '../domain/meeting';
import { type Partner } from '../domain/people';
import { type Filled } from './decision-fields';
import { type Drawing } from './drawing';
import { only } from './parts';
import { seatNames } from './wording';

export type Deciding = Filled & {
  readonly kase: Case;
  readonly meeting: Meeting;
  readonly item: Pick<AgendaItem, 'answered'>;
  readonly question: DecisionQuestion;
  /** The partners that are neither present nor have answered: intake waits for them, the other outcomes do not. */
  readonly missing: readonly Partner[];
  /** The mark of the case as it is shown; goes with every outcome. */
  readonly version: string;
};
type Fact = readonly [title: string, value: string];

export const presentIn = ({ meeting }: Deciding): readonly SeatId[] =>
  isHeld(meeting) ? meeting.attendance.present : [];
const absentAnswered = (deciding: Deciding): readonly SeatId[] =>
  deciding.item.answered.filter(seat => !presentIn(deciding).includes(seat));

const presentFact = (d: Drawing, deciding: Deciding): Fact => {
  const { t, programme } = d;
  const seats = t.meeting.seatsPresent(presentIn(deciding).length, programme.seats.length);
  return [t.decision.present, deciding.missing.length === 0 ? t.decision.allPartners(seats) : seats];
};

/** Who is there, who has answered in writing instead, and who does not take part. */
export const decidingFacts = (d: Drawing, deciding: Deciding): readonly Fact[] => {
  const { t, nameOf } = d;
  const written = absentAnswered(deciding);
  const shut = deciding.kase.disqualified.map(({ person }) => nameOf(person));
  return [
    presentFact(d, deciding),
    ...only(written.length > 0, (): Fact => [t.decision.inWriting, t.list(seatNames(d, written))]),
    ...only(shut.length > 0, (): Fact => [t.decision.disqualified, t.list([...new Set(shut)])]),
  ];
};
