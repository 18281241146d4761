import { decisionsButton, decisionsCard } from '../../src/cards/decisions';
import { decisionRecorded } from '../../src/cards/decision-recorded';
import { type Decision } from '../../src/domain/decision';
import { aDecision, anItem, caseIn, member, nameOf, owner } from './group-subjects';
import { CANARY, dataOf, faultsIn, verbsIn, wordsIn } from './rules';
import { aDrawing, aPerson, coordinator, inEachLanguage, seatId } from './subjects';

const d = aDrawing({ reader: coordinator, nameOf });
const kase = caseIn('active');
const recommended: Decision = {
  ...aDecision({ kind: 'recommended' }),
  question: 'other',
  dissent: seatId('dps'),
};
const WORDS = { question: 'Skal det søkes?', rationale: 'Det trengs', dissent: 'Vi mente nei' };
const BOTH = [
  { decision: recommended, words: WORDS },
  { decision: aDecision({ kind: 'deferred', reason: 'time' }), words: { rationale: 'Rakk det ikke' } },
];

describe('decisionsCard', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const long = { question: CANARY, rationale: CANARY, dissent: CANARY };
    const four = Array.from({ length: 4 }, () => ({ decision: recommended, words: long }));
    const cards = [
      decisionsCard(drawing, { kase, decisions: [] }),
      decisionsCard(drawing, { kase, decisions: four, older: 4 }),
      decisionsCard(drawing, { kase, decisions: BOTH }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('stays small with four decisions as long as they can be', () => {
    const longest = '*'.repeat(200);
    const words = { question: longest, rationale: longest, dissent: longest };
    const card = decisionsCard(d, {
      kase,
      decisions: Array.from({ length: 4 }, () => ({ decision: recommended, words })),
    });

    expect(JSON.stringify(card).length).toBeLessThan(20_000);
  });

  it('shows what was asked, what came of it, why, who saw it otherwise, and who was there', () => {
    const words = wordsIn(decisionsCard(d, { kase, decisions: BOTH }));

    for (const part of [
      'Anbefales',
      'Skal det søkes?',
      'Det trengs',
      'Vi mente nei',
      'Dissens fra: Kronstad DPS',
    ])
      expect(words).toContain(part);
    for (const part of [
      'Utsatt',
      'Årsak: Tid',
      'Skal kandidaten tas inn?',
      'Rakk det ikke',
      'Dissens: Ingen',
    ])
      expect(words).toContain(part);
    expect(words).toContain('Til stede: 2 av 3 plasser');
  });

  it('shows the process alone where the words are not for the reader, and says so', () => {
    const words = wordsIn(decisionsCard(d, { kase, decisions: [{ decision: recommended }] }));

    expect(words).toContain('Begrunnelsene er ikke åpne for deg.');
    expect(words).toContain('Anbefales');
    expect(words).not.toContain('Det trengs');
  });

  it('leads on to older ones', () => {
    expect(dataOf(decisionsCard(d, { kase, decisions: BOTH, older: 4 }), 'open-decisions')).toMatchObject({
      from: 4,
    });
    expect(verbsIn(decisionsCard(d, { kase, decisions: BOTH }))).toEqual(['open-case']);
  });

  it('tells a member no more of a withdrawal than that it is over', () => {
    const reader = aDrawing({ reader: member, nameOf });

    const words = wordsIn(decisionsCard(reader, { kase: caseIn('withdrawn'), decisions: BOTH }));

    expect(words).toContain('Ikke lenger tilgjengelig');
    expect(words).not.toContain('Anbefales');
  });
});

describe('decisionsButton', () => {
  it('is for whoever works on a case that has been on an agenda', () => {
    const [author, outside] = [aPerson(), owner].map(reader => aDrawing({ reader }));
    const offered = [d, author, outside].map(
      drawing => decisionsButton(drawing ?? d, { ...kase, author: aPerson().id }).length,
    );

    expect(offered).toEqual([1, 1, 0]);
    expect(decisionsButton(d, { ...kase, presented: false })).toEqual([]);
  });
});

describe('decisionRecorded, of what was put in words', () => {
  it('shows what was just recorded', () => {
    const item = { ...anItem(), decision: recommended };

    const words = wordsIn(decisionRecorded(d, { kase, item, words: WORDS }));

    for (const part of [
      'Anbefales',
      'Skal det søkes?',
      'Det trengs',
      'Vi mente nei',
      'Dissens fra: Kronstad DPS',
    ])
      expect(words).toContain(part);
  });
});
