import { decisionForm } from '../../src/cards/decision';
import { DECLINE_REASONS, DEFER_REASONS } from '../../src/domain/reasons';
import { aPlannedMeeting, aRunningMeeting, caseIn, meetingId, member, nameOf } from './group-subjects';
import { CANARY, dataOf, faultsIn, inputIn, inputsIn, KEPT, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, coordinator, inEachLanguage, seatId } from './subjects';

const d = aDrawing({ reader: coordinator, nameOf });
const kase = caseIn('ready-for-review');
const meeting = aRunningMeeting();
const version = 'seen';
const intake = { kase, meeting, version, item: { answered: [] }, question: 'intake' } as const;
const active = { ...intake, kase: caseIn('active'), question: 'other', missing: [] } as const;
const EVERYTHING = {
  question: CANARY,
  outcome: 'deferred',
  'defer-reason': 'time',
  rationale: CANARY,
  'dissent-seat': 'dps',
  dissent: CANARY,
};
const TOO_LONG = { field: 'rationale', problem: 'too-long' } as const;
const outcomesIn = (card: Parameters<typeof nodesIn>[0]) =>
  nodesIn(card)
    .filter(node => node['verb'] === 'record-decision')
    .map(node => node['data'])
    .map(data => JSON.parse(JSON.stringify(data)) as { outcome: string })
    .map(({ outcome }) => outcome);

describe('decisionForm', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const cards = [
      decisionForm(drawing, { ...intake, missing: [] }),
      decisionForm(drawing, { ...intake, missing: ['kommune', 'helse', 'politi'] }),
      decisionForm(drawing, { ...intake, meeting: aPlannedMeeting(), missing: ['politi'] }),
      decisionForm(drawing, { ...intake, missing: [], values: EVERYTHING, problems: [TOO_LONG] }),
      decisionForm(drawing, { ...intake, missing: ['politi'], values: EVERYTHING, isStale: true }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('offers every outcome when every partner is present', () => {
    const card = decisionForm(d, { ...intake, missing: [] });

    expect(outcomesIn(card)).toEqual(['taken-in', 'declined', 'deferred']);
    expect(dataOf(card, 'record-decision')).toEqual({
      caseId: kase.id,
      meetingId,
      version,
      nonce: 'nonce',
      about: 'intake',
      outcome: 'taken-in',
    });
  });

  it('binds intake only when a partner is missing, says who, and lets the attendance be corrected', () => {
    const card = decisionForm(d, { ...intake, missing: ['politi'] });

    expect(outcomesIn(card)).toEqual(['declined', 'deferred']);
    expect(wordsIn(card)).toContain('Ingen fra politiet er til stede eller har gitt skriftlig innspill.');
    expect(verbsIn(card)).toContain('start-attendance');
    expect(inputIn(card, 'defer-reason')).toMatchObject({ value: 'not-quorate' });
  });

  it('asks for a reason from the list when the answer is no or not yet', () => {
    const card = decisionForm(d, { ...intake, missing: [] });

    const valuesOf = (id: string) =>
      JSON.parse(JSON.stringify(inputIn(card, id)['choices'])) as { value: string }[];
    expect(valuesOf('decline-reason').map(({ value }) => value)).toEqual(DECLINE_REASONS);
    expect(valuesOf('defer-reason').map(({ value }) => value)).toEqual(DEFER_REASONS);
  });

  it('says that it is no vedtak', () => {
    expect(wordsIn(decisionForm(d, { ...intake, missing: [] }))).toContain(
      'Beslutningen er ressursgruppens og er ikke et enkeltvedtak. Tjenester søkes hos tjenesten, som fatter vedtak med klagerett der loven gir det.',
    );
  });

  it('keeps what was typed, with what is wrong beside it', () => {
    const card = decisionForm(d, {
      ...intake,
      missing: [],
      values: { rationale: CANARY },
      problems: [{ field: 'rationale', problem: 'holds-number' }],
    });

    expect(inputIn(card, 'rationale')).toMatchObject({ value: KEPT, isRequired: true, maxLength: 200 });
    expect(wordsIn(card)).toContain('Teksten ser ut til å ha et fødselsnummer.');
  });

  it('says when somebody was first, and keeps the reason that was chosen', () => {
    const values = { 'decline-reason': 'capacity', 'defer-reason': 'time', rationale: CANARY };
    const card = decisionForm(d, { ...intake, missing: ['politi'], values, isStale: true });

    expect(wordsIn(card)).toContain('Noen var før deg. Det du skrev, ligger i skjemaet.');
    expect(inputIn(card, 'rationale')).toMatchObject({ value: KEPT });
    expect(inputIn(card, 'decline-reason')).toMatchObject({ value: 'capacity' });
    expect(inputIn(card, 'defer-reason')).toMatchObject({ value: 'time' });
  });

  it('tells who answered in writing instead of being there, and who takes no part', () => {
    const disqualified = [{ person: member.id, by: member.id, at: meeting.startedAt }];
    const card = decisionForm(d, {
      ...intake,
      kase: caseIn('ready-for-review', { disqualified }),
      item: { answered: [seatId('dps'), seatId('politi')] },
      missing: [],
    });

    expect(wordsIn(card)).toContain('Skriftlig innspill: Politiets innsatsgruppe');
    expect(wordsIn(card)).toContain('Inhabil: Medlem, Kronstad DPS');
  });

  it('lets those dissent who were there or had answered, and nobody else', () => {
    const card = decisionForm(d, { ...intake, item: { answered: [seatId('politi')] }, missing: [] });
    const none = decisionForm(d, { ...intake, missing: [] });

    const seatsIn = (one: typeof card) =>
      (JSON.parse(JSON.stringify(inputIn(one, 'dissent-seat')['choices'])) as { value: string }[]).map(
        ({ value }) => value,
      );
    expect(seatsIn(card)).toEqual(['sosial', 'dps', 'politi']);
    expect(seatsIn(none)).toEqual(['sosial', 'dps']);
  });
});

describe('decisionForm, of what is put in words', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const cards = [
      decisionForm(drawing, active),
      decisionForm(drawing, {
        ...active,
        values: EVERYTHING,
        problems: [{ field: 'question', problem: 'missing' }],
      }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('asks for the question, the outcome and the reason, whoever is there', () => {
    const card = decisionForm(d, { ...active, missing: ['politi'] });

    expect(inputsIn(card).map(({ id }) => id)).toEqual([
      'question',
      'outcome',
      'defer-reason',
      'rationale',
      'dissent-seat',
      'dissent',
    ]);
    expect(dataOf(card, 'record-decision')).toEqual({
      caseId: active.kase.id,
      meetingId,
      version,
      nonce: 'nonce',
      about: 'other',
    });
    expect(verbsIn(card)).toEqual(['record-decision', 'close-view']);
  });

  it('keeps everything that was typed, with the dissent unfolded', () => {
    const card = decisionForm(d, {
      ...active,
      values: EVERYTHING,
      problems: [{ field: 'defer-reason', problem: 'missing' }],
    });

    const values = inputsIn(card).map(({ id, value }) => [id, value]);
    expect(values).toEqual(
      Object.entries(EVERYTHING).map(([id, value]) => [id, value === CANARY ? KEPT : value]),
    );
    expect(wordsIn(card)).toContain('Velg årsak.');
    expect(nodesIn(card).find(({ id }) => id === 'otherwise')).toMatchObject({ isVisible: true });
  });
});
