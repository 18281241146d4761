import {
  ANSWERS,
  answeredBy,
  checkContribution,
  type ContributionValues,
  isFilledIn,
} from '../../src/domain/contribution';
import { anItem } from '../builders/cases';
import { seatId } from '../builders/ids';

const DPS = seatId('dps');
const POLICE = seatId('politi');

describe('checkContribution', () => {
  it.each(ANSWERS)('takes %s without any words', answer => {
    expect(checkContribution({ answer })).toEqual({ ok: true, value: { answer } });
  });

  it('takes a few words with the group they belong with', () => {
    const given = checkContribution({ answer: 'can', text: '  Samtale hver torsdag. ', group: 'D' });

    expect(given).toEqual({
      ok: true,
      value: { answer: 'can', note: { text: 'Samtale hver torsdag.', group: 'D' } },
    });
  });

  it('keeps no group where there are no words', () => {
    expect(checkContribution({ answer: 'can', text: ' ', group: 'D' })).toEqual({
      ok: true,
      value: { answer: 'can' },
    });
  });

  it.each<[string, ContributionValues, string]>([
    ['words without an answer', { text: 'Samtale', group: 'D' }, 'answer-missing'],
    ['no answer that there is', { answer: 'perhaps' }, 'answer-missing'],
    ['words in no group', { answer: 'can', text: 'Samtale' }, 'group-missing'],
    ['words in a group there is none of', { answer: 'can', text: 'Samtale', group: 'A' }, 'group-missing'],
    ['more than 200 signs', { answer: 'can', text: 'x'.repeat(201), group: 'D' }, 'too-long'],
    ['an identity number', { answer: 'can', text: '01 01 90-123 45', group: 'D' }, 'holds-number'],
  ])('says what is wrong with %s', (_, values, problem) => {
    expect(checkContribution(values)).toEqual({ ok: false, error: problem });
  });

  it('takes 200 signs', () => {
    expect(checkContribution({ answer: 'can', text: 'x'.repeat(200), group: 'C' }).ok).toBe(true);
  });
});

describe('isFilledIn', () => {
  it.each<[boolean, ContributionValues]>([
    [true, { answer: 'can' }],
    [true, { text: 'Samtale' }],
    [false, {}],
    [false, { answer: '', text: '  ', group: 'C' }],
  ])('is %s of %j', (filled, values) => {
    expect(isFilledIn(values)).toBe(filled);
  });
});

describe('answeredBy', () => {
  it('adds the seat, once', () => {
    const once = answeredBy(anItem({ answered: [POLICE] }), { seat: DPS, onBehalf: false });

    const twice = answeredBy(once, { seat: DPS, onBehalf: false });

    expect(once.answered).toEqual([POLICE, DPS]);
    expect(twice).toEqual(once);
    expect(once).not.toHaveProperty('onBehalf');
  });

  it('remembers that somebody else registered it, until the seat answers itself', () => {
    const registered = answeredBy(anItem(), { seat: POLICE, onBehalf: true });

    const itself = answeredBy(registered, { seat: POLICE, onBehalf: false });

    expect(registered).toMatchObject({ answered: [POLICE], onBehalf: [POLICE] });
    expect(answeredBy(registered, { seat: POLICE, onBehalf: true })).toEqual(registered);
    expect(itself).toEqual(anItem({ answered: [POLICE] }));
  });
});
