import { myReferralCard } from '../../src/cards/my-referral';
import { type Case, CASE_STATES, type CaseState } from '../../src/domain/case';
import { CANARY, dataOf, faultsIn, HARMLESS, nodesIn, verbsIn, wordsIn } from './rules';
import {
  aCase,
  aDrawing,
  aPerson,
  aReferral,
  casesInEachState,
  day,
  inEachLanguage,
  personId,
} from './subjects';

const nextMeeting = day('2026-12-01');
const referral = aReferral({ words: CANARY, contactRole: CANARY });
const cardOf = (kase: Case, d = aDrawing()) => myReferralCard(d, { kase, referral, nextMeeting });
const inState = (state: CaseState, facts = {}): Case =>
  casesInEachState(facts).find(kase => kase.state === state) ?? aCase();
const primaryIn = (card: Parameters<typeof nodesIn>[0]): readonly unknown[] =>
  nodesIn(card)
    .filter(node => node['style'] === 'positive' && node['verb'] !== 'mark-urgent')
    .map(node => node['verb']);

describe('myReferralCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card in every state, in %s', (_, d) => {
    const cards = casesInEachState().flatMap(kase => [
      myReferralCard(d, { kase, referral, nextMeeting }),
      myReferralCard(d, { kase, referral: {}, nextMeeting }),
    ]);

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('says what happens next, and when', () => {
    expect(wordsIn(cardOf(inState('ready-for-review')))).toContain(
      'Neste: Ressursgruppen tar stilling tirsdag 1.\u00a0desember.',
    );
    expect(wordsIn(cardOf(aCase({ recognisable: true })))).toContain(
      'Neste: Koordinator ser over innmeldingen. Samtykke må på plass før gruppen drøfter saken.',
    );
  });

  it('has nothing next after an end', () => {
    const words = wordsIn(cardOf(inState('consent-refused')));

    expect(words).toContain('Takket nei');
    expect(words).not.toContain('Neste:');
  });

  it('shows what was sent, whatever was typed, as text only', () => {
    const words = wordsIn(cardOf(aCase()));

    expect(words).toContain(HARMLESS);
    expect(words).not.toContain('<at>');
  });

  it('says what the coordinator asks for', () => {
    expect(wordsIn(cardOf(inState('needs-info')))).toContain(
      'Koordinator trenger svar på\nEr personen informert?',
    );
  });

  it.each<[CaseState, readonly string[]]>([
    [
      'submitted',
      [
        'start-informed',
        'start-information',
        'open-consent',
        'list-my-referrals',
        'start-case-identity',
        'mark-urgent',
        'withdraw-referral',
      ],
    ],
    [
      'awaiting-consent',
      [
        'start-informed',
        'start-information',
        'open-consent',
        'list-my-referrals',
        'start-case-identity',
        'withdraw-referral',
      ],
    ],
    ['active', ['open-consent', 'list-my-referrals', 'start-case-identity']],
    ['consent-expired', ['open-consent', 'list-my-referrals', 'start-case-identity']],
    ['referral-withdrawn', ['list-my-referrals']],
  ])('offers in %s what may be done then', (state, verbs) => {
    expect(verbsIn(cardOf(inState(state)))).toEqual(verbs);
  });

  it('offers a stranger the way out and nothing else, in any state', () => {
    const stranger = aDrawing({ reader: aPerson({ id: personId('annen') }) });
    const verbs = CASE_STATES.flatMap(state => verbsIn(cardOf(inState(state), stranger)));

    expect(new Set(verbs)).toEqual(new Set(['list-my-referrals']));
  });

  it('offers no name where there is one, nor urgency twice', () => {
    const verbs = verbsIn(cardOf(aCase({ named: true, urgent: true })));

    expect(verbs).not.toContain('start-case-identity');
    expect(verbs).not.toContain('mark-urgent');
  });

  it.each<[string, Case, string]>([
    ['the answer the case waits for', inState('needs-info'), 'start-informed'],
    ['whether the person knows', aCase(), 'start-informed'],
    ['the consent when the person knows', aCase({ informed: 'today' }), 'open-consent'],
  ])('puts first %s', (_, kase, verb) => {
    const card = cardOf(kase);

    expect(primaryIn(card)).toEqual([verb]);
    expect(verbsIn(card)[0]).toBe(verb);
  });

  it('puts first what the coordinator lacks', () => {
    const kase: Case = {
      ...inState('needs-info'),
      state: 'needs-info',
      missing: 'criteria',
      answerBy: nextMeeting,
    };

    expect(primaryIn(cardOf(kase))).toEqual(['start-information']);
  });

  it('asks again before it withdraws', () => {
    const card = cardOf(aCase());
    const words = wordsIn(card);

    expect(words).toContain('Det kan ikke angres, men du kan melde inn på nytt.');
    expect(words).toContain('Ja, trekk innmeldingen');
    expect(dataOf(card, 'withdraw-referral')).toEqual({ caseId: aCase().id, nonce: 'nonce' });
  });
});
