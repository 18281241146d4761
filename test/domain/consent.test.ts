import fc from 'fast-check';
import {
  covers,
  type Grant,
  grantsOf,
  isInForce,
  periodProblem,
  type Preset,
  PRESETS,
} from '../../src/domain/consent';
import { GROUPS, SECTIONS } from '../../src/domain/groups';
import { type Agency, PARTNERS } from '../../src/domain/people';
import { plusDays, plusMonths } from '../../src/domain/time';
import { someDay } from '../builders/arbitraries';
import { aConsent } from '../builders/cases';
import { agencyId, day } from '../builders/ids';

const agency = (id: string, partner: Agency['partner']): Agency => ({
  id: agencyId(id),
  name: id,
  partner,
});
const SOCIAL = agency('sosiale-tjenester', 'kommune');
const COORDINATION = agency('sent-ute-koordinering', 'kommune');
const HOSPITAL = agency('kronstad-dps', 'helse');
const POLICE = agency('innsatsgruppen', 'politi');
const PROSECUTION = agency('paatale', 'politi');
const ALL = [SOCIAL, COORDINATION, HOSPITAL, POLICE, PROSECUTION];

type Asked = {
  readonly preset: Preset;
  readonly origin: Agency;
  readonly agencies: readonly Agency[];
  readonly leftOut: readonly Agency[];
};
const granted = ({ preset, origin, agencies, leftOut }: Asked): readonly Grant[] =>
  grantsOf(preset, { origin: origin.id, agencies, leftOut: leftOut.map(({ id }) => id) });
const spelled = (grants: readonly Grant[]): readonly string[] =>
  grants.map(({ group, from, to }) => `${group}: ${from} → ${to}`).toSorted();

/** domain.md §6 said again, one way at a time, from what the person is told the choice means. */
const isPromised = (
  { preset, origin }: Asked,
  group: string,
  { from, to }: { readonly from: Agency; readonly to: Agency },
): boolean => {
  if (preset === 'meeting') return group === 'B' && from.id === origin.id;
  if (preset === 'except') return ['B', 'C', 'D', 'E', 'F'].includes(group);
  const police = [from, to].some(({ partner }) => partner === 'politi');
  return police ? group === 'B' : ['B', 'C', 'D'].includes(group);
};
const promised = (asked: Asked): readonly string[] => {
  const taking = asked.agencies.filter(one => asked.leftOut.every(({ id }) => id !== one.id));
  const ways = taking.flatMap(from => taking.filter(to => to.id !== from.id).map(to => ({ from, to })));
  return ways
    .flatMap(way =>
      GROUPS.filter(group => isPromised(asked, group, way)).map(
        group => `${group}: ${way.from.id} → ${way.to.id}`,
      ),
    )
    .toSorted();
};

const someAsked = (): fc.Arbitrary<Asked> =>
  fc
    .uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g').map(agencyId),
        name: fc.constant('Etat'),
        partner: fc.constantFrom(...PARTNERS),
      }),
      { minLength: 1, maxLength: 7, selector: ({ id }) => id },
    )
    .chain(agencies =>
      fc.record({
        preset: fc.constantFrom(...PRESETS),
        origin: fc.constantFrom(...agencies),
        agencies: fc.constant(agencies),
        leftOut: fc.subarray(agencies),
      }),
    );

describe('grantsOf', () => {
  it('opens with *Bare møte* the name alone, from the author’s agency to those around the table', () => {
    const asked = { preset: 'meeting', origin: HOSPITAL, agencies: ALL, leftOut: [] } as const;

    expect(spelled(granted(asked))).toEqual([
      'B: kronstad-dps → innsatsgruppen',
      'B: kronstad-dps → paatale',
      'B: kronstad-dps → sent-ute-koordinering',
      'B: kronstad-dps → sosiale-tjenester',
    ]);
  });

  it('opens with *Samordning* B, C and D between municipality and hospital, and B to the police', () => {
    const asked = {
      preset: 'coordination',
      origin: SOCIAL,
      agencies: [SOCIAL, HOSPITAL, POLICE],
      leftOut: [],
    } as const;

    expect(spelled(granted(asked))).toEqual([
      'B: innsatsgruppen → kronstad-dps',
      'B: innsatsgruppen → sosiale-tjenester',
      'B: kronstad-dps → innsatsgruppen',
      'B: kronstad-dps → sosiale-tjenester',
      'B: sosiale-tjenester → innsatsgruppen',
      'B: sosiale-tjenester → kronstad-dps',
      'C: kronstad-dps → sosiale-tjenester',
      'C: sosiale-tjenester → kronstad-dps',
      'D: kronstad-dps → sosiale-tjenester',
      'D: sosiale-tjenester → kronstad-dps',
    ]);
  });

  it('opens with *Alt unntatt* B to F both ways, but for those left out', () => {
    const asked = {
      preset: 'except',
      origin: SOCIAL,
      agencies: ALL,
      leftOut: [POLICE, PROSECUTION],
    } as const;

    const ways = spelled(granted(asked));

    expect(ways).toHaveLength(5 * 3 * 2);
    expect(ways.filter(way => /innsatsgruppen|paatale/.test(way))).toEqual([]);
    expect(ways.filter(way => way.startsWith('E:') || way.startsWith('F:'))).toHaveLength(2 * 3 * 2);
  });

  it('opens nothing when the author’s agency is left out of *Bare møte*', () => {
    expect(granted({ preset: 'meeting', origin: SOCIAL, agencies: ALL, leftOut: [SOCIAL] })).toEqual([]);
  });

  it('opens what domain.md promises and nothing else, each way once', () => {
    fc.assert(
      fc.property(someAsked(), asked => {
        expect(spelled(granted(asked))).toEqual(promised(asked));
      }),
      { numRuns: 1000 },
    );
  });

  it('opens no way to or from an agency that is left out, is not on the case or is the same', () => {
    fc.assert(
      fc.property(someAsked(), asked => {
        const ids = asked.agencies.filter(one => !asked.leftOut.includes(one)).map(({ id }) => id);

        const stray = granted(asked).filter(
          ({ from, to }) => from === to || !ids.includes(from) || !ids.includes(to),
        );

        expect(stray).toEqual([]);
      }),
    );
  });
});

describe('covers', () => {
  const consent = aConsent({ grants: [{ group: 'C', from: SOCIAL.id, to: HOSPITAL.id }] });

  it('is one group, one way', () => {
    expect(covers(consent, { origin: SOCIAL.id, section: 'C' }, HOSPITAL.id)).toBe(true);
    expect(covers(consent, { origin: HOSPITAL.id, section: 'C' }, SOCIAL.id)).toBe(false);
    expect(covers(consent, { origin: SOCIAL.id, section: 'C' }, POLICE.id)).toBe(false);
    expect(covers(consent, { origin: POLICE.id, section: 'C' }, HOSPITAL.id)).toBe(false);
  });

  it.each(SECTIONS.filter(section => section !== 'C'))('is not %s', section => {
    expect(covers(consent, { origin: SOCIAL.id, section }, HOSPITAL.id)).toBe(false);
  });
});

describe('isInForce', () => {
  const consent = aConsent({ givenOn: day('2026-12-04'), until: day('2027-06-04') });

  it.each([
    ['2026-12-03', false],
    ['2026-12-04', true],
    ['2027-06-04', true],
    ['2027-06-05', false],
  ])('holds from the day it was given through its last: on %s it is %s', (on, holds) => {
    expect(isInForce(consent, day(on))).toBe(holds);
  });
});

describe('periodProblem', () => {
  const TODAY = day('2026-12-04');
  const SENT = day('2026-11-20');

  it.each([
    ['2026-12-04', '2026-12-04', undefined],
    ['2026-12-04', '2027-06-04', undefined],
    ['2026-11-01', '2027-11-01', undefined],
    ['2026-11-01', '2027-11-02', 'too-long'],
    ['2026-10-21', '2027-06-04', undefined],
    ['2026-10-20', '2027-06-04', 'asked-too-early'],
    ['2026-12-05', '2027-06-04', 'asked-in-future'],
    ['2026-11-01', '2026-12-03', 'ends-before-today'],
    ['2026-12-04', '2027-12-05', 'too-long'],
  ])('of a consent from %s to %s is %s', (givenOn, until, problem) => {
    expect(
      periodProblem({ givenOn: day(givenOn), until: day(until) }, { today: TODAY, submittedOn: SENT }),
    ).toBe(problem);
  });

  it.each([
    ['2026-12-01', 'asked-too-early'],
    ['2026-12-02', undefined],
  ])('lets a consent from %s undo no answer of 2 December: %s', (givenOn, problem) => {
    const days = { today: TODAY, submittedOn: SENT, answeredOn: day('2026-12-02') };

    expect(periodProblem({ givenOn: day(givenOn), until: day('2027-06-01') }, days)).toBe(problem);
  });

  it('is nothing exactly for what holds today, and no longer than twelve months in all', () => {
    const near = () => fc.integer({ min: -40, max: 400 });

    fc.assert(
      fc.property(someDay(), near(), near(), (today, begins, ends) => {
        const [givenOn, until] = [plusDays(today, begins), plusDays(today, ends)];

        const days = { today, submittedOn: plusDays(today, -5) };
        const fine = periodProblem({ givenOn, until }, days) === undefined;

        expect(fine).toBe(begins <= 0 && begins >= -35 && ends >= 0 && until <= plusMonths(givenOn, 12));
      }),
    );
  });
});
