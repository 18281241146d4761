import fc from 'fast-check';
import { checkConsent, matrixFor } from '../../src/domain/check-consent';
import {
  CONSENT_FIELDS,
  CONSENT_TEXTS,
  type ConsentSetting,
  type ConsentValues,
  keepsOf,
  renewalValues,
  scopesOf,
} from '../../src/domain/consent-form';
import { covers, grantsOf, PRESETS } from '../../src/domain/consent';
import { ticksOf } from '../../src/domain/consent-matrix';
import { GROUPS } from '../../src/domain/groups';
import { type Partner } from '../../src/domain/people';
import { aCase, aConsent } from '../builders/cases';
import { agencyId, day } from '../builders/ids';
import { aProgramme } from '../builders/meetings';
import { aCoordinator, aMember, aPerson } from '../builders/people';

const programme = aProgramme();
const { agencies } = programme;
const SOCIAL = agencyId('sosiale-tjenester');
const DPS = agencyId('kronstad-dps');
const POLICE = agencyId('innsatsgruppen');
const holdings = [...GROUPS, 'summary' as const].map(section => ({ origin: SOCIAL, section }));
const setting = (over: Partial<ConsentSetting> = {}): ConsentSetting => ({
  kase: aCase({ holdings }),
  programme,
  people: [aPerson(), aCoordinator(), aMember()],
  today: day('2026-12-10'),
  submittedOn: day('2026-12-04'),
  keeps: [],
  ...over,
});
const GOOD: ConsentValues = {
  preset: 'coordination',
  understands: 'yes',
  'asked-by': 'innmelder',
  how: 'oral',
  when: '2026-12-04',
  until: '2027-06-04',
};
const problemsOf = (over: ConsentValues, within = setting()) => {
  const checked = checkConsent({ ...GOOD, ...over }, within);
  return checked.ok ? [] : checked.error.map(({ field, problem }) => `${field}: ${problem}`);
};
const givenBy = (over: ConsentValues, within = setting()) => {
  const checked = checkConsent({ ...GOOD, ...over }, within);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.value;
};

describe('checkConsent', () => {
  it('is what the form says, with nothing in its fold', () => {
    expect(givenBy({})).toEqual({
      scope: 'coordination',
      grants: grantsOf('coordination', { origin: SOCIAL, agencies, leftOut: [] }),
      leftOut: [],
      withheld: [],
      understands: 'yes',
      askedBy: 'innmelder',
      how: 'oral',
      givenOn: '2026-12-04',
      until: '2027-06-04',
      terms: { purpose: '', interpreter: '', representative: 'none', mandate: '', conditions: '' },
    });
  });

  it('keeps the words of the fold as they were typed, without the space around them', () => {
    const { terms } = givenBy({
      purpose: ' Felles plan ',
      interpreter: 'Somali',
      representative: 'present',
      mandate: 'Økonomi',
      conditions: 'Ring meg først',
    });

    expect(terms).toEqual({
      purpose: 'Felles plan',
      interpreter: 'Somali',
      representative: 'present',
      mandate: 'Økonomi',
      conditions: 'Ring meg først',
    });
  });

  it('says everything that is missing, in the order of the form', () => {
    const nothing = checkConsent({}, setting());

    expect(nothing).toEqual({
      ok: false,
      error: [
        { field: 'preset', problem: 'unanswered' },
        { field: 'understands', problem: 'unanswered' },
        { field: 'asked-by', problem: 'unanswered' },
        { field: 'how', problem: 'unanswered' },
        { field: 'when', problem: 'not-a-date' },
        { field: 'until', problem: 'not-a-date' },
      ],
    });
  });

  it.each<readonly [ConsentValues, string]>([
    [{ preset: 'everything' }, 'preset: not-a-choice'],
    [{ preset: 'adjusted' }, 'preset: not-a-choice'],
    [{ understands: 'ja' }, 'understands: not-a-choice'],
    [{ how: 'sms' }, 'how: not-a-choice'],
    [{ 'asked-by': 'medlem-dps' }, 'asked-by: not-a-choice'],
    [{ when: '2026-12-32' }, 'when: not-a-date'],
    [{ until: '' }, 'until: not-a-date'],
    [{ when: '2026-12-11' }, 'when: asked-in-future'],
    [{ when: '2026-11-03' }, 'when: asked-too-early'],
    [{ until: '2026-12-09' }, 'until: ends-before-today'],
    [{ until: '2027-12-11' }, 'until: too-long'],
    [{ 'left-out': 'kronstad-dps,ukjent' }, 'left-out: not-a-choice'],
    [{ 'left-out': 'sosiale-tjenester' }, 'left-out: not-a-choice'],
    [{ withheld: 'B,A' }, 'withheld: not-a-choice'],
    [{ representative: 'mor' }, 'representative: not-a-choice'],
    [{ representative: 'present', mandate: ' ' }, 'mandate: mandate-missing'],
    [{ conditions: 'x'.repeat(201) }, 'conditions: text-too-long'],
    [{ purpose: '01010112345' }, 'purpose: holds-number'],
    [{ preset: 'meeting', withheld: 'B' }, 'preset: opens-nothing'],
  ])('of %j says %s', (over, problem) => {
    expect(problemsOf(over)).toEqual([problem]);
  });

  it.each(CONSENT_TEXTS)('takes 200 signs in %s', field => {
    expect(problemsOf({ [field]: 'x'.repeat(200) })).toEqual([]);
  });

  it('needs no mandate of a representative who was only heard', () => {
    expect(problemsOf({ representative: 'heard' })).toEqual([]);
  });

  it('opens nothing of what is withheld, nor to or from who is left out, whatever the preset', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PRESETS),
        fc.subarray([DPS, POLICE]),
        fc.subarray([...GROUPS]),
        (preset, leftOut, withheld) => {
          const values = { preset, 'left-out': leftOut.join(','), withheld: withheld.join(',') };

          const checked = checkConsent({ ...GOOD, ...values }, setting());

          const grants = checked.ok ? checked.value.grants : [];
          expect(
            grants.filter(
              ({ group, from, to }) =>
                withheld.includes(group) || leftOut.includes(from) || leftOut.includes(to),
            ),
          ).toEqual([]);
        },
      ),
    );
  });

  describe('with ticks', () => {
    it('is adjusted, and opens exactly what is ticked', () => {
      const ticks = { 'see-D-sosiale-tjenester': 'kronstad-dps' };

      const { scope, grants } = givenBy({ preset: 'except' }, setting({ ticks }));

      expect(scope).toBe('adjusted');
      expect(grants).toEqual([{ group: 'D', from: SOCIAL, to: DPS }]);
    });

    it.each([
      [{ 'see-D-sosiale-tjenester': 'innsatsgruppen' }, { 'left-out': 'innsatsgruppen' }, 'not-in-matrix'],
      [{ 'see-D-sosiale-tjenester': 'kronstad-dps' }, { withheld: 'D' }, 'not-in-matrix'],
      [{ 'see-B-kronstad-dps': 'innsatsgruppen' }, {}, 'not-in-matrix'],
      [{}, {}, 'opens-nothing'],
    ])('refuses %j with %j: %s', (ticks, over, problem) => {
      expect(problemsOf(over, setting({ ticks }))).toEqual([`matrix: ${problem}`]);
    });
  });
});

describe('matrixFor', () => {
  it('is filled from what the preset opens', () => {
    const within = setting();

    const matrix = matrixFor(givenBy({ preset: 'meeting' }, within), within);

    expect(matrix.filter(({ open }) => open.length > 0).map(({ id }) => id)).toEqual([
      'see-B-sosiale-tjenester',
    ]);
  });

  it('covers just what its own ticks grant', () => {
    const within = setting();
    const ticks = ticksOf(matrixFor(givenBy({}, within), within));

    const { grants } = givenBy({}, setting({ ticks }));

    const consent = aConsent({ grants });
    for (const { origin, section } of holdings)
      for (const { id } of agencies)
        expect(covers(consent, { origin, section }, id)).toBe(
          grants.some(({ group, from, to }) => group === section && from === origin && to === id),
        );
  });
});

describe('a renewal', () => {
  const adjusted = aConsent({
    scope: 'adjusted',
    leftOut: [],
    grants: [
      { group: 'C', from: SOCIAL, to: DPS },
      { group: 'D', from: SOCIAL, to: POLICE },
      { group: 'D', from: DPS, to: SOCIAL },
      { group: 'B', from: SOCIAL, to: agencyId('nedlagt') },
    ],
  });
  const terms = {
    purpose: 'Felles plan',
    interpreter: '',
    representative: 'heard',
    mandate: '',
    conditions: 'Ring først',
  } as const;
  const kase = aCase({ state: 'active', holdings, consent: adjusted });
  const within = setting({ kase, keeps: keepsOf(kase, true) });
  const again = (values: ConsentValues) => ({ ...values, understands: 'yes' });

  it('begins with all that was agreed to, but not with that it is understood', () => {
    const values = renewalValues(adjusted, terms, day('2026-12-10'));

    expect(values).toEqual({
      preset: 'adjusted',
      'left-out': '',
      withheld: '',
      'asked-by': 'innmelder',
      how: 'oral',
      when: '2026-12-10',
      until: '2027-06-10',
      ...terms,
    });
    expect(CONSENT_FIELDS).toEqual(expect.arrayContaining(Object.keys(values)));
  });

  it('keeps what was adjusted as it is, among those on the case', () => {
    const values = renewalValues(adjusted, undefined, day('2026-12-10'));

    expect(givenBy(again(values), within)).toMatchObject({
      scope: 'adjusted',
      grants: adjusted.grants.slice(0, 3),
    });
  });

  it.each([
    [{ 'left-out': 'kronstad-dps' }, [{ group: 'D', from: SOCIAL, to: POLICE }]],
    [{ withheld: 'D' }, [{ group: 'C', from: SOCIAL, to: DPS }]],
  ])('takes away from what was adjusted with %j', (over, grants) => {
    const values = renewalValues(adjusted, terms, day('2026-12-10'));

    expect(givenBy({ ...again(values), ...over }, within).grants).toEqual(grants);
  });

  it('keeps a preset, its exceptions and its ways', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PRESETS),
        fc.subarray([DPS, POLICE], { maxLength: 1 }),
        fc.subarray([...GROUPS].slice(1)),
        (preset, leftOut, withheld) => {
          const before = givenBy({ preset, 'left-out': leftOut.join(','), withheld: withheld.join(',') });
          const consent = aConsent(before);
          const renewing = aCase({ state: 'active', holdings, consent });

          const values = renewalValues(consent, before.terms, day('2026-12-10'));
          const after = givenBy(again(values), setting({ kase: renewing, keeps: keepsOf(renewing, true) }));

          const { scope, grants } = after;
          expect({ scope, grants, leftOut: after.leftOut, withheld: after.withheld }).toEqual({
            scope: before.scope,
            grants: before.grants,
            leftOut: before.leftOut,
            withheld: before.withheld,
          });
        },
      ),
    );
  });

  it('lets go on as it is only what was adjusted, and only when it is renewed', () => {
    expect(scopesOf(within)).toContain('adjusted');
    expect(keepsOf(kase, false)).toEqual([]);
    expect(keepsOf(aCase({ state: 'active' }), true)).toEqual([]);
    expect(keepsOf(aCase(), true)).toEqual([]);
    expect(scopesOf(setting())).toEqual(PRESETS);
  });
});

describe('checkConsent with statutes that have expired', () => {
  const ended = (list: 'consent' | 'basis', partners: readonly Partner[] = []): ConsentSetting =>
    setting({
      programme: {
        ...programme,
        statutes: programme.statutes.map(statute =>
          statute.list === list ? { ...statute, partners, validTo: day('2026-12-05') } : statute,
        ),
      },
    });

  it.each(['consent', 'basis'] as const)('does not take a yes that nothing of the list %s carries', list => {
    expect(problemsOf({ when: '2026-12-05' }, ended(list))).toEqual([]);
    expect(problemsOf({ when: '2026-12-06' }, ended(list))).toEqual(['grounds: no-statute']);
  });

  it('names the one that has ended', () => {
    const checked = checkConsent({ ...GOOD, when: '2026-12-06' }, ended('consent'));

    expect(checked).toMatchObject({ ok: false, error: [{ statute: { id: 'hpl-22' } }] });
  });

  it('asks for those only whose information it opens', () => {
    const without = { 'left-out': DPS, when: '2026-12-06' };

    expect(problemsOf({ when: '2026-12-06' }, ended('consent', ['helse']))).toEqual(['grounds: no-statute']);
    expect(problemsOf(without, ended('consent', ['helse']))).toEqual([]);
  });
});
