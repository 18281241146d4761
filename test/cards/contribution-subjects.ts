import { type RoundCase, type RoundSubject } from '../../src/cards/contribution-subject';
import { type Contribution } from '../../src/domain/contribution';
import { isCaseId } from '../../src/domain/ids';
import { type Seat } from '../../src/domain/people';
import { anItem, aPlannedMeeting, caseIn, codeOf, meetingId } from './group-subjects';
import { agencyId, at, personId, programme, seatId } from './subjects';

export const seatOf = (id: string): Seat => {
  const seat = programme.seats.find(one => one.id === id);
  if (seat === undefined) throw new Error(`no such seat: ${id}`);
  return seat;
};
const idOf = (number: number) => {
  const id = String(number).padStart(32, '0');
  if (!isCaseId(id)) throw new Error('not an id');
  return id;
};
export const given = (over: Partial<Contribution> = {}): Contribution => ({
  ...{ caseId: idOf(1), meetingId, seat: seatId('dps'), agency: agencyId('kronstad-dps') },
  ...{ answer: 'can', by: personId('medlem-dps'), onBehalf: false, at: at('2026-11-20T12:00:00Z') },
  ...over,
});

/** The number makes the case and its code. */
export const aRoundCase = (number: number, more: Partial<RoundCase> = {}): RoundCase => {
  const [id, code] = [idOf(number), codeOf(number)];
  return {
    kase: caseIn('ready-for-review', { id, code }),
    item: anItem({ caseId: id, code, number }),
    hasHiddenText: false,
    hasHiddenAnswer: false,
    mayHaveLooked: false,
    ...more,
  };
};

/** Page one of two, for Kronstad DPS. */
export const aRound = (more: Partial<RoundSubject> = {}): RoundSubject => ({
  meeting: aPlannedMeeting({ publishedAt: at('2026-11-19T12:00:00Z') }),
  seats: [seatOf('dps')],
  seat: seatOf('dps'),
  items: [1, 2, 3, 4, 5].map(number => aRoundCase(number)),
  ...{ page: 1, pages: 2, answered: 2, of: 7 },
  ...more,
});
