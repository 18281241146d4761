import { addendumForm } from '../../src/cards/addendum-form';
import { approvedMeeting } from './minutes-subjects';
import { dataOf, faultsIn, inputIn, verbsIn, wordsIn } from './rules';
import { aDrawing, coordinator, inEachLanguage } from './subjects';

const d = aDrawing({ reader: coordinator });

describe('addendumForm', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const cards = [
      addendumForm(drawing, { meeting: approvedMeeting }),
      addendumForm(drawing, { meeting: approvedMeeting, text: 'x'.repeat(300), problem: 'too-long' }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('asks for at most two hundred signs, and leads back to the minutes', () => {
    const card = addendumForm(d, { meeting: approvedMeeting });

    expect(inputIn(card, 'text')).toMatchObject({ maxLength: 200, isRequired: true, value: '' });
    expect(verbsIn(card)).toEqual(['add-addendum', 'open-minutes']);
    expect(dataOf(card, 'add-addendum')).toEqual({ meetingId: approvedMeeting.id, nonce: 'nonce' });
  });

  it('keeps what was typed, with what is wrong with it', () => {
    const card = addendumForm(d, { meeting: approvedMeeting, text: '01019012345', problem: 'holds-number' });

    expect(inputIn(card, 'text')).toMatchObject({ value: '01019012345' });
    expect(wordsIn(card)).toContain('Teksten ser ut til å ha et fødselsnummer.');
  });
});
