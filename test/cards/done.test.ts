import { type Done, doneCard } from '../../src/cards/done';
import { nb } from '../../src/i18n/nb';
import { dataOf, faultsIn, verbsIn, wordsIn } from './rules';
import {
  aCase,
  aDrawing,
  aPerson,
  casesInEachState,
  coordinator,
  inEachLanguage,
  personId,
} from './subjects';

const DONE = Object.keys(nb.done) as readonly Done[];

describe('doneCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card in every state, in %s', (_, d) => {
    const states = casesInEachState().map(kase => doneCard(d, { kase, what: 'saved' }));
    const deeds = DONE.map(what => doneCard(d, { kase: aCase(), what }));

    expect([...states, ...deeds].flatMap(faultsIn)).toEqual([]);
  });

  it('says what was done, the new state and what is next', () => {
    const card = doneCard(aDrawing(), { kase: aCase(), what: 'information-added' });

    expect(card['speak']).toBe(`Sak ${aCase().code} · Bare du ser dette. Innmeldt`);
    expect(wordsIn(card)).toContain('Neste: Koordinator ser over innmeldingen.');
    expect(wordsIn(card)).toContain('Opplysningene er lagt til.');
  });

  it('says what is next in the words of the case to everybody but its author', () => {
    const [, needsInfo] = casesInEachState();
    const doing = { kase: needsInfo ?? aCase(), what: 'information-requested' } as const;

    expect(wordsIn(doneCard(aDrawing(), doing))).toContain('opplysninger fra deg');
    expect(wordsIn(doneCard(aDrawing({ reader: coordinator }), doing))).toContain(
      'Neste: innmelderen svarer.',
    );
  });

  it('says instead what it is told is next', () => {
    const card = doneCard(aDrawing(), { kase: aCase(), what: 'saved', next: 'Neste: møtet.' });

    expect(wordsIn(card)).toContain('Neste: møtet.');
    expect(wordsIn(card)).not.toContain('Koordinator ser over');
  });

  it('leads the author to their referrals, the coordinator to the inbox, and an outsider nowhere', () => {
    const doing = { kase: aCase(), what: 'saved' } as const;
    const outsider = aPerson({ id: personId('annen') });

    expect(verbsIn(doneCard(aDrawing(), doing))).toEqual(['open-case', 'list-my-referrals']);
    expect(verbsIn(doneCard(aDrawing({ reader: coordinator }), doing))).toEqual(['open-case', 'open-inbox']);
    expect(verbsIn(doneCard(aDrawing({ reader: outsider }), doing))).toEqual([]);
    expect(dataOf(doneCard(aDrawing(), doing), 'open-case')).toEqual({ caseId: aCase().id, nonce: 'nonce' });
  });
});
