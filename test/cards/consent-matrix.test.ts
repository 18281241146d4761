import { consentMatrix, consentNarrowing, filledFrom } from '../../src/cards/consent-matrix';
import { CONSENT_KINDS } from '../../src/cards/consent-kind';
import { pagesOf } from '../../src/cards/matrix-pages';
import { type Card } from '../../src/cards/template';
import { matrixOf, narrowingMatrix, type Ticks, ticksOf } from '../../src/domain/consent-matrix';
import { CONSENT_FIELDS, CONSENT_TEXTS } from '../../src/domain/consent-form';
import { GROUPS } from '../../src/domain/groups';
import { unpackTicks } from '../../src/domain/packed-ticks';
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

  it('asks for each group and agency that holds it, in one column', () => {
    const card = consentMatrix(d, adjusting);

    expect(inputsIn(card).map(({ id }) => id)).toEqual(
      ['B', 'C', 'D', 'E', 'F'].map(group => `see-${group}-${HELD}`),
    );
    expect(nodesIn(card).filter(({ type }) => type === 'ColumnSet')).toEqual([]);
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

describe('a matrix of all that eleven agencies hold', () => {
  const agencies = Array.from({ length: 11 }, (_, n) => ({
    id: agencyId(`etat-psykisk-helse-rus-${String(n)}`),
    name: 'Etat for psykisk helse og rustjenester',
    partner: 'helse' as const,
  }));
  const everything = {
    ...caseIn('mapping', { consent: consentTo('coordination') }),
    holdings: agencies.flatMap(({ id: origin }) => GROUPS.map(section => ({ origin, section }))),
  };
  const wide = matrixOf(
    everything,
    { agencies, leftOut: [] },
    agencies.flatMap(({ id: from }) =>
      GROUPS.flatMap(group => agencies.map(({ id: to }) => ({ group, from, to }))),
    ),
  );
  const long = {
    ...Object.fromEntries(CONSENT_TEXTS.map(field => [field, 'å'.repeat(200)])),
    'left-out': agencies.map(({ id }) => id).join(','),
    preset: 'except',
  };
  const drawing = { ...d, programme: { ...programme, agencies } };
  const drawn = (page: number, ticks: Ticks = ticksOf(wide)) =>
    consentMatrix(drawing, { ...adjusting, kase: everything, matrix: wide, values: long, page, ticks });
  const narrowed = (page: number) =>
    consentNarrowing(drawing, { kase: everything, matrix: wide, page, seen: 'seen' });
  const pages = pagesOf(wide).map((_, place) => place + 1);
  const rowsOn = (card: Card) =>
    inputsIn(card).flatMap(({ id }) => (String(id).startsWith('see-') ? [id] : []));

  it('is small enough for a chat on every page, and leaves no row out', () => {
    expect(pages.map(page => drawn(page)).flatMap(faultsIn)).toEqual([]);
    expect(pages.map(narrowed).flatMap(faultsIn)).toEqual([]);
    expect(pages.map(page => drawn(page)).flatMap(rowsOn)).toEqual(wide.map(({ id }) => id));
  });

  it('carries along what is ticked on the other pages, and nothing of what is asked here', () => {
    const ticks = { ...ticksOf(wide), [wide.at(-1)?.id ?? '']: agencies[0]?.id ?? '' };

    const card = drawn(2, ticks);
    const next = nodesIn(card).find(({ title }) => title === d.t.consent.nextPage)?.['data'];
    const here = rowsOn(card);

    const others = Object.entries(ticks).filter(([id]) => !here.includes(id));
    for (const data of [next, dataOf(card, 'record-consent')])
      expect(unpackTicks((data as { readonly ticks: string }).ticks)).toEqual(Object.fromEntries(others));
    expect(next).toMatchObject({ page: '3', 'filled-from': filledFrom(long), conditions: 'å'.repeat(200) });
  });

  it('leads forth and back, says which page it is, and comes no further than there are', () => {
    const [first, last] = [drawn(1), drawn(pages.length)];

    expect(wordsIn(first)).toContain(d.t.consent.pages(1, pages.length));
    expect(wordsIn(first)).not.toContain(d.t.consent.previousPage);
    expect(verbsIn(first)).toContain('start-consent');
    expect(wordsIn(last)).not.toContain(d.t.consent.nextPage);
    expect(rowsOn(drawn(99))).toEqual(rowsOn(last));
    expect(rowsOn(drawn(-1))).toEqual(rowsOn(first));
  });

  it('is narrowed over what was seen first', () => {
    const card = narrowed(2);

    expect(dataOf(card, 'start-narrowing')).toMatchObject({ version: 'seen', page: '3' });
    expect(dataOf(card, 'narrow-consent')).toMatchObject({ version: 'seen', page: '2' });
    expect(inputIn(card, 'until')).not.toEqual({});
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
