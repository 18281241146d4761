import { isClosed } from '../../src/domain/closed-item';
import { aCase, aDecision, anItem } from '../builders/cases';
import { decisionId, meetingId } from '../builders/ids';

const onAgenda = { presented: true, meetingId: meetingId() };

describe('isClosed', () => {
  const decision = aDecision();

  it('is open while the case stands on the agenda', () => {
    expect(isClosed(anItem(), aCase({ state: 'ready-for-review', ...onAgenda }))).toBe(false);
  });

  it.each([
    ['taken off', anItem({ closed: true }), aCase({ state: 'ready-for-review', ...onAgenda })],
    ['left the agenda undecided', anItem(), aCase({ state: 'needs-info', presented: true })],
    ['withdrawn before a decision', anItem(), aCase({ state: 'referral-withdrawn' })],
    ['refused after the decision', anItem({ decision }), aCase({ state: 'consent-refused' })],
    ['concluded after the decision', anItem({ decision }), aCase({ state: 'concluded' })],
    [
      'declined by a later one',
      anItem({ decision }),
      aCase({ state: 'declined', decision: decisionId('later') }),
    ],
    [
      'withdrawn after it was taken in here',
      anItem({ decision }),
      aCase({ state: 'withdrawn', decision: decision.id }),
    ],
    ['no longer there', anItem(), undefined],
  ])('is closed when the case was %s', (_, item, kase) => {
    expect(isClosed(item, kase)).toBe(true);
  });

  it.each(['deferred', 'awaiting-consent', 'mapping', 'consent-expired'] as const)(
    'is open with the decision made here: %s',
    state => {
      expect(isClosed(anItem({ decision }), aCase({ state, decision: decision.id }))).toBe(false);
    },
  );

  it('is open where it was declined: there the group discussed it to its end', () => {
    const declined = aDecision({ outcome: { kind: 'declined', reason: 'outside' } });

    expect(
      isClosed(anItem({ decision: declined }), aCase({ state: 'declined', decision: declined.id })),
    ).toBe(false);
  });
});
