import { consentAnswer, consentNotUnderstood, consentRefused } from '../../src/cards/consent';
import { CASE_STATES } from '../../src/domain/case';
import { caseIn, member, nameOf } from './group-subjects';
import { dataOf, faultsIn, inputIn, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, coordinator, inEachLanguage } from './subjects';

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

  it.each([
    ['no', 'Personen vil ikke bli kontaktet'],
    ['yes', ''],
    ['not-asked', ''],
  ] as const)('says plainly when the person does not want to be contacted: %s', (contactConsent, words) => {
    const said = wordsIn(consentAnswer(d, { kase: { ...awaiting, contactConsent } }));

    expect(said.includes('Personen vil ikke bli kontaktet')).toBe(words !== '');
  });

  it('records nothing for someone who may not', () => {
    const card = consentAnswer(aDrawing({ reader: member }), { kase: awaiting });

    expect(verbsIn(card)).toEqual(['close-view']);
  });
});

describe('consentNotUnderstood', () => {
  const notUnderstood = {
    kase: awaiting,
    kind: 'record',
    values: { preset: 'meeting', understands: 'no' },
  } as const;

  it('leads back to the form with all that was typed there', () => {
    expect(dataOf(consentNotUnderstood(d, notUnderstood), 'start-consent')).toEqual({
      ...{ caseId: awaiting.id, nonce: 'nonce' },
      ...{ preset: 'meeting', understands: 'no' },
    });
  });

  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    expect(faultsIn(consentNotUnderstood(drawing, notUnderstood))).toEqual([]);
  });

  it('says that nothing is saved', () => {
    expect(wordsIn(consentNotUnderstood(d, notUnderstood))).toContain('Samtykket er ikke lagret');
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

  it('may be taken up again on the day, by the coordinator, while there is something to take up', () => {
    const onTheDay = { ...d, today: kase.askAgainAfter };

    expect(verbsIn(consentRefused(d, { kase }))).toEqual(['close-view']);
    expect(verbsIn(consentRefused(onTheDay, { kase }))).toEqual(['ask-again', 'close-view']);
    expect(verbsIn(consentRefused({ ...onTheDay, reader: member }, { kase }))).toEqual(['close-view']);
    expect(verbsIn(consentRefused(onTheDay, { kase: { ...kase, holdings: [] } }))).toEqual(['close-view']);
  });
});
