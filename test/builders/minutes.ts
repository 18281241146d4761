import { type MinutedItem, type Minutes } from '../../src/domain/minutes';
import { type Addendum } from '../../src/domain/minutes-steps';
import { caseCode, caseId, day, decisionId, instant, meetingId, NOON, personId } from './ids';

export const aMinutedItem = (over: Partial<MinutedItem> = {}): MinutedItem => ({
  caseId: caseId(),
  code: caseCode(),
  number: 1,
  kind: 'new-candidate',
  decision: { id: decisionId(), question: 'intake', outcome: { kind: 'taken-in' } },
  answered: ['Kronstad DPS'],
  disqualified: [],
  tasks: [],
  ...over,
});

/** Everything that can stand in one item. */
export const aFullItem = (over: Partial<MinutedItem> = {}): MinutedItem =>
  aMinutedItem({
    late: true,
    decision: {
      id: decisionId(),
      question: 'intake',
      outcome: { kind: 'declined', reason: 'covered' },
      dissent: 'Politiets innsatsgruppe',
    },
    answered: ['Kronstad DPS', 'Politiets innsatsgruppe'],
    disqualified: ['Etat for sosiale tjenester'],
    tasks: [{ title: 'arrange-meeting', agency: 'Kronstad DPS', due: day('2026-12-18') }],
    ...over,
  });

/** Of the meeting on Wednesday 9 December 2026, as it was held. */
export const someMinutes = (over: Partial<Minutes> = {}): Minutes => ({
  meetingId: meetingId(),
  on: day('2026-12-09'),
  startedAt: instant('2026-12-09T08:05'),
  endedAt: instant('2026-12-09T09:30'),
  place: 'Møterom 1',
  chair: 'Møteleder',
  confidentialityReadBy: 'Møteleder',
  seats: [
    { name: 'Etat for sosiale tjenester', presence: 'present' },
    { name: 'Kronstad DPS', presence: 'stand-in' },
    { name: 'Politiets innsatsgruppe', presence: 'absent' },
  ],
  items: [aMinutedItem()],
  ...over,
});

export const anAddendum = (over: Partial<Addendum> = {}): Addendum => ({
  text: 'Møtet begynte 9.10.',
  by: personId('koordinator'),
  name: 'Sent ute-koordinator',
  at: NOON,
  ...over,
});
