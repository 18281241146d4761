import { consentAnswer, consentGiven, consentNotUnderstood, consentRefused } from '../../src/cards/consent';
import { CASE_STATES } from '../../src/domain/case';
import { PRESETS } from '../../src/domain/consent';
import { caseIn, consentTo, member, nameOf } from './group-subjects';
import { dataOf, faultsIn, inputIn, nodesIn, verbsIn, wordsIn } from './rules';
import { agencyId, aDrawing, coordinator, day, inEachLanguage, programme } from './subjects';

const d = aDrawing({ reader: coordinator, nameOf });
const awaiting = caseIn('awaiting-consent');

describe('consentAnswer', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    expect(
      CASE_STATES.map(state => consentAnswer(drawing, { kase: caseIn(state) })).flatMap(faultsIn),
    ).toEqual([]);
  });

  it('makes a no as easy as a yes', () => {
    const card = consentAnswer(d, { kase: awaiting });

    expect(verbsIn(card)).toEqual(['start-consent', 'refuse-consent', 'close-view']);
    expect(inputIn(card, 'ask-again')).toMatchObject({ value: '2027-05-23' });
    expect(nodesIn(card).map(({ style }) => style)).not.toContain('destructive');
    expect(wordsIn(card)).toContain('Nei trenger ingen begrunnelse.');
  });

  it('holds what is read to the person', () => {
    expect(wordsIn(consentAnswer(d, { kase: awaiting }))).toContain(
      'Du kan si nei, velge bort tjenester og trekke deg når som helst, uten at det påvirker andre tjenester. Politiet kan ha plikt til å følge opp straffbare forhold de får vite om.',
    );
  });

  it('records nothing for someone who may not', () => {
    const card = consentAnswer(aDrawing({ reader: member }), { kase: awaiting });

    expect(verbsIn(card)).toEqual(['close-view']);
  });
});

describe('consentNotUnderstood', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    expect(faultsIn(consentNotUnderstood(drawing, { kase: awaiting }))).toEqual([]);
  });

  it('says that nothing is saved', () => {
    expect(wordsIn(consentNotUnderstood(d, { kase: awaiting }))).toContain('Samtykket er ikke lagret');
  });
});

describe('consentGiven', () => {
  const mapping = (preset: (typeof PRESETS)[number], leftOut: readonly string[] = []) => ({
    ...caseIn('mapping'),
    consent: { ...consentTo(preset), leftOut: leftOut.map(agencyId) },
  });

  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const cards = [
      ...PRESETS.map(preset => consentGiven(drawing, { kase: mapping(preset, ['kronstad-dps', 'nedlagt']) })),
      consentGiven(drawing, { kase: caseIn('consent-expired') }),
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

  it('leads to a new consent only when the old one has expired', () => {
    const expired = consentGiven(d, { kase: caseIn('consent-expired') });
    const early = { ...caseIn('submitted'), consent: consentTo('meeting') };

    expect(verbsIn(expired)).toEqual(['start-consent', 'close-view']);
    expect(verbsIn(consentGiven(d, { kase: mapping('meeting') }))).toEqual(['close-view']);
    expect(verbsIn(consentGiven(d, { kase: early }))).toEqual(['close-view']);
    expect(verbsIn(consentGiven({ ...d, today: day('2027-06-01') }, { kase: early }))).toContain(
      'start-consent',
    );
    expect(dataOf(expired, 'start-consent')).toEqual({ caseId: awaiting.id, nonce: 'nonce' });
  });
});

describe('consentRefused', () => {
  const kase = caseIn('consent-refused');

  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    expect(faultsIn(consentRefused(drawing, { kase }))).toEqual([]);
  });

  it('says it neutrally, and when the person may be asked again', () => {
    const words = wordsIn(consentRefused(d, { kase }));

    expect(words).toContain('Ingenting deles. Ingen begrunnelse trengs.');
    expect(words).toContain('etter mandag 1.\u00a0februar 2027');
  });
});
