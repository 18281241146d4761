import { consentGiven } from '../../src/cards/consent-given';
import { PRESETS } from '../../src/domain/consent';
import { caseIn, consentTo, member, nameOf } from './group-subjects';
import { CANARY, dataOf, faultsIn, HARMLESS, nodesIn, verbsIn, wordsIn } from './rules';
import { agencyId, aDrawing, aPerson, coordinator, day, inEachLanguage, programme } from './subjects';
import { statuteId } from '../builders/ids';

const d = aDrawing({ reader: coordinator, nameOf });
const TERMS = {
  purpose: 'Lage felles plan',
  interpreter: 'Somali',
  representative: 'present',
  mandate: 'Økonomi',
  conditions: 'Ring meg først',
} as const;

describe('consentGiven', () => {
  const mapping = (preset: (typeof PRESETS)[number], leftOut: readonly string[] = []) => ({
    ...caseIn('mapping'),
    consent: { ...consentTo(preset), leftOut: leftOut.map(agencyId) },
  });

  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const cards = [
      ...PRESETS.map(preset => consentGiven(drawing, { kase: mapping(preset, ['kronstad-dps', 'nedlagt']) })),
      consentGiven(drawing, { kase: caseIn('consent-expired'), terms: { ...TERMS, purpose: CANARY } }),
      consentGiven(drawing, { kase: { ...caseIn('submitted'), consent: consentTo('meeting') } }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('says who may see what, and until when', () => {
    const words = wordsIn(consentGiven(d, { kase: mapping('coordination', ['innsatsgruppen']) }));

    expect(words).toContain('Gjelder til torsdag 20.\u00a0mai 2027');
    expect(words).toContain('Helse\nEtat for sosiale tjenester og Kronstad DPS');
    expect(words).toContain('Politi og justis\nIngen');
    expect(words).toContain('Unntatt: Politiets innsatsgruppe');
  });

  it('names a partner where all of it may see', () => {
    const more = { id: agencyId('rusmedisin'), name: 'Avd. for rusmedisin', partner: 'helse' as const };
    const setting = { ...d, programme: { ...programme, agencies: [...programme.agencies, more] } };
    const kase = mapping('meeting');
    const origin = agencyId('sosiale-tjenester');
    const ways = ['kronstad-dps', 'rusmedisin'].map(to => ({
      group: 'B' as const,
      from: origin,
      to: agencyId(to),
    }));

    const words = wordsIn(
      consentGiven(setting, { kase: { ...kase, consent: { ...kase.consent, grants: ways } } }),
    );

    expect(words).toContain('Navn og kontakt\nHelse Bergen');
  });

  it('opens nothing before the decision, and nothing after it ran out', () => {
    const early = consentGiven(d, { kase: { ...caseIn('submitted'), consent: consentTo('meeting') } });
    const late = consentGiven({ ...d, today: day('2027-06-01') }, { kase: mapping('meeting') });

    expect(wordsIn(early)).toContain('Deling starter når gruppen har tatt saken inn.');
    expect(wordsIn(late)).toContain('Samtykke utløpt');
    expect(wordsIn(late)).toContain('Ingenting deles.');
  });

  it('can become another answer before the decision', () => {
    const early = { ...caseIn('submitted'), consent: consentTo('meeting') };
    const primaries = (card: ReturnType<typeof consentGiven>) =>
      nodesIn(card).filter(({ style, verb }) => style === 'positive' && verb === 'start-consent').length;

    expect(verbsIn(consentGiven(d, { kase: early }))).toEqual([
      'start-consent',
      'refuse-consent',
      'close-view',
    ]);
    expect(verbsIn(consentGiven({ ...d, reader: member }, { kase: early }))).toEqual(['close-view']);
    expect(primaries(consentGiven(d, { kase: early }))).toBe(0);
    expect(primaries(consentGiven({ ...d, today: day('2027-06-01') }, { kase: early }))).toBe(1);
  });

  it('is narrowed and renewed by the coordinator, and withdrawn by anyone who works on it', () => {
    const kase = mapping('meeting');

    expect(verbsIn(consentGiven(d, { kase })).toSorted()).toEqual([
      'close-view',
      'start-narrowing',
      'start-renewal',
      'withdraw-consent',
    ]);
    expect(verbsIn(consentGiven({ ...d, reader: member }, { kase })).toSorted()).toEqual([
      'close-view',
      'withdraw-consent',
    ]);
  });

  it('leads the author to a new consent when it has run out, and the coordinator to a renewal', () => {
    const kase = caseIn('consent-expired');
    const author = consentGiven({ ...d, reader: aPerson() }, { kase });

    expect(dataOf(author, 'start-consent')).toEqual({ caseId: kase.id, nonce: 'nonce' });
    expect(verbsIn(consentGiven(d, { kase }))).toContain('start-renewal');
    expect(verbsIn(consentGiven(d, { kase }))).not.toContain('start-consent');
  });

  it('says what was said, to who may read it', () => {
    const kase = mapping('meeting');

    const said = wordsIn(consentGiven(d, { kase, terms: TERMS }));
    const unsaid = wordsIn(consentGiven(d, { kase }));

    expect(said).toContain('Formål: Lage felles plan');
    expect(said).toContain('Tolk, språk: Somali');
    expect(said).toContain('Verge: Med: Økonomi');
    expect(said).toContain('«Ring meg først»');
    expect(unsaid).not.toMatch(/Formål|Tolk|Verge|Ring/);
  });

  it('says nothing of what was left empty', () => {
    const kase = mapping('meeting');
    const empty = {
      purpose: '',
      interpreter: '',
      representative: 'none',
      mandate: '',
      conditions: '',
    } as const;

    expect(wordsIn(consentGiven(d, { kase, terms: empty }))).not.toMatch(/Formål|Tolk|Verge|«»/);
    expect(wordsIn(consentGiven(d, { kase, terms: { ...empty, representative: 'heard' } }))).toContain(
      'Verge: Hørt',
    );
  });

  it('shows what people typed as words and nothing else', () => {
    const card = consentGiven(d, { kase: mapping('meeting'), terms: { ...TERMS, conditions: CANARY } });

    expect(wordsIn(card)).toContain(HARMLESS);
  });

  it('cites what lifts secrecy, and what the processing rests on, as they were that day', () => {
    const kase = mapping('meeting');
    const consent = {
      ...kase.consent,
      withheld: ['E' as const],
      statutes: [statuteId('hpl-22'), statuteId('nedlagt-1')],
      legalBasis: [statuteId('gdpr-6-1-e')],
    };

    const words = wordsIn(consentGiven(d, { kase: { ...kase, consent } }));

    expect(words).toContain('Hjemmel: hpl. § 22 og nedlagt-1');
    expect(words).toContain('Behandlingsgrunnlag: GDPR art. 6 nr. 1 bokstav e');
    expect(words).toContain('Deler ikke: Politi og justis');
  });

  it('tells apart whose information it is where it was ticked apart', () => {
    const kase = mapping('meeting');
    const [social, dps, police] = programme.agencies.map(({ id }) => id);
    const way = (from = social, to = dps) =>
      ({ group: 'D', from: from ?? agencyId('x'), to: to ?? agencyId('x') }) as const;
    const consent = { ...kase.consent, scope: 'adjusted' as const, grants: [way(), way(dps, police)] };

    const words = wordsIn(consentGiven(d, { kase: { ...kase, consent } }));

    expect(words).toContain('Helse, fra Etat for sosiale tjenester\nKronstad DPS');
    expect(words).toContain('Helse, fra Kronstad DPS\nPolitiets innsatsgruppe');
    expect(words).toContain('Navn og kontakt\nIngen');
  });
});
