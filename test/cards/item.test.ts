import { itemCard } from '../../src/cards/item';
import { type Case, CASE_STATES } from '../../src/domain/case';
import {
  aBrief,
  aDecision,
  anEndedMeeting,
  anItem,
  aPlannedMeeting,
  aRunningMeeting,
  caseIn,
  meetingId,
  shared,
  sharedInEachLanguage,
} from './group-subjects';
import { dataOf, faultsIn, verbsIn, wordsIn } from './rules';
import { seatId } from './subjects';

const planned = aPlannedMeeting();
const ready = caseIn('ready-for-review');

describe('itemCard', () => {
  it.each(sharedInEachLanguage)('keeps the rules of every card in all its lives, in %s', (_, d) => {
    const items = [
      anItem(),
      anItem({ kind: 'urgent', answered: [seatId('dps')] }),
      anItem({ kind: 'awaiting-consent' }),
      anItem({ kind: 'review' }),
      anItem({ decision: aDecision({ kind: 'taken-in' }) }),
      anItem({ decision: aDecision({ kind: 'deferred', reason: 'time' }) }),
      anItem({ closed: true }),
    ];

    const cards = items.flatMap(item =>
      CASE_STATES.flatMap(state =>
        [planned, aRunningMeeting(), anEndedMeeting].map(meeting =>
          itemCard(d, { item, kase: caseIn(state), meeting }),
        ),
      ),
    );

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('says its kind, how long it has waited, who has answered and how many tasks are open', () => {
    const kase = caseIn('ready-for-review', { actions: [aBrief(), aBrief({ state: 'done' })] });

    const words = wordsIn(
      itemCard(shared(), { item: anItem({ answered: [seatId('dps')] }), kase, meeting: planned }),
    );

    expect(words).toContain('Ny kandidat');
    expect(words).toContain('11 dager');
    expect(words).toContain('1 av 3 plasser');
    expect(words).toContain('Kronstad DPS');
    expect(words).toContain('Åpne oppgaver: 1');
  });

  it('T09 never says who referred it', () => {
    const card = itemCard(shared(), { item: anItem(), kase: ready, meeting: planned });

    expect(JSON.stringify(card)).not.toMatch(/innmelder|MO-senter|sosiale/i);
  });

  it.each([
    [
      'declined',
      anItem({ decision: aDecision({ kind: 'declined', reason: 'covered' }) }),
      caseIn('declined'),
    ],
    [
      'declined a moment ago',
      anItem({ decision: aDecision({ kind: 'declined', reason: 'covered' }) }),
      ready,
    ],
    ['refused', anItem({ decision: aDecision({ kind: 'taken-in' }) }), caseIn('consent-refused')],
    ['withdrawn by its referrer', anItem(), caseIn('referral-withdrawn')],
    ['closed', anItem({ closed: true }), ready],
  ])('names no end: a case that was %s is no longer available', (_, item, kase) => {
    const card = itemCard(shared(), { item, kase, meeting: aRunningMeeting() });

    expect(wordsIn(card)).toBe(`Sak 3 · ${item.code}\nIkke lenger tilgjengelig`);
    expect(verbsIn(card)).toEqual([]);
  });

  it('says what follows a decision', () => {
    const words = [
      { item: anItem({ decision: aDecision({ kind: 'taken-in' }) }), kase: caseIn('awaiting-consent') },
      { item: anItem({ decision: aDecision({ kind: 'taken-in' }) }), kase: caseIn('mapping') },
      {
        item: anItem({ decision: aDecision({ kind: 'deferred', reason: 'time' }) }),
        kase: caseIn('deferred'),
      },
    ].map(subject => wordsIn(itemCard(shared(), { ...subject, meeting: aRunningMeeting() })));

    expect(words[0]).toContain('Tatt inn. Neste: koordinator følger opp.');
    expect(words[2]).toContain('Utsatt. Neste:');
  });

  it.each(['mapping', 'active', 'consent-expired'] as const)(
    'tells the channel of no consent: it is the same when the case that was taken in is %s',
    state => {
      const item = anItem({ decision: aDecision({ kind: 'taken-in' }) });
      const cardIn = (kase: Case) => itemCard(shared(), { item, kase, meeting: anEndedMeeting });

      const before = cardIn(caseIn('awaiting-consent'));

      expect(cardIn(caseIn(state))).toEqual(before);
    },
  );

  it('asks for a decision while the meeting runs, on a candidate as on a participant', () => {
    const running = aRunningMeeting();

    const candidate = itemCard(shared(), { item: anItem(), kase: ready, meeting: running });
    const review = itemCard(shared(), {
      item: anItem({ kind: 'review' }),
      kase: caseIn('active'),
      meeting: running,
    });
    const before = itemCard(shared(), { item: anItem(), kase: ready, meeting: planned });

    const whileItRuns = ['start-decision', 'open-item', 'take-up-item', 'open-contributions', 'start-action'];
    expect([candidate, review].map(verbsIn)).toEqual([whileItRuns, whileItRuns]);
    expect(verbsIn(before)).toEqual(['open-contributions', 'open-item', 'start-action']);
    expect(dataOf(candidate, 'start-decision')).toEqual({ caseId: ready.id, meetingId, nonce: shared().id });
  });

  it('tells of the limit for those who wait for consent', () => {
    const item = anItem({ kind: 'awaiting-consent' });

    expect(
      wordsIn(itemCard(shared(), { item, kase: caseIn('awaiting-consent'), meeting: planned })),
    ).toContain('11 dager, grensen er 28');
  });

  it('says that a meeting ended without a decision', () => {
    expect(wordsIn(itemCard(shared(), { item: anItem(), kase: ready, meeting: anEndedMeeting }))).toContain(
      'Det er ikke registrert noen beslutning.',
    );
  });
});
