import {
  declarationButton,
  declarationDue,
  declarationForm,
  declarationSigned,
} from '../../src/cards/declaration';
import { member, nameOf } from './group-subjects';
import { faultsIn, inputIn, verbsIn, wordsIn } from './rules';
import { aDrawing, coordinator, day, inEachLanguage } from './subjects';

const d = aDrawing({ reader: member, nameOf });
const signedOn = (declaredOn: string) => ({ ...d, reader: { ...member, declaredOn: day(declaredOn) } });

describe('declarationForm', () => {
  it.each(inEachLanguage({ reader: member }))('keeps the rules of every card, in %s', (_, drawing) => {
    const cards = [declarationForm(drawing), declarationSigned(drawing)];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('is a text and one tick', () => {
    const card = declarationForm(d);

    expect(inputIn(card, 'signed')).toMatchObject({ isRequired: true, value: 'no' });
    expect(verbsIn(card)).toEqual(['sign-declaration', 'close-view']);
    expect(wordsIn(card)).toContain('Jeg har taushetsplikt');
  });
});

describe('declarationSigned', () => {
  it('says until when it holds', () => {
    expect(wordsIn(declarationSigned(signedOn('2026-11-23')))).toContain('23.\u00a0november 2027');
  });
});

describe('declarationDue', () => {
  it('is told a member whose declaration is missing or too old', () => {
    expect(declarationDue(d)).toMatchObject([{ title: 'Du mangler taushetserklæring' }]);
    expect(declarationDue(signedOn('2025-11-23'))).toMatchObject([
      { title: 'Taushetserklæringen din er for gammel' },
    ]);
    expect(declarationButton(d)).toMatchObject([{ verb: 'start-declaration' }]);
  });

  it('is told nobody else', () => {
    const others = [signedOn('2026-01-01'), aDrawing({ reader: coordinator })];

    expect(others.flatMap(declarationDue)).toEqual([]);
    expect(others.flatMap(declarationButton)).toEqual([]);
  });
});
