import {
  declaredCard,
  declaring,
  disqualificationForm,
  disqualifiedOtherCard,
  disqualifying,
} from '../../src/cards/disqualification';
import { meetingId } from '../builders/ids';
import { dataOf, faultsIn, verbsIn, wordsIn } from './rules';
import { aCase, aDrawing, aPerson, inEachLanguage, personId } from './subjects';

const kase = aCase();
const choosing = { kase, meetingId: meetingId(), people: [aPerson({ id: personId('medlem') })] };

describe('the cards of disqualification', () => {
  it.each(inEachLanguage())('keep the rules of every card, in %s', (_, d) => {
    const cards = [
      disqualificationForm(d, choosing),
      declaredCard(d, { kase }),
      disqualifiedOtherCard(d, { kase, person: personId('medlem') }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('tells the consequence before anybody declares themselves, and asks for no reason', () => {
    const action = declaring(aDrawing(), { kase });

    expect(JSON.stringify(action)).toContain('kan ikke angres');
    expect(JSON.stringify(action)).not.toContain('Input.');
    expect(dataOf({ actions: [action] }, 'declare-disqualified')).toMatchObject({ caseId: kase.id });
  });

  it('says nothing of the case to the one who is out of it', () => {
    const card = declaredCard(aDrawing(), { kase });

    expect(verbsIn(card)).toEqual(['close-view']);
    expect(wordsIn(card)).not.toContain('Innmeldt');
  });

  it('leads the chair to the form of their own meeting', () => {
    expect(JSON.stringify(disqualifying(aDrawing(), { kase }))).not.toContain('meetingId');
    expect(dataOf(disqualificationForm(aDrawing(), choosing), 'disqualify-other')).toMatchObject({
      caseId: kase.id,
      meetingId: meetingId(),
    });
  });
});
