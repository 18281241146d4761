import { type Gap, type HiddenGap } from '../../src/domain/gap';
import { ROLES } from '../../src/domain/people';
import { visibleGaps } from '../../src/policy/visible-gaps';
import { aClearedGap, aGap, gapId } from '../builders/learning';
import { day, NOON, personId } from '../builders/ids';
import { aPerson } from '../builders/people';
import { EVERYONE } from './proof/readers';

const hidden: HiddenGap = {
  ...aGap({ id: gapId('hidden'), text: 'KANARI-HIDDEN' }),
  state: 'hidden',
  hiddenAt: NOON,
  hiddenBy: personId('koordinator'),
};
const ALL: readonly Gap[] = [
  aGap({ id: gapId('new'), text: 'KANARI-NEW' }),
  aClearedGap({ id: gapId('cleared'), text: 'KANARI-RAW', clearedText: 'Godkjent tekst' }),
  hidden,
];

/** domain.md §10 said a second time: which of the three, and what of them. */
const shouldSee = (person: (typeof EVERYONE)[number]['person']): readonly string[] => {
  if (person.removedOn !== undefined) return [];
  if (/coordinator|member/.test(person.roles.join())) return ['KANARI-NEW', 'KANARI-RAW', 'KANARI-HIDDEN'];
  return person.roles.join().includes('steering') ? ['Godkjent tekst'] : [];
};

describe('visibleGaps', () => {
  it.each([
    ...EVERYONE.map(({ kind, person }) => [`${kind} of ${person.agency}`, person] as const),
    ...ROLES.map(role => [`only ${role}`, aPerson({ roles: [role] })] as const),
  ])('shows %s what the oracle says', (_, person) => {
    expect(visibleGaps(person, ALL).map(({ text }) => text)).toEqual(shouldSee(person));
  });

  it('shows the steering group nothing but the cleared text, its category and whom it concerns', () => {
    const [seen, ...others] = visibleGaps(aPerson({ roles: ['steering'] }), ALL);

    expect(others).toEqual([]);
    expect(seen).toEqual({
      id: gapId('cleared'),
      category: 'housing',
      partners: ['kommune'],
      text: 'Godkjent tekst',
      reports: 1,
    });
    expect(JSON.stringify(seen)).not.toContain('KANARI');
  });

  it('shows somebody removed nothing', () => {
    const gone = aPerson({ roles: ['coordinator', 'steering'], removedOn: day('2026-12-01') });

    expect(visibleGaps(gone, ALL)).toEqual([]);
  });
});
