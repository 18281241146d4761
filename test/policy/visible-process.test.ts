import { briefOf } from '../../src/domain/action';
import { type Case, CASE_STATES, type CaseState } from '../../src/domain/case';
import { mayReadEnd, mayReadLink } from '../../src/policy/visible-process';
import { aCase, aDisqualification, anAction } from '../builders/cases';
import { day, personId } from '../builders/ids';
import { aCoordinator, aMember, aPerson } from '../builders/people';

describe('mayReadLink', () => {
  it('is the coordinator, neither removed nor disqualified', () => {
    const coordinator = aCoordinator();
    const shut = aCase({ disqualified: [aDisqualification(coordinator.id)] });

    expect([coordinator, aPerson(), aMember()].map(reader => mayReadLink(reader, aCase()))).toEqual([
      true,
      false,
      false,
    ]);
    expect(mayReadLink(coordinator, shut)).toBe(false);
    expect(mayReadLink({ ...coordinator, removedOn: day('2026-12-01') }, aCase())).toBe(false);
  });
});

describe('mayReadEnd', () => {
  const owner = aPerson({ id: personId('ansvarlig'), roles: [] });
  const ownerToo = aMember({ id: owner.id });
  const ended = (state: CaseState): Case =>
    aCase<CaseState>({ state, presented: true, actions: [briefOf(anAction({ owner: owner.id }))] });

  it.each(['withdrawn', 'referral-withdrawn'] as const)(
    'is the author, the coordinator and who only owns a task, when it is %s',
    state => {
      const people = [aPerson(), aCoordinator(), owner, ownerToo, aMember()];

      expect(people.map(reader => mayReadEnd(reader, ended(state)))).toEqual([
        true,
        true,
        true,
        false,
        false,
      ]);
      expect(mayReadEnd({ ...aCoordinator(), removedOn: day('2026-12-01') }, ended(state))).toBe(false);
    },
  );

  it('is everyone who opens the case, in every other state', () => {
    const others = CASE_STATES.filter(state => state !== 'withdrawn' && state !== 'referral-withdrawn');

    expect(others.filter(state => mayReadEnd(aMember(), ended(state)))).toEqual(others);
  });
});
