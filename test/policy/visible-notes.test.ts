import { CASE_STATES, type Case } from '../../src/domain/case';
import { type Grant } from '../../src/domain/consent';
import { ANSWERS, type Contribution } from '../../src/domain/contribution';
import { type Group, GROUPS } from '../../src/domain/groups';
import { type Person } from '../../src/domain/people';
import { type LocalDate } from '../../src/domain/time';
import { mayHaveLooked, mayReadAnswer, mayReadContribution } from '../../src/policy/visible-notes';
import { aCase, aConsent, aDisqualification, anAction } from '../builders/cases';
import { aContribution } from '../builders/contributions';
import { agencyId, day, personId, seatId } from '../builders/ids';
import { aCoordinator, aMember, aPerson } from '../builders/people';

const TODAY = day('2026-12-04');
const DPS = agencyId('kronstad-dps');
const POLICE = agencyId('innsatsgruppen');
const OWNER = personId('ansvarlig');

/** Everybody who could come by, and whether they work on a case that has been before the group. */
const READERS: readonly (readonly [name: string, person: Person, works: boolean])[] = [
  ['a member of the agency itself', aMember(), true],
  ['its member who is disqualified', aMember({ id: personId('inhabil') }), false],
  ['its member who has left', aMember({ id: personId('sluttet'), removedOn: TODAY }), false],
  ['its member without a seat', seatless(aMember({ id: personId('uten-plass') })), false],
  ['a colleague there with no part in the case', aPerson({ id: personId('kollega'), agency: DPS }), false],
  ['the owner of a task there', aPerson({ id: OWNER, agency: DPS, roles: [] }), false],
  [
    'the police’s member',
    aMember({ id: personId('medlem-politi'), agency: POLICE, partner: 'politi', seat: seatId('politi') }),
    true,
  ],
  ['the coordinator', aCoordinator(), true],
  ['the author', aPerson(), true],
  ['their leader', aPerson({ id: personId('leder'), agency: DPS, roles: ['leader'] }), false],
];

function seatless({ seat: _, ...person }: Person): Person {
  return person;
}

const to = (group: Group, agency: Person['agency']): Grant => ({ group, from: DPS, to: agency });
const AGENCIES = READERS.map(([, { agency }]) => agency);
const GRANTS: readonly (readonly [name: string, grants: readonly Grant[]])[] = [
  ['nothing', []],
  ...GROUPS.map(group => [group, AGENCIES.map(agency => to(group, agency))] as const),
  ['B the other way', [{ group: 'B', from: POLICE, to: DPS }]],
];
const UNTIL = { 'in force': day('2027-06-04'), 'run out': day('2026-12-03') } as const;

const inState = (state: Case['state'], grants: readonly Grant[], until: LocalDate): Case =>
  aCase({
    state,
    presented: true,
    disqualified: [aDisqualification(personId('inhabil'))],
    actions: [{ ...anAction({ owner: OWNER }) }],
    holdings: [{ origin: DPS, section: 'B' }],
    consent: aConsent({ grants, givenOn: day('2026-12-01'), until }),
  } as never);

const WORKING: readonly Case['state'][] = ['mapping', 'active'];

type World = {
  readonly kase: Case;
  readonly state: Case['state'];
  readonly grants: readonly Grant[];
  readonly isInForce: boolean;
};
const WORLDS: readonly World[] = CASE_STATES.flatMap(state =>
  GRANTS.flatMap(([, grants]) =>
    [true, false].map(isInForce => {
      const until = UNTIL[isInForce ? 'in force' : 'run out'];
      return { kase: inState(state, grants, until), state, grants, isInForce };
    }),
  ),
);

const CONTRIBUTIONS: readonly Contribution[] = ANSWERS.flatMap(answer =>
  [undefined, ...GROUPS].flatMap(group =>
    [true, false].map(knowing =>
      aContribution({ answer, ...(group && { group }), ...(knowing ? { knowing: true } : {}) }),
    ),
  ),
);

/** Straight from domain.md §§5, 7: by the words of the rule, not by the code's functions. */
const opens = ({ state, grants, isInForce }: World, group: Group, agency: string): boolean =>
  WORKING.includes(state) &&
  isInForce &&
  grants.filter(one => one.from === 'kronstad-dps' && one.group === group).some(one => one.to === agency);

type Told = { readonly works: boolean; readonly agency: string };
const readsWords = (world: World, { works, agency }: Told, { group }: Contribution): boolean => {
  if (!works) return false;
  if (agency === 'kronstad-dps') return true;
  return group !== undefined && opens(world, group, agency);
};
const readsAnswer = (world: World, { works, agency }: Told, { answer, knowing }: Contribution): boolean => {
  const isSafe = answer === 'can' || answer === 'needs-clarifying' || (answer === 'cannot' && !knowing);
  return works && (isSafe || agency === 'kronstad-dps' || opens(world, 'B', agency));
};

describe.each(READERS)('%s', (_, person, works) => {
  const told = { works, agency: person.agency };

  it('reads the words of innspill as the rules say, in every case there can be', () => {
    const wrong = WORLDS.flatMap(world =>
      CONTRIBUTIONS.filter(
        contribution =>
          mayReadContribution(person, world.kase, { contribution, today: TODAY }) !==
          readsWords(world, told, contribution),
      ).map(contribution => ({ world, contribution })),
    );

    expect(wrong).toEqual([]);
  });

  it('reads the answers as the rules say, in every case there can be', () => {
    const wrong = WORLDS.flatMap(world =>
      CONTRIBUTIONS.filter(
        contribution =>
          mayReadAnswer(person, world.kase, { contribution, today: TODAY }) !==
          readsAnswer(world, told, contribution),
      ).map(contribution => ({ world, contribution })),
    );

    expect(wrong).toEqual([]);
  });
});

describe('mayHaveLooked', () => {
  const told = [to('B', POLICE)];

  it.each(CASE_STATES)('in %s is so only where consent in force has told who it is', state => {
    const isSo = WORKING.includes(state);

    expect(mayHaveLooked(inState(state, told, UNTIL['in force']), POLICE, TODAY)).toBe(isSo);
    expect(mayHaveLooked(inState(state, told, UNTIL['run out']), POLICE, TODAY)).toBe(false);
    expect(mayHaveLooked(inState(state, [to('D', POLICE)], UNTIL['in force']), POLICE, TODAY)).toBe(false);
    expect(mayHaveLooked(inState(state, told, UNTIL['in force']), DPS, TODAY)).toBe(false);
  });

  it('is not so while nobody has said who it is', () => {
    const kase = aCase({ state: 'active', holdings: [], consent: aConsent({ grants: told }) });

    expect(mayHaveLooked(kase, POLICE, TODAY)).toBe(false);
  });
});
