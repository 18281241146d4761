import { mappingCard, type MappingSubject } from '../../src/cards/mapping';
import { mappingButtons } from '../../src/cards/mapping-buttons';
import { mappingDomainCard } from '../../src/cards/mapping-domain';
import { mappingForm } from '../../src/cards/mapping-form';
import { wordsFor } from '../../src/i18n/words';
import { DOMAINS, type MappingDomain, type MappingRecord } from '../../src/domain/mapping';
import { MAPPING_FIELDS, type MappingValues } from '../../src/domain/mapping-form';
import { type Programme } from '../../src/domain/programme';
import { caseIn, consentTo, member, nameOf, owner } from './group-subjects';
import { dataOf, faultsIn, inputIn, inputsIn, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, agencyId, coordinator, day, inEachLanguage, personId, programme } from './subjects';

const kase = caseIn('mapping', { consent: consentTo('except') });
const ORIGIN = agencyId('sosiale-tjenester');
const DPS = agencyId('kronstad-dps');
const piece = (origin = ORIGIN, over: Partial<MappingSubject['pieces']['housing'][number]> = {}) => ({
  ...({ level: 'red', text: 'Sover ute', on: day('2026-11-20'), by: personId('innmelder'), origin } as const),
  ...over,
});
const none = (): MappingSubject['pieces'] =>
  Object.fromEntries(DOMAINS.map(domain => [domain, []])) as unknown as MappingSubject['pieces'];
const agencies = [ORIGIN, DPS, agencyId('innsatsgruppen'), coordinator.agency];
const subject: MappingSubject = {
  kase,
  agencies,
  pieces: {
    ...none(),
    housing: [piece(), piece(DPS, { level: 'green', on: day('2026-11-18') })],
    mental: [piece(DPS)],
  },
};
const rowFor = (domain: MappingDomain, { d = aDrawing({ reader: member, nameOf }), of = subject } = {}) => {
  const title = d.t.mapping.domains[domain];
  return nodesIn(mappingCard(d, of)).find(node => node['title'] === title && node['verb'] !== undefined);
};

/** Everybody at a large table has said as much as fits of everything. */
const many = Array.from({ length: 13 }, (_, n) => agencyId(`etat-nummer-${String(n)}`));
const large: Programme = {
  ...programme,
  agencies: many.map(id => ({ id, name: `Divisjon psykisk helsevern ${id}`, partner: 'helse' as const })),
};
const LONG = 'æøå*_['.repeat(33);
const full: MappingSubject = {
  kase,
  agencies: many,
  pieces: Object.fromEntries(
    DOMAINS.map(domain => [domain, many.map(origin => piece(origin, { text: LONG }))]),
  ) as unknown as MappingSubject['pieces'],
};

describe('mappingCard', () => {
  it.each(inEachLanguage({ reader: member }))('keeps the rules of every card, in %s', (_, d) => {
    expect(faultsIn(mappingCard(d, subject))).toEqual([]);
    expect(faultsIn(mappingCard(d, { ...subject, pieces: none() }))).toEqual([]);
  });

  it.each(inEachLanguage({ reader: coordinator, programme: large }))(
    'stays small when everybody has said everything, in %s',
    (_, d) => {
      expect(faultsIn(mappingCard(d, full))).toEqual([]);
      expect(faultsIn(mappingDomainCard(d, full, 'housing'))).toEqual([]);
    },
  );

  it('shows what each agency says, one line each, and writes nothing of what was written', () => {
    const words = wordsIn(mappingCard(aDrawing({ reader: member }), subject));

    expect(words).toContain('Rød · Etat for sosiale tjenester · 20.');
    expect(words).toContain('Grønn · Kronstad DPS · 18.');
    expect(words).not.toContain('Sover ute');
  });

  it('says what is missing, and leads who may fill it in to the form', () => {
    expect(rowFor('legal')).toMatchObject({ verb: 'start-mapping' });
    expect(rowFor('housing')).toMatchObject({ verb: 'open-mapping', data: { domain: 'housing' } });
    const words = wordsIn(mappingCard(aDrawing({ reader: member }), subject));
    expect(words.split('\n').filter(line => line === 'Mangler')).toHaveLength(DOMAINS.length - 2);
    expect(words.split('\n').filter(line => line === 'Du kan fylle ut')).toHaveLength(DOMAINS.length - 2);
  });

  it('says who could fill in, and of each what the reader may see', () => {
    const words = wordsIn(mappingCard(aDrawing({ reader: member }), subject));

    expect(words).toContain('Kronstad DPS · Du kan fylle ut · 2 av 11 har svar');
    expect(words).toContain('Politiets innsatsgruppe · Ingenting du kan se');
    const asking = aDrawing({ reader: member, holderOf: () => 'Medlem, politiet' });
    expect(wordsIn(mappingCard(asking, subject))).toContain('Ingenting du kan se · Spør Medlem, politiet');
  });

  it('offers no form to whom it is shut', () => {
    const ended = caseIn('concluded');
    const card = mappingCard(aDrawing({ reader: member }), { ...subject, kase: ended });

    expect(verbsIn(card)).not.toContain('start-mapping');
    expect(wordsIn(card)).not.toContain('Du kan fylle ut');
  });

  it('lets the coordinator begin the measures, after saying what follows', () => {
    const d = aDrawing({ reader: coordinator });

    expect(verbsIn(mappingCard(d, subject))).toContain('start-measures');
    expect(wordsIn(mappingCard(d, subject))).toContain(d.t.mapping.startMeans);
    expect(verbsIn(mappingCard(aDrawing({ reader: member }), subject))).not.toContain('start-measures');
  });
});

describe('mappingDomainCard', () => {
  it.each(inEachLanguage({ reader: member }))('keeps the rules of every card, in %s', (_, d) => {
    expect(faultsIn(mappingDomainCard(d, subject, 'housing'))).toEqual([]);
    expect(faultsIn(mappingDomainCard(d, subject, 'legal'))).toEqual([]);
  });

  it('shows what was written, by whom, with nothing in it that does anything', () => {
    const hostile = { ...subject.pieces, housing: [piece(ORIGIN, { text: '[her](http://x)' })] };
    const words = wordsIn(
      mappingDomainCard(aDrawing({ nameOf }), { ...subject, pieces: hostile }, 'housing'),
    );

    expect(words).toContain('\\[her\\]');
    expect(words).toContain(nameOf('innmelder'));
  });
});

describe('mappingForm', () => {
  const own: MappingRecord = {
    housing: { level: 'red', text: 'Sover ute', on: day('2026-11-20'), by: owner.id },
  };
  const form = { kase, own, seen: 'mark' };

  it.each(inEachLanguage({ reader: member }))('keeps the rules of every card, in %s', (_, d) => {
    expect(faultsIn(mappingForm(d, form))).toEqual([]);
  });

  it.each(inEachLanguage({ reader: member }))(
    'stays small however much is typed and wrong, in %s',
    (_, d) => {
      const values: MappingValues = Object.fromEntries(
        MAPPING_FIELDS.map(field => [field, field.startsWith('text-') ? 'ø'.repeat(200) : 'red']),
      );
      const problems = DOMAINS.map(domain => ({ domain, problem: 'holds-number' as const }));

      expect(faultsIn(mappingForm(d, { ...form, values, problems }))).toEqual([]);
    },
  );

  it('asks for eleven domains and requires none', () => {
    const inputs = inputsIn(mappingForm(aDrawing({ reader: member }), form));

    expect(inputs.map(({ id }) => id)).toEqual(MAPPING_FIELDS);
    expect(inputs.every(({ isRequired }) => isRequired !== true)).toBe(true);
    expect(dataOf(mappingForm(aDrawing(), form), 'record-mapping')).toMatchObject({ version: 'mark' });
  });

  it('gives back what was typed, not what lies there', () => {
    const values = { housing: '', 'text-housing': 'uten nivå' };
    const problems = [{ domain: 'housing', problem: 'unanswered' }] as const;
    const card = mappingForm(aDrawing({ reader: member }), { ...form, values, problems });

    expect(inputIn(card, 'housing')['value']).toBe('');
    expect(inputIn(card, 'text-housing')['value']).toBe('uten nivå');
    expect(wordsIn(card)).toContain(wordsFor('nb').mapping.problems.unanswered);
  });

  it('tells what a colleague has saved meanwhile where it would be replaced', () => {
    const values = { housing: 'green', 'text-housing': '' };
    const words = (overNew: boolean) =>
      wordsIn(mappingForm(aDrawing({ reader: member }), { ...form, values, overNew }));

    expect(words(true)).toContain('Lagret nå: «Rød: Sover ute»');
    expect(words(false)).not.toContain('Lagret nå');
  });
});

describe('mappingButtons', () => {
  const buttons = (state: Parameters<typeof caseIn>[0], reader = coordinator) =>
    mappingButtons(
      aDrawing({ reader }),
      {
        kase: caseIn(state),
        ...{ seen: [], nextMeeting: day('2026-12-01'), place: 'chat' as const },
      },
      false,
    ).map(({ verb, title }) => verb ?? title);

  it('are there for a participant, to whoever may open the mapping', () => {
    expect(buttons('mapping')).toEqual(['open-mapping', 'Start tiltak']);
    expect(buttons('active')).toEqual(['open-mapping']);
    expect(buttons('mapping', member)).toEqual(['open-mapping']);
    expect(buttons('ready-for-review')).toEqual([]);
    expect(buttons('mapping', owner)).toEqual([]);
  });
});
