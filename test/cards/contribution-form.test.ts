import { contributionForm, contributionSent } from '../../src/cards/contribution-form';
import { type AnswerProblem } from '../../src/cards/contribution-fields';
import { type ContributionValues } from '../../src/domain/contribution';
import { type CaseId } from '../../src/domain/ids';
import { aRound, aRoundCase, given, seatOf } from './contribution-subjects';
import { aPlannedMeeting, codeOf, member } from './group-subjects';
import { CANARY, dataOf, faultsIn, inputIn, inputsIn, KEPT, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, coordinator, inEachLanguage } from './subjects';

const d = aDrawing({ reader: member });
const LONG = 'Kan tilby samtale. '.repeat(10).slice(0, 200);
const idOf = (number: number) => aRoundCase(number).item.caseId;
const again = (values: ContributionValues, problem?: AnswerProblem) => ({
  again: {
    typed: new Map<CaseId, ContributionValues>([[idOf(1), values]]),
    problems: new Map<CaseId, AnswerProblem>(problem === undefined ? [] : [[idOf(1), problem]]),
  },
});
const full = aRound({
  seats: [seatOf('dps'), seatOf('politi')],
  items: [1, 2, 3, 4, 5].map(number =>
    aRoundCase(number, { mayHaveLooked: true, current: given({ group: 'D' }), text: LONG }),
  ),
});
const isFolded = (card: ReturnType<typeof contributionForm>, id: string): boolean =>
  nodesIn(card).some(node => node['id'] === id && node['isVisible'] === false);

describe('contributionForm', () => {
  it.each(inEachLanguage({ reader: member }))('keeps the rules of every card, in %s', (_, drawing) => {
    const cards = [
      contributionForm(drawing, aRound()),
      contributionForm(drawing, full),
      contributionForm(drawing, { ...full, page: 2 }),
      contributionForm(drawing, full, again({ answer: 'can', text: LONG }, 'group-missing')),
      contributionForm(drawing, full, again({}, 'not-available')),
      contributionForm(drawing, aRound(), { isEmpty: true }),
      contributionForm(drawing, aRound({ items: [] })),
      contributionSent(drawing, aRound()),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('asks one choice a case, by code, kind and how long it has waited', () => {
    const card = contributionForm(d, aRound());

    expect(wordsIn(card)).toContain(`${codeOf(1)} · ny kandidat · 11 dager`);
    expect(inputsIn(card).filter(({ id }) => String(id).startsWith('answer-'))).toHaveLength(5);
    expect(dataOf(card, 'contribute')).toMatchObject({ seat: 'dps', page: 1, then: 2 });
  });

  it('offers "ikke kjent hos oss" only of who they have been told of', () => {
    const card = contributionForm(
      d,
      aRound({ items: [aRoundCase(1), aRoundCase(2, { mayHaveLooked: true })] }),
    );

    const choices = [1, 2].map(number => JSON.stringify(inputIn(card, `answer-${idOf(number)}`)['choices']));
    expect(choices.map(one => one.includes('unknown-here'))).toEqual([false, true]);
  });

  it('fills in what was answered, and unfolds where there are words', () => {
    const answered = aRoundCase(1, { current: given({ group: 'D' }), text: CANARY });
    const card = contributionForm(d, aRound({ items: [answered, aRoundCase(2)] }));

    expect(inputIn(card, `answer-${idOf(1)}`)['value']).toBe('can');
    expect(inputIn(card, `text-${idOf(1)}`)['value']).toBe(KEPT);
    expect(inputIn(card, `group-${idOf(1)}`)['value']).toBe('D');
    expect([1, 2].map(number => isFolded(card, `more-${idOf(number)}`))).toEqual([false, true]);
  });

  it.each<[AnswerProblem, string, boolean]>([
    ['group-missing', 'Velg hva teksten gjelder.', false],
    ['too-long', 'Teksten er for lang. Høyst 200 tegn.', false],
    ['not-covered', 'Dette svaret krever et samtykke som dekker navnet.', true],
    ['not-saved', 'Svaret ble ikke lagret. Prøv igjen.', true],
  ])('gives back what was typed with %s by the field, and names the case', (problem, words, folded) => {
    const values = folded ? { answer: 'cannot' } : { answer: 'cannot', text: CANARY };
    const card = contributionForm(d, aRound(), again(values, problem));

    expect(wordsIn(card)).toContain(words);
    expect(wordsIn(card)).toContain(`Det gjelder ${codeOf(1)}. De andre svarene er lagret.`);
    expect(inputIn(card, `answer-${idOf(1)}`)['value']).toBe('cannot');
    expect(isFolded(card, `more-${idOf(1)}`)).toBe(folded);
  });

  it('names no case that the reader may not answer', () => {
    const card = contributionForm(d, aRound({ items: [aRoundCase(2)] }), again({}, 'not-available'));

    expect(wordsIn(card)).toContain('Det gjelder en sak du ikke kan svare på nå.');
    expect(wordsIn(card)).not.toContain(codeOf(1));
  });

  it('saves the page before it goes to another', () => {
    const last = contributionForm(d, aRound({ page: 2, items: [aRoundCase(6)] }));

    expect(wordsIn(contributionForm(d, aRound()))).toContain('Lagre og neste side');
    expect(wordsIn(last)).toMatch(/Send innspill[^]*Lagre og forrige side/);
    expect(verbsIn(last)).toEqual(['contribute', 'contribute', 'close-view']);
  });

  it('tells a registrar for whom they answer, and that they cannot read it back', () => {
    const subject = aRound({
      ...{ seats: [seatOf('politi'), seatOf('sosial')], seat: seatOf('politi') },
      items: [aRoundCase(1, { hasHiddenText: true })],
    });
    const card = contributionForm(aDrawing({ reader: coordinator }), subject);

    expect(wordsIn(card)).toContain('Du svarer for: Politiets innsatsgruppe, på vegne av');
    expect(wordsIn(card)).toContain('Du kan ikke lese den igjen.');
    expect(wordsIn(card)).toContain('Lar du feltet stå tomt, blir den stående.');
    expect(JSON.stringify(inputIn(card, 'for-seat')['choices'])).toContain('sosial');
    expect(JSON.stringify(inputIn(card, 'for-seat')['choices'])).not.toContain('politi');
  });

  it('says no more than that the seat has answered where what it said is not for the reader', () => {
    const card = contributionForm(
      d,
      aRound({ items: [aRoundCase(1, { hasHiddenAnswer: true }), aRoundCase(2)] }),
    );

    const labels = [1, 2].map(number => String(inputIn(card, `answer-${idOf(number)}`)['label']));
    expect(labels.map(label => label.endsWith(' · Har svart'))).toEqual([true, false]);
    expect(inputIn(card, `answer-${idOf(1)}`)['value'] ?? '').toBe('');
  });

  it.each([
    [{ items: [] }, 'Plassen har ingen saker å svare på nå.'],
    [{ items: [], meeting: aPlannedMeeting() }, 'Sakslisten er ikke publisert.'],
  ])('says why there is nothing to answer', (more, words) => {
    expect(wordsIn(contributionForm(d, aRound(more)))).toContain(words);
  });

  it('says that somebody answers for no seat', () => {
    const { seat: _, ...none } = aRound({ seats: [], items: [] });

    expect(wordsIn(contributionForm(d, none))).toContain('Du svarer ikke for noen plass');
  });
});

describe('contributionSent', () => {
  it('says how much is answered, what comes next, and that it can be changed', () => {
    const card = contributionSent(d, aRound({ answered: 3, of: 3 }));

    expect(wordsIn(card)).toContain('Besvart: 3 av 3 saker');
    expect(wordsIn(card)).toContain('Du kan endre svaret til møtet er slutt.');
    expect(verbsIn(card)).toEqual(['open-contributions', 'close-view']);
  });
});
