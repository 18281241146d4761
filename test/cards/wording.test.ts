import { aCalendar } from '../builders/calendar';
import { agencyName, clockOf, dayOrToday, waited } from '../../src/cards/wording';
import { agencyId, aDrawing, at, day, programme } from './subjects';

describe('waited', () => {
  it.each([
    ['2026-11-23T08:00:00Z', 'i dag'],
    ['2026-11-22T08:00:00Z', '1 dag'],
    ['2026-11-06T08:00:00Z', '17 dager'],
  ])('says of %s "%s"', (since, words) => {
    expect(waited(aDrawing(), at(since))).toBe(words);
  });
});

describe('dayOrToday', () => {
  it('says today as people do', () => {
    expect(dayOrToday(aDrawing(), day('2026-11-23'))).toBe('i dag');
    expect(dayOrToday(aDrawing(), day('2026-11-24'))).toBe('tirsdag 24.\u00a0november');
  });
});

describe('agencyName', () => {
  it('shows an agency that has left by its id', () => {
    expect(agencyName(programme, agencyId('kronstad-dps'))).toBe('Kronstad DPS');
    expect(agencyName(programme, agencyId('nedlagt'))).toBe('nedlagt');
  });
});

describe('clockOf', () => {
  it('reads the wall clock, not UTC', () => {
    expect(clockOf(aDrawing().calendar, at('2026-11-26T11:00:00Z'))).toBe('12:00');
    expect(clockOf(aDrawing().calendar, at('2026-11-26T08:05:00Z'))).toBe('09:05');
  });

  it.each([
    ['2026-10-25T11:30:00Z', '12:30'],
    ['2026-10-24T22:30:00Z', '00:30'],
    ['2026-10-25T01:30:00Z', '02:30'],
    ['2026-10-25T22:30:00Z', '23:30'],
    ['2027-03-28T10:00:00Z', '12:00'],
    ['2027-03-27T23:30:00Z', '00:30'],
    ['2027-03-28T21:30:00Z', '23:30'],
  ])('reads it right on the days when it is changed: %s is %s', (moment, clock) => {
    expect(clockOf(aCalendar(), at(moment))).toBe(clock);
  });
});
