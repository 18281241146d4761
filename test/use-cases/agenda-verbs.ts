import { type Case } from '../../src/domain/case';
import { caseCode, caseId, day, meetingId } from '../builders/ids';
import { aMeeting, anEndedMeeting } from '../builders/meetings';
import { type House, putReferral } from './asking';
import { type Changing } from './changing';

const ofCase = (operation: string, state: Case['state'], more: Pick<Changing, 'ask'>): Changing => ({
  operation,
  by: 'coordinator',
  rule: `${operation}/coordinator`,
  subject: caseId(),
  given: (house, over = {}) => {
    putReferral(house, { state, ...over } as never);
  },
  ...more,
  tooLate: (house: House) => {
    putReferral(house, { state: 'concluded', presented: true } as never);
  },
});

const CASE = { caseId: caseId() };

/** What somebody does with a case and an agenda by hand. */
export const BY_HAND_VERBS: readonly Changing[] = [
  ofCase('add-to-agenda', 'mapping', { ask: (does, asked) => does.addToAgenda({ ...asked, ...CASE }) }),
  ofCase('take-off-agenda', 'ready-for-review', {
    ask: (does, asked) => does.takeOffAgenda({ ...asked, ...CASE, reason: 'time' }),
  }),
  ofCase('pause-case', 'mapping', {
    ask: (does, asked) => does.pauseCase({ ...asked, ...CASE, until: day('2027-03-01') }),
  }),
  {
    ...ofCase('resume-case', 'mapping', { ask: (does, asked) => does.resumeCase({ ...asked, ...CASE }) }),
    given: (house, over = {}) => {
      putReferral(house, { state: 'mapping', pausedUntil: day('2027-03-01'), ...over } as never);
    },
  },
  ofCase('conclude-case', 'active', {
    ask: (does, asked) => does.concludeCase({ ...asked, ...CASE, reason: 'moved' }),
  }),
];

/** The order of an agenda and the time its cases are given. */
export const ORDER_VERBS: readonly Changing[] = [
  {
    operation: 'order-agenda',
    by: 'coordinator',
    rule: 'order-agenda/coordinator',
    subject: meetingId(),
    given: house => {
      house.putMeeting(aMeeting());
      putReferral(house, { state: 'ready-for-review' } as never);
    },
    ask: (does, asked) =>
      does.orderAgenda({ ...asked, meetingId: meetingId(), code: caseCode(), after: 'first', minutes: 30 }),
    tooLate: house => {
      house.putMeeting(anEndedMeeting());
    },
  },
];
