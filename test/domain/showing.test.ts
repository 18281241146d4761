import { inSightSince, type Showing, showsBefore, standsIn } from '../../src/domain/showing';
import { plusMs } from '../../src/domain/time';
import { caseId, NOON, personId } from '../builders/ids';

const through = { activityId: 'a', conversationId: 'chat' };
const aShowing = (over: Partial<Showing> = {}): Showing => ({
  ...{ person: personId('medlem-dps'), at: NOON, through, caseId: caseId(), kind: 'look', disclosed: [] },
  operation: 'open-case',
  ...over,
});

describe('inSightSince', () => {
  it('is a day back', () => {
    expect(inSightSince(NOON)).toBe(plusMs(NOON, -86_400_000));
  });
});

describe('standsIn', () => {
  const newer = aShowing({ at: plusMs(NOON, 1) });

  it('is the newest that was answered through that message, in whatever order they come', () => {
    const others = [
      aShowing({ through: { ...through, activityId: 'b' }, at: plusMs(NOON, 9) }),
      aShowing({ through: { ...through, conversationId: 'other' }, at: plusMs(NOON, 9) }),
    ];

    expect(standsIn(through, [aShowing(), newer, ...others])).toBe(newer);
    expect(standsIn(through, [newer, aShowing(), ...others])).toBe(newer);
    expect(standsIn(through, others)).toBeUndefined();
  });

  it('is what was done rather than what was looked at in the same moment', () => {
    const done = aShowing({ kind: 'change' });

    expect(standsIn(through, [aShowing(), done])).toBe(done);
    expect(standsIn(through, [done, aShowing()])).toBe(done);
  });
});

describe('showsBefore', () => {
  const stop = { caseId: caseId(), stoppedAt: NOON, ended: true };
  const earlier = plusMs(NOON, -1);

  it.each<[string, Partial<Showing>, boolean]>([
    ['asked for before it stopped', { at: earlier }, true],
    ['of another case', { at: earlier, caseId: caseId('other') }, false],
    [
      'answered with the reader’s own tasks',
      { at: earlier, kind: 'change', operation: 'complete-action' },
      false,
    ],
    ['asked for after it stopped', {}, false],
    ['asked for after, yet shown under the consent', { consent: 1 }, true],
    ['that stopped it', { consent: 1, kind: 'change' }, false],
  ])('of one %s', (_, over, expected) => {
    expect(showsBefore(aShowing(over), stop)).toBe(expected);
  });

  it('takes a consent that ran out for no sign: the case still carries it', () => {
    expect(showsBefore(aShowing({ consent: 1 }), { ...stop, ended: false })).toBe(false);
  });
});
