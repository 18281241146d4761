import { ACTION_FIELDS, actionForm } from '../../src/cards/action-form';
import { EARLY_TITLES } from '../../src/domain/action';
import { ACTION_TITLES } from '../../src/domain/action-brief';
import { caseIn, meetingId, member, owner } from './group-subjects';
import { CANARY, dataOf, faultsIn, inputIn, inputsIn, KEPT, nodesIn, wordsIn } from './rules';
import { aDrawing, coordinator, inEachLanguage } from './subjects';

const d = aDrawing({ reader: coordinator });
const people = [owner, member];
const titlesIn = (card: Parameters<typeof inputIn>[0]) =>
  (JSON.parse(JSON.stringify(inputIn(card, 'title')['choices'])) as { value: string }[]).map(
    ({ value }) => value,
  );

describe('actionForm', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const problems = ACTION_FIELDS.map(field => ({ field, problem: 'unanswered' as const }));

    const cards = [
      actionForm(drawing, { kase: caseIn('mapping'), people }),
      actionForm(drawing, { kase: caseIn('awaiting-consent'), people, meetingId, problems }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('offers four beginnings before consent, and says why', () => {
    const card = actionForm(d, { kase: caseIn('awaiting-consent'), people });

    expect(titlesIn(card)).toEqual(EARLY_TITLES);
    expect(wordsIn(card)).toContain('Før samtykke kan gruppen bare gi disse fire oppgavene.');
  });

  it('offers every neutral title to a participant', () => {
    expect(titlesIn(actionForm(d, { kase: caseIn('mapping'), people }))).toEqual(ACTION_TITLES);
  });

  it('requires nothing in the fold', () => {
    const card = actionForm(d, { kase: caseIn('mapping'), people });

    const required = inputsIn(card).filter(({ isRequired }) => isRequired === true);
    expect(required.map(({ id }) => id)).toEqual(['title', 'owner', 'due']);
  });

  it('remembers the meeting it was asked for in', () => {
    const kase = caseIn('mapping');

    expect(dataOf(actionForm(d, { kase, people, meetingId }), 'create-action')).toEqual({
      caseId: kase.id,
      meetingId,
      nonce: 'nonce',
    });
  });

  it('keeps what was typed, and opens the fold with the mistake', () => {
    const card = actionForm(d, {
      kase: caseIn('mapping'),
      people,
      values: {
        title: 'update-plan',
        owner: owner.id,
        due: '2026-12-04',
        detail: CANARY,
        'detail-group': 'C',
      },
      problems: [{ field: 'detail', problem: 'too-long' }],
    });

    expect(inputIn(card, 'detail')).toMatchObject({ value: KEPT });
    expect(inputIn(card, 'owner')).toMatchObject({ value: owner.id });
    expect(wordsIn(card)).toContain('Teksten er for lang. Høyst 200 tegn.');
    expect(nodesIn(card).find(({ id }) => id === 'more')).toMatchObject({ isVisible: true });
  });
});
