import { lookAsSeen, visibleLooks } from '../../src/policy/visible-log';
import { type Case } from '../../src/domain/case';
import { type Person } from '../../src/domain/people';
import { aCase } from '../builders/cases';
import { agencyId, day, personId } from '../builders/ids';
import { anIncident } from '../builders/learning';
import { aLook } from '../builders/looks';
import { aProgramme } from '../builders/meetings';
import { aCoordinator, aMember, aPerson } from '../builders/people';

const { agencies } = aProgramme();
const anOfficer = (over: Partial<Person> = {}): Person =>
  aPerson({
    id: personId('personvernombud'),
    roles: ['privacy-officer'],
    agency: agencyId('sifer'),
    partner: 'helse',
    ...over,
  });

const LOOKS = {
  ours: aLook(),
  'ours, refused': aLook({ allowed: false, rule: 'none' }),
  theirs: aLook({ agency: agencyId('innsatsgruppen') }),
  'theirs, refused': aLook({ agency: agencyId('innsatsgruppen'), allowed: false }),
  'of nobody’s': aLook({ agency: agencyId('nedlagt') }),
  'at the log': aLook({ operation: 'open-access-log' }),
  'at the log, refused': aLook({ operation: 'open-access-log', allowed: false }),
};

const seenBy = (reader: Person, kase: Case = aCase()): readonly string[] => {
  const sees = visibleLooks(reader, kase, agencies);
  return Object.entries(LOOKS).flatMap(([name, look]) => (sees(look) ? [name] : []));
};

describe('visibleLooks', () => {
  it('shows the coordinator whoever was shown something of the case, and no refusal', () => {
    expect(seenBy(aCoordinator())).toEqual(['ours', 'theirs', 'of nobody’s']);
  });

  it('shows a privacy officer the people of the own partner, and what those were refused', () => {
    expect(seenBy(anOfficer())).toEqual(['ours', 'ours, refused', 'at the log, refused']);
    expect(seenBy(anOfficer({ partner: 'politi' }))).toEqual(['theirs', 'theirs, refused']);
    expect(seenBy(anOfficer({ partner: 'kommune' }))).toEqual([]);
  });

  it('shows both to somebody who is both', () => {
    const both = aCoordinator({ roles: ['coordinator', 'privacy-officer'], partner: 'politi' });

    expect(seenBy(both)).toEqual(['ours', 'theirs', 'theirs, refused', 'of nobody’s']);
  });

  it.each([
    ['a member', aMember()],
    ['the author', aPerson({ id: aCase().author })],
    ['an admin', aPerson({ roles: ['admin', 'leader', 'steering'] })],
    ['a coordinator who was removed', aCoordinator({ removedOn: day('2026-11-01') })],
    ['a privacy officer who was removed', anOfficer({ removedOn: day('2026-11-01') })],
  ])('shows %s nothing', (_, reader) => {
    expect(seenBy(reader)).toEqual([]);
  });

  it('shows a disqualified coordinator nothing', () => {
    const coordinator = aCoordinator();
    const disqualified = [{ person: coordinator.id, by: coordinator.id, at: LOOKS.ours.at }];

    expect(seenBy(coordinator, { ...aCase(), disqualified })).toEqual([]);
  });
});

describe('lookAsSeen', () => {
  const dps = agencyId('kronstad-dps');
  const look = aLook({ operation: 'open-incidents', disclosed: [{ origin: dps, section: 'E' }] });
  const considered = { ...aCase({ state: 'active' }), incidents: [anIncident({ agency: dps })] };
  const setting = { agencies, today: day('2026-12-04') };
  const disclosed = (reader: Person, kase: Case = considered) =>
    lookAsSeen(reader, kase, setting)(look).disclosed;

  it('leaves out an incident that the reader does not know of', () => {
    expect(disclosed(aCoordinator())).toEqual([]);
    expect(disclosed(aCoordinator(), aCase())).toEqual([]);
  });

  it('leaves it to who knows of it, and to the own partner’s privacy officer', () => {
    const reported = { ...considered, incidents: [anIncident({ agency: dps, reporting: 'reported' })] };

    expect(disclosed(aCoordinator(), reported)).toEqual(look.disclosed);
    expect(disclosed(anOfficer())).toEqual(look.disclosed);
    expect(disclosed(anOfficer({ partner: 'politi' }))).toEqual([]);
  });

  it('leaves every other look as it is', () => {
    expect(lookAsSeen(aCoordinator(), aCase(), setting)(LOOKS.ours)).toBe(LOOKS.ours);
  });
});
