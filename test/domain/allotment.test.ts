import { ITEM_KINDS } from '../../src/domain/agenda';
import { allot, MINUTES_FOR, minutesFor, minutesIn } from '../../src/domain/allotment';
import { caseId } from '../builders/ids';

const line = { caseId: caseId(), kind: 'urgent' } as const;

describe('minutesFor', () => {
  it.each(ITEM_KINDS)('is what its kind is given: %s', kind => {
    expect(minutesFor({ allotted: [] }, { ...line, kind })).toBe(MINUTES_FOR[kind]);
  });

  it('is what somebody said instead', () => {
    expect(minutesFor({ allotted: [{ caseId: caseId(), minutes: 30 }] }, line)).toBe(30);
  });
});

describe('minutesIn', () => {
  it('adds them up', () => {
    const allotted = [{ caseId: caseId('long'), minutes: 45 }];

    expect(minutesIn({ allotted }, [line, { caseId: caseId('long'), kind: 'review' }])).toBe(60);
    expect(minutesIn({ allotted }, [])).toBe(0);
  });
});

describe('allot', () => {
  it('keeps one number a case, and none that its kind has anyway', () => {
    const once = allot({ allotted: [] }, line, 30);
    const twice = allot({ allotted: once }, line, 45);
    const back = allot({ allotted: twice }, line, MINUTES_FOR.urgent);

    expect([once, twice, back]).toEqual([
      [{ caseId: caseId(), minutes: 30 }],
      [{ caseId: caseId(), minutes: 45 }],
      [],
    ]);
  });
});
