import { isLook, isOfLogs, standingBehind, typedCode } from '../../src/domain/look';
import { caseCode, caseId } from '../builders/ids';

describe('isLook', () => {
  it.each([
    ['open-case', true, true],
    ['list-my-actions', true, true],
    ['choose-language', true, false],
    ['save-person', true, false],
    ['sign-declaration', true, false],
    ['save-person', false, true],
  ])('says of %s (allowed: %s) %s', (operation, allowed, answer) => {
    expect(isLook({ operation, allowed })).toBe(answer);
  });
});

describe('isOfLogs', () => {
  it('knows what shows who looked, and nothing of a case', () => {
    expect(
      ['open-access-log', 'download-access-log', 'open-case'].map(operation => isOfLogs({ operation })),
    ).toEqual([true, true, false]);
  });
});

describe('typedCode', () => {
  it('gives a code that was written back as it is spelled, mistyped or not', () => {
    expect(typedCode({ subject: caseCode() })).toBe(caseCode());
    expect(typedCode({ subject: 'SU-1111-1112' })).toBe('SU-1111-1112');
  });

  it('gives nothing for what was named by an id', () => {
    expect(['su-1111-1112', caseId(), 'innmelder'].map(subject => typedCode({ subject }))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('standingBehind', () => {
  it('reads what gave it from the rule', () => {
    expect(['open-case/member', 'none'].map(rule => standingBehind({ rule }))).toEqual(['member', '']);
  });
});
