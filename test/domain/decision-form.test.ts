import { checkDecision } from '../../src/domain/decision-form';

const SAID = { question: 'Skal et nytt tiltak anbefales?', rationale: 'Det andre er prøvd.' };
const outcomeOf = (values: Readonly<Record<string, string>>): unknown => {
  const checked = checkDecision({ ...SAID, ...values }, 'other');
  return checked.ok ? checked.value.outcome : checked.error;
};

describe('checkDecision', () => {
  it.each([
    [{ outcome: 'taken-in' }, { kind: 'taken-in' }],
    [{ outcome: 'recommended' }, { kind: 'recommended' }],
    [{ outcome: 'not-recommended' }, { kind: 'not-recommended' }],
    [
      { outcome: 'deferred', 'defer-reason': 'time' },
      { kind: 'deferred', reason: 'time' },
    ],
    [
      { outcome: 'declined', 'decline-reason': 'covered' },
      { kind: 'declined', reason: 'covered' },
    ],
  ])('reads %j', (values, outcome) => {
    expect(outcomeOf(values)).toEqual(outcome);
  });

  it.each([
    [{}, 'outcome'],
    [{ outcome: 'noe annet' }, 'outcome'],
    [{ outcome: 'deferred' }, 'defer-reason'],
    [{ outcome: 'declined' }, 'decline-reason'],
    [{ outcome: 'recommended', dissent: 'Vi er uenige.' }, 'dissent-seat'],
    [{ outcome: 'recommended', 'dissent-seat': 'kronstad-dps' }, 'dissent'],
  ])('says of %j that something is missing', (values, field) => {
    expect(outcomeOf(values)).toEqual([{ field, problem: 'missing' }]);
  });
});
