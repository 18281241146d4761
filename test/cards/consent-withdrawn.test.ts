import { consentWithdrawn, withdrawing } from '../../src/cards/consent-withdrawn';
import { aBrief, actionId, caseIn, member, nameOf } from './group-subjects';
import { dataOf, faultsIn, verbsIn, wordsIn } from './rules';
import { aDrawing, aPerson, at, coordinator, inEachLanguage, personId } from './subjects';

const d = aDrawing({ reader: coordinator, nameOf });
const AFTERNOON = at('2026-11-23T13:05:00Z');
const actions = [
  aBrief({ id: actionId('1'), standIn: personId('stedfortreder') }),
  aBrief({ id: actionId('2'), state: 'cancelled' }),
  aBrief({ id: actionId('3'), owner: personId('ferdig'), state: 'done' }),
];
const withdrawn = caseIn('withdrawn', { since: AFTERNOON, actions });

describe('withdrawing', () => {
  it('tells what follows before it is done, and asks for no reason', () => {
    const button = withdrawing(d, caseIn('active'));

    expect(verbsIn(button)).toEqual(['withdraw-consent']);
    expect(dataOf(button, 'withdraw-consent')).toMatchObject({ caseId: caseIn('active').id });
    expect(wordsIn(button)).toContain('Deling stopper med en gang.');
    expect(JSON.stringify(button)).not.toContain('Input.');
  });
});

describe('consentWithdrawn', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const cards = [withdrawn, caseIn('withdrawn')].flatMap(kase =>
      [coordinator, member].map(reader => consentWithdrawn({ ...drawing, reader }, { kase })),
    );

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it.each([
    ['the coordinator', coordinator],
    ['the author', aPerson()],
  ])('tells %s when it stopped, which tasks stop with it, and how many are told', (_, reader) => {
    const words = wordsIn(consentWithdrawn({ ...d, reader }, { kase: withdrawn }));

    expect(words).toContain('Trukket seg');
    expect(words).toContain('kl.\u00a014.05');
    expect(words).toMatch(/Oppgaver som stopper.*2/);
    expect(words).toContain('2 ansvarlige, uten begrunnelse');
  });

  it('names no tasks where there are none', () => {
    expect(wordsIn(consentWithdrawn(d, { kase: caseIn('withdrawn') }))).not.toContain('Oppgaver som stopper');
  });

  it('tells a member no more than that sharing has stopped', () => {
    const words = wordsIn(consentWithdrawn({ ...d, reader: member }, { kase: withdrawn }));

    expect(words).toContain('Delingen har stoppet');
    expect(words).not.toContain('Trukket seg');
    expect(words).not.toContain('Oppgaver som stopper');
  });
});
