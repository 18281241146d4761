import { seldom } from '../src/seldom';

describe('seldom', () => {
  it('tells of the first, the tenth and the hundredth of each kind, and of no other', () => {
    const told: string[] = [];
    const tell = seldom((kind, times) => told.push(`${kind} ${times.toString()}`));

    Array.from({ length: 150 }, () => {
      tell('log');
    });
    tell('warn');

    expect(told).toEqual(['log 1', 'log 10', 'log 100', 'warn 1']);
  });
});
