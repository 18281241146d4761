import { ACTION_FIELDS, actionForm } from '../../src/cards/action-form';
import { EARLY_TITLES } from '../../src/domain/action';
import { ACTION_TITLES } from '../../src/domain/action-brief';
import { aDecision, caseIn, meetingId, member, owner } from './group-subjects';
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

  it('offers every neutral title to a participant but the one that comes with an incident', () => {
    expect(titlesIn(actionForm(d, { kase: caseIn('mapping'), people }))).toEqual(
      ACTION_TITLES.filter(title => title !== 'follow-up-incident'),
    );
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

  describe('for a participant', () => {
    const kase = caseIn('active');
    const recommended = [aDecision({ kind: 'recommended' })];
    const form = { kase, people, recommended };

    it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
      const values = { kind: 'new-measure' };
      const problems = [{ field: 'decision', problem: 'not-recommended' }] as const;

      expect(faultsIn(actionForm(drawing, form))).toEqual([]);
      expect(faultsIn(actionForm(drawing, { ...form, values, problems }))).toEqual([]);
    });

    it('strengthens an existing service unless it is said to be new', () => {
      expect(inputIn(actionForm(d, form), 'kind')).toMatchObject({ value: 'existing-service' });
    });

    it('offers the decisions that recommend a new measure, folded until it is one', () => {
      const folded = (card: Parameters<typeof nodesIn>[0]) =>
        nodesIn(card).find(({ id }) => id === 'new')?.['isVisible'];

      expect(inputIn(actionForm(d, form), 'decision')['choices']).toHaveLength(1);
      expect(folded(actionForm(d, form))).toBe(false);
      expect(folded(actionForm(d, { ...form, values: { kind: 'new-measure' } }))).toBe(true);
    });

    it('says that nothing is recommended yet', () => {
      const card = actionForm(d, { kase, people });

      expect(wordsIn(card)).toContain('Ingen beslutning anbefaler et nytt tiltak ennå.');
      expect(inputIn(card, 'decision')).toEqual({});
    });

    it('has no measures before somebody takes part', () => {
      const ids = inputsIn(actionForm(d, { ...form, kase: caseIn('awaiting-consent') })).map(({ id }) => id);

      expect(ids).not.toContain('kind');
      expect(ids).not.toContain('tried');
    });
  });
});
