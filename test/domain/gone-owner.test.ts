import { briefOf } from '../../src/domain/action';
import { goneOwners } from '../../src/domain/gone-owner';
import { aCalendar } from '../builders/calendar';
import { aCase, aDisqualification, anAction, doneAction } from '../builders/cases';
import { day, instant, personId } from '../builders/ids';
import { aPerson } from '../builders/people';

const OWNER = personId('ansvarlig');
const task = anAction({ owner: OWNER });
const kase = aCase({ state: 'mapping', actions: [briefOf(task), briefOf(doneAction({ owner: OWNER }))] });
const around = { people: [aPerson({ id: OWNER })], today: day('2026-12-01'), calendar: aCalendar() };

describe('goneOwners', () => {
  it('is silent while the owner is there', () => {
    expect(goneOwners(kase, around)).toEqual([]);
  });

  it('names each task that is left, since the morning its owner was removed', () => {
    const people = [aPerson({ id: OWNER, removedOn: day('2026-11-30') })];

    expect(goneOwners(kase, { ...around, people })).toEqual([
      {
        ...{ step: 'owner-gone', since: instant('2026-11-30T07:00'), urgent: false },
        ...{ caseId: kase.id, code: kase.code, actionId: task.id, person: OWNER },
      },
    ]);
  });

  it('names the tasks of somebody who is disqualified, whether the directory knows them or not', () => {
    const out = aDisqualification(OWNER);
    const without = aCase({ ...kase, disqualified: [out] });

    expect(goneOwners(without, { ...around, people: [] })).toMatchObject([{ since: out.at, person: OWNER }]);
    expect(goneOwners(kase, { ...around, people: [] })).toEqual([]);
  });

  it.each([
    ['has ended', aCase({ ...kase, state: 'declined' })],
    ['rests', aCase({ ...kase, pausedUntil: day('2026-12-20') })],
  ])('is silent when the case %s', (_, resting) => {
    const people = [aPerson({ id: OWNER, removedOn: day('2026-11-30') })];

    expect(goneOwners(resting, { ...around, people })).toEqual([]);
  });
});
