import { decisionForm } from '../../src/cards/decision';
import { DECLINE_REASONS, DEFER_REASONS } from '../../src/domain/case';
import { aPlannedMeeting, aRunningMeeting, caseIn, meetingId, nameOf } from './group-subjects';
import { CANARY, dataOf, faultsIn, inputIn, KEPT, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, coordinator, inEachLanguage } from './subjects';

const d = aDrawing({ reader: coordinator, nameOf });
const kase = caseIn('ready-for-review');
const meeting = aRunningMeeting();
const version = 'seen';
const outcomesIn = (card: Parameters<typeof nodesIn>[0]) =>
  nodesIn(card)
    .filter(node => node['verb'] === 'record-decision')
    .map(node => node['data'])
    .map(data => JSON.parse(JSON.stringify(data)) as { outcome: string })
    .map(({ outcome }) => outcome);

describe('decisionForm', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const cards = [
      decisionForm(drawing, { kase, meeting, version, missing: [] }),
      decisionForm(drawing, { kase, meeting, version, missing: ['kommune', 'helse', 'politi'] }),
      decisionForm(drawing, { kase, meeting: aPlannedMeeting(), version, missing: ['politi'] }),
      decisionForm(drawing, { kase, meeting, version, missing: [], rationale: CANARY, problem: 'too-long' }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('offers every outcome when every partner is present', () => {
    const card = decisionForm(d, { kase, meeting, version, missing: [] });

    expect(outcomesIn(card)).toEqual(['taken-in', 'declined', 'deferred']);
    expect(dataOf(card, 'record-decision')).toEqual({
      caseId: kase.id,
      meetingId,
      version,
      nonce: 'nonce',
      outcome: 'taken-in',
    });
  });

  it('binds intake only when a partner is missing, says who, and lets the attendance be corrected', () => {
    const card = decisionForm(d, { kase, meeting, version, missing: ['politi'] });

    expect(outcomesIn(card)).toEqual(['declined', 'deferred']);
    expect(wordsIn(card)).toContain('Ingen fra politiet er til stede.');
    expect(verbsIn(card)).toContain('start-attendance');
    expect(inputIn(card, 'defer-reason')).toMatchObject({ value: 'not-quorate' });
  });

  it('asks for a reason from the list when the answer is no or not yet', () => {
    const card = decisionForm(d, { kase, meeting, version, missing: [] });

    const valuesOf = (id: string) =>
      JSON.parse(JSON.stringify(inputIn(card, id)['choices'])) as { value: string }[];
    expect(valuesOf('decline-reason').map(({ value }) => value)).toEqual(DECLINE_REASONS);
    expect(valuesOf('defer-reason').map(({ value }) => value)).toEqual(DEFER_REASONS);
  });

  it('says that it is no vedtak', () => {
    expect(wordsIn(decisionForm(d, { kase, meeting, version, missing: [] }))).toContain(
      'Beslutningen er ressursgruppens og er ikke et enkeltvedtak. Tjenester søkes hos tjenesten, som fatter vedtak med klagerett der loven gir det.',
    );
  });

  it('keeps what was typed, with what is wrong beside it', () => {
    const card = decisionForm(d, {
      kase,
      meeting,
      version,
      missing: [],
      rationale: CANARY,
      problem: 'holds-number',
    });

    expect(inputIn(card, 'rationale')).toMatchObject({ value: KEPT, isRequired: true, maxLength: 200 });
    expect(wordsIn(card)).toContain('Teksten ser ut til å ha et fødselsnummer.');
  });
});
