import { type Heard, minutesOf } from '../../src/domain/minutes';
import { aDecision, aDisqualification, anAction, anItem, doneAction } from '../builders/cases';
import {
  actionId,
  agencyId,
  caseCode,
  day,
  decisionId,
  instant,
  NOON,
  personId,
  seatId,
} from '../builders/ids';
import { anEndedMeeting, aProgramme, aRunningMeeting } from '../builders/meetings';
import { aCoordinator, aMember, aPerson } from '../builders/people';

const CHAIR = aMember({ id: personId('moteleder'), name: 'Møteleder', seat: seatId('politi') });
const around = { programme: aProgramme(), people: [aCoordinator(), aMember(), aPerson(), CHAIR] };
const heard = (over: Partial<Heard> = {}): Heard => ({
  item: anItem(),
  disqualified: [],
  actions: [],
  ...over,
});
const itemOf = (over: Partial<Heard>, meeting: Parameters<typeof minutesOf>[0] = anEndedMeeting()) =>
  minutesOf(meeting, [heard(over)], around).items[0];
const declared = (who: string, at = NOON) => ({ ...aDisqualification(personId(who)), at });

describe('minutesOf', () => {
  it('takes when, where and who from the meeting, by name and by seat', () => {
    const attendance = {
      present: [seatId('dps'), seatId('politi')],
      standIns: [seatId('dps')],
      confidentialityReadBy: personId('koordinator'),
    };

    const minutes = minutesOf(anEndedMeeting({ attendance }), [], around);

    expect(minutes).toMatchObject({
      on: '2026-12-09',
      startedAt: instant('2026-12-09T08:05'),
      endedAt: instant('2026-12-09T09:30'),
      place: 'Møterom 1',
      chair: 'Møteleder',
      confidentialityReadBy: 'Sent ute-koordinator',
      seats: [
        { name: 'Etat for sosiale tjenester', presence: 'absent' },
        { name: 'Kronstad DPS', presence: 'stand-in' },
        { name: 'Politiets innsatsgruppe', presence: 'present' },
      ],
      items: [],
    });
  });

  it('has no end while the meeting runs', () => {
    expect('endedAt' in minutesOf(aRunningMeeting(), [], around)).toBe(false);
  });

  it('follows the agenda', () => {
    const items = [3, 1, 2].map(number =>
      heard({ item: anItem({ number, code: caseCode(number.toString()) }) }),
    );

    const minutes = minutesOf(anEndedMeeting(), items, around);

    expect(minutes.items.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('keeps the decision as it was made, its dissent by seat, and no one who recorded it', () => {
    const decision = aDecision({
      outcome: { kind: 'deferred', reason: 'time' },
      dissent: seatId('dps'),
      present: [seatId('dps')],
    });

    expect(itemOf({ item: anItem({ decision }) })?.decision).toEqual({
      id: decisionId(),
      question: 'intake',
      outcome: { kind: 'deferred', reason: 'time' },
      dissent: 'Kronstad DPS',
    });
  });

  it('has no dissent where nobody saw it otherwise', () => {
    expect(itemOf({ item: anItem({ decision: aDecision() }) })?.decision).toEqual({
      id: decisionId(),
      question: 'intake',
      outcome: { kind: 'taken-in' },
    });
  });

  it('has no decision where none was made, and tells what was taken off or came late', () => {
    const item = itemOf({ item: anItem({ late: true, offReason: 'person-wishes', closed: true }) });

    expect(item).toMatchObject({ late: true, takenOff: true });
    expect('decision' in (item ?? {})).toBe(false);
    expect(JSON.stringify(item)).not.toContain('person-wishes');
  });

  it('names who was disqualified by seat, a coordinator by agency, and nobody outside the group', () => {
    const disqualified = [
      declared('medlem-dps'),
      declared('koordinator'),
      declared('innmelder'),
      declared('ukjent'),
    ];

    expect(itemOf({ disqualified })?.disqualified).toEqual(['Kronstad DPS', 'Sent ute-koordinering']);
  });

  it('leaves out who was disqualified after the meeting, and names a seat once', () => {
    const late = [declared('moteleder', instant('2026-12-09T09:30:01'))];
    const twice = [declared('medlem-dps'), declared('medlem-dps', instant('2026-12-09T09:30'))];

    expect(itemOf({ disqualified: late })?.disqualified).toEqual([]);
    expect(itemOf({ disqualified: late }, aRunningMeeting())?.disqualified).toEqual([
      'Politiets innsatsgruppe',
    ]);
    expect(itemOf({ disqualified: twice })?.disqualified).toEqual(['Kronstad DPS']);
  });

  it('takes the tasks that were created in the meeting, done since or not', () => {
    const created = (at: string, over: Parameters<typeof anAction>[0] = {}) =>
      anAction({
        id: actionId(at),
        createdAt: instant(at),
        due: day(`2026-12-${at.slice(14, 16)}`),
        ...over,
      });
    const actions = [
      created('2026-12-09T08:04:59'),
      created('2026-12-09T08:05'),
      doneAction(created('2026-12-09T09:30')),
      created('2026-12-09T09:31'),
    ];

    expect(itemOf({ actions })?.tasks.map(({ due }) => due)).toEqual(['2026-12-05', '2026-12-30']);
    expect(itemOf({ actions }, aRunningMeeting())?.tasks).toHaveLength(3);
  });

  it('calls what has left the programme by what is left of it', () => {
    const gone = { programme: aProgramme({ seats: [], agencies: [] }), people: [] };
    const actions = [anAction({ createdAt: instant('2026-12-09T08:30'), agency: agencyId('borte') })];
    const answered = [seatId('dps')];

    const minutes = minutesOf(anEndedMeeting(), [heard({ item: anItem({ answered }), actions })], gone);

    expect(minutes).toMatchObject({
      chair: 'moteleder',
      seats: [],
      items: [{ answered: ['dps'], tasks: [{ agency: 'borte' }] }],
    });
  });
});
