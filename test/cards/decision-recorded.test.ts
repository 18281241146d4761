import { decisionRecorded } from '../../src/cards/decision-recorded';
import { type Decision } from '../../src/domain/decision';
import { aDecision, anItem, caseIn, meetingId, nameOf } from './group-subjects';
import { dataOf, faultsIn, verbsIn, wordsIn } from './rules';
import { aDrawing, coordinator, inEachLanguage } from './subjects';

const d = aDrawing({ reader: coordinator, nameOf });
const itemWith = (outcome: Decision['outcome']) => ({ ...anItem(), decision: aDecision(outcome) });
const SUBJECTS = [
  { kase: caseIn('awaiting-consent', { meetingId }), item: itemWith({ kind: 'taken-in' }) },
  { kase: caseIn('mapping', { meetingId }), item: itemWith({ kind: 'taken-in' }) },
  { kase: caseIn('declined'), item: itemWith({ kind: 'declined', reason: 'capacity' }) },
  { kase: caseIn('deferred'), item: itemWith({ kind: 'deferred', reason: 'time' }) },
] as const;

describe('decisionRecorded', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    expect(SUBJECTS.map(subject => decisionRecorded(drawing, subject)).flatMap(faultsIn)).toEqual([]);
  });

  it('says the outcome, its reason, who was there and what follows', () => {
    const [taken, early, declined, deferred] = SUBJECTS.map(subject => wordsIn(decisionRecorded(d, subject)));

    expect(taken).toContain('Beslutning tirsdag 1.\u00a0desember. Neste: samtykke.');
    expect(taken).toContain('Til stede: 2 av 3 plasser');
    expect(early).toContain('Neste: kartlegging.');
    expect(declined).toContain('Ikke tatt inn');
    expect(declined).toContain('Årsak: Kapasitet');
    expect(deferred).toContain('Årsak: Tid');
  });

  it('leads on to consent and tasks where they may be recorded', () => {
    const [taken, early, declined] = SUBJECTS.map(subject => decisionRecorded(d, subject));

    expect(verbsIn(taken ?? {})).toEqual(['open-consent', 'start-action', 'close-view']);
    expect(dataOf(taken ?? {}, 'start-action')).toMatchObject({ meetingId });
    expect(verbsIn(early ?? {})).toEqual(['open-mapping', 'start-action', 'close-view']);
    expect(verbsIn(declined ?? {})).toEqual(['close-view']);
  });
});
