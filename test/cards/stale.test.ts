import { staleCard } from '../../src/cards/stale';
import { dataOf, faultsIn, verbsIn, wordsIn } from './rules';
import { aDrawing, casesInEachState, coordinator, inEachLanguage } from './subjects';

const AGAIN = { title: 'Registrer beslutning', verb: 'start-decision', caseId: '1', meetingId: '2' };
const [, , ready] = casesInEachState();
if (ready === undefined) throw new Error('There are thirteen states.');

describe('staleCard', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    expect(casesInEachState().flatMap(kase => faultsIn(staleCard(drawing, kase, AGAIN)))).toEqual([]);
  });

  it('T03 says that nothing was saved, and how the case stands now', () => {
    const card = staleCard(aDrawing({ reader: coordinator }), ready, AGAIN);

    expect(wordsIn(card)).toContain('Saken er endret');
    expect(wordsIn(card)).toContain('Ingenting ble lagret nå.');
    expect(wordsIn(card)).toContain('Klar for ressursgruppen');
  });

  it('leads back to what was being done, under a nonce of its own, or to the case', () => {
    const card = staleCard(aDrawing({ reader: coordinator }), ready, AGAIN);

    expect(verbsIn(card)).toEqual(['start-decision', 'open-case']);
    expect(dataOf(card, 'start-decision')).toEqual({ caseId: '1', meetingId: '2', nonce: 'nonce' });
  });
});
