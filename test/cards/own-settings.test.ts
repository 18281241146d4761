import { type AbsenceProblem } from '../../src/domain/absence';
import { type TimeOfDay } from '../../src/domain/time';
import { absenceEnded, absenceForm, absenceSaved } from '../../src/cards/absence';
import { hoursChosen, hoursForm, ownSettings } from '../../src/cards/own-settings';
import { owner } from './group-subjects';
import { faultsIn, inputIn, verbsIn, wordsIn } from './rules';
import { aDrawing, aPerson, coordinator, day, inEachLanguage, personId } from './subjects';

const colleague = aPerson({ id: personId('kollega'), name: 'Kollega, MO-senter' });
const absence = { from: day('2026-11-23'), to: day('2026-12-04'), standIn: colleague.id };
const away = { ...owner, absence };
const d = aDrawing({ reader: owner });
const wrong: readonly AbsenceProblem[] = [
  { field: 'stand-in', problem: 'not-a-choice' },
  { field: 'to', problem: 'ends-first' },
];

describe('the cards of what people say of themselves', () => {
  it.each(inEachLanguage({ reader: away }))('keep the rules of every card, in %s', (_, drawing) => {
    const cards = [
      hoursForm(drawing),
      hoursChosen(drawing),
      absenceForm(drawing, { people: [colleague] }),
      absenceForm(drawing, { people: [colleague], problems: wrong }),
      absenceSaved(drawing, absence),
      absenceSaved(drawing, { from: day('2026-12-01'), to: day('2026-12-04') }),
      absenceEnded(drawing),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });
});

describe('hoursForm', () => {
  it('stands at half past eight, or at the hour chosen before', () => {
    const chosen = { ...owner, digestAt: '10:00' as TimeOfDay };

    expect(inputIn(hoursForm(d), 'hour')).toMatchObject({ value: '08:30', isRequired: true });
    expect(inputIn(hoursForm({ ...d, reader: chosen }), 'hour')).toMatchObject({ value: '10:00' });
    expect(wordsIn(hoursChosen({ ...d, reader: chosen }))).toContain('kl.\u00a010.00');
  });
});

describe('absenceForm', () => {
  it('is empty for who is not away, and has no way back', () => {
    const card = absenceForm(d, { people: [colleague] });

    expect(inputIn(card, 'from')).toMatchObject({ value: '' });
    expect(verbsIn(card)).toEqual(['set-absence', 'list-my-actions']);
  });

  it('holds the absence as it is, and the way back', () => {
    const card = absenceForm({ ...d, reader: away }, { people: [colleague] });

    expect(['from', 'to', 'stand-in'].map(id => inputIn(card, id))).toMatchObject([
      { value: '2026-11-23' },
      { value: '2026-12-04' },
      { value: 'kollega' },
    ]);
    expect(verbsIn(card)).toEqual(['set-absence', 'end-absence', 'list-my-actions']);
    expect(wordsIn(card)).toContain('Jeg er tilbake');
  });

  it('forgets an absence that is over', () => {
    const over = { ...owner, absence: { from: day('2026-11-16'), to: day('2026-11-22') } };

    expect(verbsIn(absenceForm({ ...d, reader: over }, { people: [] }))).not.toContain('end-absence');
  });

  it('keeps what was typed, and says what is wrong by its field', () => {
    const values = { from: '2026-12-04', to: '2026-12-01', 'stand-in': 'kollega' };
    const card = absenceForm({ ...d, reader: away }, { people: [colleague], values, problems: wrong });

    expect(inputIn(card, 'to')).toMatchObject({ value: '2026-12-01' });
    expect(wordsIn(card)).toContain('Siste dag kan ikke være før første dag.');
    expect(wordsIn(card)).toContain('Rett 2 feil');
  });
});

describe('absenceSaved', () => {
  it('says that the coordinator is told where nobody stands in', () => {
    const alone = { from: day('2026-11-23'), to: day('2026-12-04') };

    expect(wordsIn(absenceSaved(d, alone))).toContain('Påminnelsene går til koordinator.');
    expect(wordsIn(absenceSaved(d, absence))).toContain('stedfortrederen, ellers til koordinator');
  });
});

describe('ownSettings', () => {
  it('are everybody’s', () => {
    const verbs = [owner, coordinator].map(reader =>
      ownSettings({ ...d, reader }, { crowded: false }).map(({ verb }) => verb),
    );

    expect(verbs).toEqual([
      ['start-hours', 'start-absence'],
      ['start-hours', 'start-absence'],
    ]);
  });
});
