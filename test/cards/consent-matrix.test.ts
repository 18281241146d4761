import { consentMatrix, consentNarrowing, filledFrom } from '../../src/cards/consent-matrix';
import { CONSENT_KINDS } from '../../src/cards/consent-kind';
import { matrixOf, narrowingMatrix } from '../../src/domain/consent-matrix';
import { CONSENT_FIELDS } from '../../src/domain/consent-form';
import { caseIn, consentTo } from './group-subjects';
import { CANARY, dataOf, faultsIn, inputIn, inputsIn, KEPT, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, agencyId, coordinator, day, inEachLanguage, programme } from './subjects';

const d = aDrawing({ reader: coordinator });
const kase = caseIn('awaiting-consent');
const { grants } = consentTo('coordination');
const matrix = matrixOf(kase, { agencies: programme.agencies, leftOut: [] }, grants);
const values = { preset: 'coordination', understands: 'yes', conditions: CANARY };
const kept = { ...values, conditions: KEPT };
const adjusting = { kase, kind: 'record', values, matrix } as const;
const HELD = agencyId('sosiale-tjenester');

describe('consentMatrix', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const problems = [{ field: 'matrix', problem: 'opens-nothing' }] as const;

    const cards = CONSENT_KINDS.flatMap(kind => [
      consentMatrix(drawing, { ...adjusting, kind }),
      consentMatrix(drawing, { ...adjusting, kind, problems, ticks: {} }),
      consentMatrix(drawing, { ...adjusting, kind, matrix: [], values: {} }),
    ]);

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('asks for each group and agency that holds it, two beside each other', () => {
    const card = consentMatrix(d, adjusting);

    expect(inputsIn(card).map(({ id }) => id)).toEqual(
      ['B', 'C', 'D', 'E', 'F'].map(group => `see-${group}-${HELD}`),
    );
    expect(nodesIn(card).filter(({ type }) => type === 'ColumnSet')).toHaveLength(3);
    expect(inputIn(card, `see-B-${HELD}`)).toMatchObject({
      label: 'Navn og kontakt, fra Etat for sosiale tjenester',
      value: 'kronstad-dps,innsatsgruppen',
      isMultiSelect: true,
    });
    expect(wordsIn(card)).toContain('Fylt ut fra «Samordning». Det som ikke er krysset av, forblir låst.');
  });

  it('takes all that was typed in the form along, forth and back', () => {
    const card = consentMatrix(d, adjusting);

    expect(dataOf(card, 'record-consent')).toMatchObject({ ...kept, adjusted: 'yes' });
    expect(dataOf(card, 'start-consent')).toMatchObject({ ...kept, 'filled-from': 'coordination||' });
    expect(nodesIn(card).find(({ verb }) => verb === 'start-consent')).not.toHaveProperty('associatedInputs');
  });

  it('keeps the ticks when it comes back with what is wrong', () => {
    const ticks = { [`see-C-${HELD}`]: 'innsatsgruppen' };
    const problems = [
      { field: 'matrix', problem: 'not-in-matrix' },
      { field: 'until', problem: 'too-long' },
    ] as const;

    const card = consentMatrix(d, { ...adjusting, ticks, problems });

    expect(inputIn(card, `see-C-${HELD}`)).toMatchObject({ value: 'innsatsgruppen' });
    expect(inputIn(card, `see-B-${HELD}`)).toMatchObject({ value: '' });
    expect(wordsIn(card)).toContain('Saken er endret. Se over kryssene og lagre på nytt.');
    expect(wordsIn(card)).not.toContain('12 måneder');
  });

  it('saves nothing where nothing is held', () => {
    expect(verbsIn(consentMatrix(d, { ...adjusting, matrix: [] }))).toEqual(['start-consent']);
  });

  it('is small enough for a chat with every field at its longest and every agency there is', () => {
    const many = Array.from({ length: 11 }, (_, n) => ({
      id: agencyId(`avdeling-nummer-${String(n)}`),
      name: 'Etat for psykisk helse og rustjenester',
      partner: 'helse' as const,
    }));
    const agencies = [...programme.agencies.slice(0, 1), ...many];
    const wide = matrixOf(kase, { agencies, leftOut: [] }, []);
    const long = Object.fromEntries(CONSENT_FIELDS.map(field => [field, 'å'.repeat(200)]));

    const card = consentMatrix(
      { ...d, programme: { ...programme, agencies } },
      { ...adjusting, matrix: wide, values: long },
    );

    expect(faultsIn(card)).toEqual([]);
  });
});

describe('consentNarrowing', () => {
  const active = { ...caseIn('active'), consent: consentTo('coordination') };
  const narrowing = { kase: active, matrix: narrowingMatrix(active, active.consent) };

  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const problems = [{ field: 'until', problem: 'later-than-now' }] as const;

    expect(
      [
        consentNarrowing(drawing, narrowing),
        consentNarrowing(drawing, { ...narrowing, problems, until: CANARY }),
      ].flatMap(faultsIn),
    ).toEqual([]);
  });

  it('is filled with what is open now, and offers nothing else', () => {
    const card = consentNarrowing(d, narrowing);

    expect(inputIn(card, `see-C-${HELD}`)).toMatchObject({
      choices: [{ title: 'Kronstad DPS', value: 'kronstad-dps' }],
      value: 'kronstad-dps',
    });
    expect(inputIn(card, `see-E-${HELD}`)).toEqual({});
    expect(inputIn(card, 'until')).toMatchObject({ value: '2027-05-20' });
    expect(verbsIn(card)).toEqual(['narrow-consent', 'open-consent']);
  });

  it('asks no day of one that has run out', () => {
    const expired = { ...caseIn('consent-expired'), consent: consentTo('coordination') };

    expect(inputIn(consentNarrowing(d, { ...narrowing, kase: expired }), 'until')).toEqual({});
    expect(inputIn(consentNarrowing({ ...d, today: day('2027-06-01') }, narrowing), 'until')).toEqual({});
  });

  it('keeps the day that was typed, with what is wrong with it', () => {
    const problems = [{ field: 'until', problem: 'later-than-now' }] as const;

    const card = consentNarrowing(d, { ...narrowing, until: '2028-01-01', problems });

    expect(inputIn(card, 'until')).toMatchObject({ value: '2028-01-01' });
    expect(wordsIn(card)).toContain('Skal det gjelde lenger, forny samtykket.');
  });
});

describe('filledFrom', () => {
  it('tells apart what fills the matrix, and nothing else', () => {
    expect(filledFrom({ preset: 'except', 'left-out': 'a,b', withheld: 'E' })).toBe('except|a,b|E');
    expect(filledFrom({ preset: 'except', until: '2027-01-01' })).toBe(filledFrom({ preset: 'except' }));
  });
});
