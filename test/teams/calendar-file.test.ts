import { osloCalendar } from '../../src/calendar';
import { type Meeting } from '../../src/domain/meeting';
import { type TimeOfDay } from '../../src/domain/time';
import { calendarFile } from '../../src/teams/calendar-file';
import { caseId, day, meetingId, NOON } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { words } from './front';

/** RFC 5545 as little as is needed: lines are unfolded, texts are read back as they were before they were escaped. */
const unescaped = (value: string): string =>
  value.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
const linesIn = (text: string): readonly string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n');
const eventsIn = (text: string): readonly Readonly<Record<string, string>>[] =>
  linesIn(text)
    .join('\n')
    .split('BEGIN:VEVENT')
    .slice(1)
    .map(block =>
      Object.fromEntries(
        block
          .split('\n')
          .map(line => /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line))
          .flatMap(found => (found === null ? [] : [[found[1] ?? '', unescaped(found[2] ?? '')]])),
      ),
    );

const file = (...meetings: readonly Meeting[]) =>
  calendarFile({ t: words(), today: day('2026-12-04') }, { meetings });
const eventOf = (meeting: Meeting) => eventsIn(file(meeting).text)[0] ?? {};

describe('calendarFile', () => {
  it('is a calendar of the name and the kind that calendars know', () => {
    const { name, type, text } = file(aMeeting());

    expect([name, type]).toEqual(['sent-ute-2026-12-04.ics', 'text/calendar; charset=utf-8']);
    expect(linesIn(text).slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(linesIn(text)).toContain('METHOD:PUBLISH');
  });

  it('ends every line as the format wants it, and folds what is long', () => {
    const { text } = file(aMeeting({ place: 'æ'.repeat(200) }));

    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.split('\r\n').every(line => line.length <= 75)).toBe(true);
    expect(eventsIn(text)[0]).toMatchObject({ LOCATION: 'æ'.repeat(200) });
  });

  it('tells when, where, for how long and by which link, under an id that stays', () => {
    const moved = aMeeting({ on: day('2026-12-14'), link: 'https://moete.example/1?a=b&c=d', revision: 3 });

    expect(eventOf(moved)).toMatchObject({
      ...{ UID: 'm-2026-12-09@sent-ute', SEQUENCE: '3', STATUS: 'CONFIRMED' },
      ...{ SUMMARY: 'Sent ute: møte i ressursgruppen', LOCATION: 'Møterom 1' },
      ...{ DESCRIPTION: 'https://moete.example/1?a=b&c=d' },
      ...{ DTSTART: '20261209T080000Z', DURATION: 'PT90M' },
    });
  });

  it('leaves out a place and a link that there are none of', () => {
    const event = eventOf(aMeeting({ place: '' }));

    expect(['LOCATION', 'DESCRIPTION'].filter(key => key in event)).toEqual([]);
  });

  it.each([
    ['before the clock goes forward', '2027-03-24', '20270324T080000Z'],
    ['after it', '2027-04-07', '20270407T070000Z'],
    ['before it goes back', '2027-10-20', '20271020T070000Z'],
    ['after it', '2027-11-03', '20271103T080000Z'],
  ])('has nine o’clock in Bergen right %s', (_, on, expected) => {
    const startsAt = osloCalendar().at(day(on), '09:00' as TimeOfDay);

    expect(eventOf(aMeeting({ on: day(on), startsAt }))).toMatchObject({ DTSTART: expected });
  });

  it('takes one that is cancelled out of the calendars it stands in', () => {
    const cancelled: Meeting = {
      ...aMeeting({ revision: 2 }),
      ...{ state: 'cancelled', reason: 'too-few', cancelledAt: NOON },
    };

    expect(eventOf(cancelled)).toMatchObject({ STATUS: 'CANCELLED', SEQUENCE: '2' });
  });

  it.each(['Rom 1; 2. etasje, fløy B', 'C:\\rom', 'En\r\nSUMMARY:Noe annet', 'END:VEVENT'])(
    'holds %j as a place, and nothing else by it',
    place => {
      const events = eventsIn(file(aMeeting({ place })).text);

      expect(events).toHaveLength(1);
      expect(events[0]?.['SUMMARY']).toBe('Sent ute: møte i ressursgruppen');
      expect(events[0]?.['LOCATION']?.replace(/\r?\n/g, ' ')).toBe(place.replace(/\r?\n/g, ' '));
    },
  );

  it('holds nothing of a case, nor who takes part', () => {
    const { text } = file(aMeeting({ agenda: [caseId()], order: [caseId()], publishedAt: NOON }));

    expect(text).not.toContain(caseId());
    expect(text).not.toMatch(/moteleder|SU-|ORGANIZER|ATTENDEE/);
  });

  it('holds every meeting it is given, each once', () => {
    const ids = ['2026-12-09', '2026-12-23'].map(meetingId);

    const events = eventsIn(file(...ids.map(id => aMeeting({ id }))).text);

    expect(events.map(({ UID }) => UID)).toEqual(ids.map(id => `${id}@sent-ute`));
  });
});
