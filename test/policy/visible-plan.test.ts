import { mayReadPlan } from '../../src/policy/visible-plan';
import { aCase, aConsent, aDisqualification, anAction } from '../builders/cases';
import { agencyId, day, personId } from '../builders/ids';
import { aCoordinator, aMember, aPerson } from '../builders/people';
import { briefOf } from '../../src/domain/action';

const TODAY = day('2026-12-04');
const DPS = agencyId('kronstad-dps');
const grants = [{ group: 'C', from: agencyId('sent-ute-koordinering'), to: DPS }] as const;
const open = aCase({ state: 'active', presented: true, consent: aConsent({ grants }) });

describe('mayReadPlan', () => {
  it('is the coordinator’s in every state, and a member’s while the consent opens it', () => {
    expect(mayReadPlan(aCoordinator(), aCase({ state: 'concluded' }), TODAY)).toBe(true);
    expect(mayReadPlan(aMember(), open, TODAY)).toBe(true);
  });

  it.each<[string, Parameters<typeof mayReadPlan>]>([
    ['a member before the case was on an agenda', [aMember(), { ...open, presented: false }, TODAY]],
    ['a member after the consent has run out', [aMember(), open, day('2027-06-05')]],
    [
      'a member once the person has withdrawn',
      [aMember(), aCase({ state: 'withdrawn', presented: true }), TODAY],
    ],
    ['somebody removed', [aMember({ removedOn: day('2026-12-01') }), open, TODAY]],
    ['a coordinator who is removed', [aCoordinator({ removedOn: day('2026-12-01') }), open, TODAY]],
    [
      'somebody disqualified',
      [aMember(), { ...open, disqualified: [aDisqualification(personId('medlem-dps'))] }, TODAY],
    ],
    [
      'a disqualified coordinator',
      [aCoordinator(), { ...open, disqualified: [aDisqualification(personId('koordinator'))] }, TODAY],
    ],
    ['a coordinator of another agency', [aCoordinator({ agency: agencyId('innsatsgruppen') }), open, TODAY]],
    [
      'a member of an agency it is not open to',
      [aMember({ agency: agencyId('innsatsgruppen') }), open, TODAY],
    ],
    [
      'an owner in an agency it is open to',
      [
        aPerson({ id: personId('ansvarlig'), agency: DPS, roles: [] }),
        { ...open, actions: [briefOf(anAction())] },
        TODAY,
      ],
    ],
  ])('is not for %s', (_, asked) => {
    expect(mayReadPlan(...asked)).toBe(false);
  });
});
