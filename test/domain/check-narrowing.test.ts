import fc from 'fast-check';
import { checkNarrowing } from '../../src/domain/check-narrowing';
import { type Consent, grantsOf } from '../../src/domain/consent';
import { narrowingMatrix, ticksOf } from '../../src/domain/consent-matrix';
import { type Consented } from '../../src/domain/consent-status';
import { GROUPS } from '../../src/domain/groups';
import { plusDays } from '../../src/domain/time';
import { aCase, aConsent } from '../builders/cases';
import { agencyId, day } from '../builders/ids';
import { aProgramme } from '../builders/meetings';

const { agencies } = aProgramme();
const SOCIAL = agencyId('sosiale-tjenester');
const TODAY = day('2026-12-10');
const UNTIL = '2027-06-04';
const preset = grantsOf('coordination', { origin: SOCIAL, agencies, leftOut: [] });
const consented = (over: Partial<Consent> = {}, state: 'active' | 'consent-expired' = 'active'): Consented =>
  aCase<'active' | 'consent-expired'>({
    state,
    holdings: (['B', 'C', 'summary'] as const).map(section => ({ origin: SOCIAL, section })),
    consent: aConsent({ grants: preset, leftOut: [], until: day(UNTIL), ...over }),
  });
const asItIs = (kase: Consented) => ticksOf(narrowingMatrix(kase, kase.consent));

describe('checkNarrowing', () => {
  it('keeps what is still ticked, and no more, also of what comes later', () => {
    const ticks = { 'see-B-sosiale-tjenester': 'kronstad-dps' };

    expect(checkNarrowing({ until: UNTIL, ticks }, consented(), TODAY)).toEqual({
      ok: true,
      value: {
        scope: 'adjusted',
        grants: [{ group: 'B', from: SOCIAL, to: 'kronstad-dps' }],
        until: UNTIL,
      },
    });
  });

  it('keeps the scope and all its ways when it only ends earlier', () => {
    const kase = consented();

    expect(checkNarrowing({ until: ' 2027-01-04 ', ticks: asItIs(kase) }, kase, TODAY)).toEqual({
      ok: true,
      value: { scope: 'coordination', grants: preset, until: '2027-01-04' },
    });
  });

  it.each([
    [
      'opens what was locked',
      { 'see-C-sosiale-tjenester': 'innsatsgruppen' },
      UNTIL,
      [['matrix', 'not-in-matrix']],
    ],
    [
      'opens what is not held',
      { 'see-D-kronstad-dps': 'sosiale-tjenester' },
      UNTIL,
      [['matrix', 'not-in-matrix']],
    ],
    ['leaves nothing', {}, UNTIL, [['matrix', 'opens-nothing']]],
    ['lasts longer', undefined, '2027-06-05', [['until', 'later-than-now']]],
    ['ended before today', undefined, '2026-12-09', [['until', 'ends-before-today']]],
    ['has no day', undefined, 'snart', [['until', 'not-a-date']]],
    ['has no day at all', undefined, undefined, [['until', 'not-a-date']]],
    ['takes nothing away', undefined, UNTIL, [['matrix', 'nothing-taken-away']]],
    [
      'is wrong twice',
      {},
      '',
      [
        ['matrix', 'opens-nothing'],
        ['until', 'not-a-date'],
      ],
    ],
  ])('refuses what %s', (...[, ticks, until, problems]) => {
    const kase = consented();

    const checked = checkNarrowing(
      { ticks: ticks ?? asItIs(kase), ...(until === undefined ? {} : { until }) },
      kase,
      TODAY,
    );

    expect(checked).toEqual({ ok: false, error: problems.map(([field, problem]) => ({ field, problem })) });
  });

  it('asks no day of one that has run out, and leaves it so', () => {
    const kase = consented({ until: day('2026-12-01') }, 'consent-expired');

    const checked = checkNarrowing({ ticks: { 'see-B-sosiale-tjenester': 'kronstad-dps' } }, kase, TODAY);

    expect(checked).toMatchObject({ ok: true, value: { until: '2026-12-01' } });
  });

  it('never opens anything, and never lasts longer, whatever is ticked', () => {
    const ids = agencies.map(({ id }) => id);
    const rows = GROUPS.flatMap(group => ids.map(id => `see-${group}-${id}`));
    const somePreset = fc
      .subarray(ids)
      .map(leftOut => grantsOf('except', { origin: SOCIAL, agencies, leftOut }));

    fc.assert(
      fc.property(
        somePreset,
        fc.dictionary(
          fc.constantFrom(...rows),
          fc.subarray(ids).map(some => some.join(',')),
          { maxKeys: 4 },
        ),
        fc.integer({ min: -10, max: 300 }),
        (grants, ticks, days) => {
          const kase = consented({ grants });

          const checked = checkNarrowing({ ticks, until: plusDays(TODAY, days) }, kase, TODAY);

          const left = checked.ok ? checked.value : { grants: [], until: day(UNTIL) };
          const spelled = grants.map(grant => JSON.stringify(grant));
          expect(left.grants.every(grant => spelled.includes(JSON.stringify(grant)))).toBe(true);
          expect(left.until <= UNTIL).toBe(true);
        },
      ),
    );
  });
});
