import { mayComeTo, standsOn } from '../../src/domain/case-place';
import { meetingId } from '../builders/ids';

const next = meetingId('2026-12-09');

describe('standsOn', () => {
  it.each([
    ['the same meeting', next, true],
    ['another', meetingId('2026-11-25'), false],
    ['none', undefined, false],
  ] as const)('is so of %s', (_, id, stands) => {
    expect(standsOn(id === undefined ? {} : { meetingId: id }, next)).toBe(stands);
  });
});

describe('mayComeTo', () => {
  it.each([
    ['on no agenda', undefined, true],
    ['that an earlier meeting had up', meetingId('2026-11-25'), true],
    ['of a year before', meetingId('2025-12-23'), true],
    ['on this agenda already', next, false],
    ['on a later one', meetingId('2026-12-23'), false],
  ] as const)('is asked of a case %s', (_, id, may) => {
    expect(mayComeTo(id === undefined ? {} : { meetingId: id }, next)).toBe(may);
  });
});
