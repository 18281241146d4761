import { CONSENT_FIELDS, consentForm } from '../../src/cards/consent-form';
import { caseIn, member } from './group-subjects';
import { dataOf, faultsIn, inputIn, inputsIn, wordsIn } from './rules';
import { aDrawing, aPerson, coordinator, inEachLanguage, programme } from './subjects';

const d = aDrawing({ reader: coordinator });
const kase = caseIn('awaiting-consent');
const people = [aPerson(), coordinator, member];

describe('consentForm', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const problems = CONSENT_FIELDS.map(field => ({ field, problem: 'unanswered' as const }));

    const cards = [
      consentForm(drawing, { kase, people }),
      consentForm(drawing, { kase, people, problems }),
      consentForm({ ...drawing, programme: { ...programme, seats: [] } }, { kase, people }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('asks for all that a consent says of itself', () => {
    const card = consentForm(d, { kase, people });

    expect(inputsIn(card).map(({ id }) => id)).toEqual(CONSENT_FIELDS);
    expect(dataOf(card, 'record-consent')).toEqual({ caseId: kase.id, nonce: 'nonce' });
  });

  it('suggests today, and six months', () => {
    const card = consentForm(d, { kase, people });

    expect(inputIn(card, 'when')).toMatchObject({ value: '2026-11-23' });
    expect(inputIn(card, 'until')).toMatchObject({ value: '2027-05-23' });
  });

  it('lets the person leave out any agency at the table but the one that asks', () => {
    expect(inputIn(consentForm(d, { kase, people }), 'left-out')).toMatchObject({
      isMultiSelect: true,
      choices: [
        { title: 'Kronstad DPS', value: 'kronstad-dps' },
        { title: 'Politiets innsatsgruppe', value: 'innsatsgruppen' },
      ],
    });
  });

  it('does not choose for the person', () => {
    const card = consentForm(d, { kase, people });

    expect(inputIn(card, 'preset')).toMatchObject({ value: '', isRequired: true });
    expect(inputIn(card, 'understands')).toMatchObject({ value: '', isRequired: true });
  });

  it('keeps every answer, with what is wrong beside it', () => {
    const values = { preset: 'meeting', 'left-out': 'kronstad-dps', until: '2029-01-01' };

    const card = consentForm(d, {
      kase,
      people,
      values,
      problems: [{ field: 'until', problem: 'too-long' }],
    });

    expect(inputIn(card, 'preset')).toMatchObject({ value: 'meeting' });
    expect(inputIn(card, 'left-out')).toMatchObject({ value: 'kronstad-dps' });
    expect(inputIn(card, 'until')).toMatchObject({ value: '2029-01-01' });
    expect(wordsIn(card)).toContain('Velg en dato innen 12 måneder.');
  });
});
