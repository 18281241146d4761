import { reviewCard } from '../../src/cards/referral-review';
import { dataOf, CANARY, faultsIn, HARMLESS, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, aReferral, caseId, day, inEachLanguage } from './subjects';

const draftId = caseId('a');
const full = aReferral({
  contact: ['mo', 'lar'],
  shutOut: ['strax'],
  plans: ['crisis-plan'],
  contactRole: CANARY,
  words: CANARY,
  urgent: CANARY,
  reach: CANARY,
  opening: { kind: 'admission', on: day('2026-12-01') },
});

describe('reviewCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, d) => {
    const cards = [
      reviewCard(d, { draftId, referral: full, identity: { name: CANARY } }),
      reviewCard(d, { draftId, referral: aReferral({ recognisable: true, reach: '' }) }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('shows every answer, and that the name stands open', () => {
    const [answers] = nodesIn(reviewCard(aDrawing(), { draftId, referral: aReferral() })).filter(
      node => node['type'] === 'FactSet',
    );

    expect(answers?.['facts']).toEqual([
      { title: 'Åpen russcene', value: 'Ja' },
      { title: 'Vold og trusler', value: 'Begge' },
      { title: 'Rusavhengig', value: 'Ja' },
      { title: 'Psykisk lidelse', value: 'Usikker' },
      { title: 'Mange år i tjenester', value: 'Ja' },
      { title: 'Uten virkning', value: 'Ja' },
      { title: 'Du ber om', value: 'Samordning' },
      { title: 'Informert', value: 'Nei, har ikke fått kontakt' },
      { title: 'Samtykke til kontakt', value: 'Ikke spurt' },
      { title: 'Barn under 18', value: 'Ukjent' },
      { title: 'Navn', value: 'Står åpent' },
    ]);
  });

  it('shows what was added as text only, whatever was typed', () => {
    const [, added] = nodesIn(reviewCard(aDrawing(), { draftId, referral: full })).filter(
      node => node['type'] === 'FactSet',
    );

    expect(added?.['facts']).toEqual([
      { title: 'I kontakt med', value: 'MO-senter og LAR' },
      { title: 'Utestengt fra', value: 'Strax-huset' },
      { title: 'Planer som finnes', value: 'Kriseplan' },
      { title: 'Kontaktpersonens rolle', value: HARMLESS },
      { title: 'Åpning nå', value: 'Innleggelse, tirsdag 1.\u00a0desember' },
      { title: 'Hastesak', value: HARMLESS },
      { title: 'Telefon på jobb', value: HARMLESS },
      { title: 'Egne ord', value: HARMLESS },
    ]);
  });

  it('shows that the person was not asked', () => {
    const words = wordsIn(reviewCard(aDrawing(), { draftId, referral: aReferral({ words: '' }) }));

    expect(words).toContain('Egne ord: Ikke spurt');
  });

  it('never shows who it is, only that it is given', () => {
    const identity = { name: 'Testperson', number: '41819012345', birthYear: 1990 };

    const card = reviewCard(aDrawing(), { draftId, referral: aReferral(), identity });

    expect(JSON.stringify(card)).not.toMatch(/Testperson|41819012345|1990/);
    expect(wordsIn(card)).toContain('Navn: Oppgitt');
    expect(wordsIn(card)).toContain('Endre navn');
  });

  it.each([
    [true, 'Samtykke først'],
    [false, 'Hvem får se dette?'],
  ])('says who will see it when recognisable is %s', (recognisable, title) => {
    const card = reviewCard(aDrawing(), { draftId, referral: aReferral({ recognisable }) });

    expect(wordsIn(card)).toContain(title);
  });

  it('sends, names or changes the draft', () => {
    const card = reviewCard(aDrawing(), { draftId, referral: aReferral() });

    expect(verbsIn(card)).toEqual(['submit-referral', 'start-identity', 'edit-draft']);
    expect(dataOf(card, 'submit-referral')).toEqual({ draftId, nonce: 'nonce' });
  });
});
