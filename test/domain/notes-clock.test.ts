import {
  dueNotes,
  erasingNotes,
  isErasingNotes,
  nextNotes,
  noted,
  settledNotes,
  wasCovered,
} from '../../src/domain/notes-clock';
import { aCalendar } from '../builders/calendar';
import { aCase, aConsent } from '../builders/cases';
import { agencyId, day, instant, NOON } from '../builders/ids';

const calendar = aCalendar();
const DPS = agencyId('kronstad-dps');
const POLICE = agencyId('innsatsgruppen');
const kase = noted(aCase(), { agency: DPS, at: NOON });

describe('noted', () => {
  it('remembers the newest of each agency', () => {
    const later = instant('2026-12-20T12:00');

    const twice = noted(noted(kase, { agency: POLICE, at: NOON }), { agency: DPS, at: later });

    expect(twice.notes).toEqual([
      { agency: POLICE, at: NOON },
      { agency: DPS, at: later },
    ]);
  });
});

describe('isErasingNotes', () => {
  it('is so of the agency whose words are on their way out, whatever is noted meanwhile', () => {
    const later = instant('2027-03-04T07:00');
    const erasing = erasingNotes(noted(kase, { agency: POLICE, at: NOON }), [DPS]);

    const after = noted(noted(erasing, { agency: DPS, at: later }), { agency: POLICE, at: later });

    expect([DPS, POLICE].map(agency => isErasingNotes(after, agency))).toEqual([true, false]);
    expect(after.notes).toContainEqual({ agency: DPS, at: NOON, erasing: true });
    expect(isErasingNotes(aCase(), DPS)).toBe(false);
    expect(erasingNotes(aCase(), [DPS]).notes).toEqual([]);
  });
});

describe('dueNotes', () => {
  it('is ninety days after the newest, and not before', () => {
    expect(dueNotes(kase, day('2027-03-03'), calendar)).toEqual([]);
    expect(dueNotes(kase, day('2027-03-04'), calendar)).toEqual([{ agency: DPS, at: NOON }]);
  });

  it('holds what is being erased, whatever the day', () => {
    expect(dueNotes(erasingNotes(kase, [DPS]), day('2026-12-04'), calendar)).toHaveLength(1);
    expect(dueNotes(erasingNotes(kase, [POLICE]), day('2026-12-04'), calendar)).toEqual([]);
  });
});

describe('nextNotes', () => {
  it('is in the morning of that day; nowhere once it is settled', () => {
    expect(nextNotes(kase, NOON, calendar)).toBe(instant('2027-03-04T07:00'));
    expect(nextNotes(settledNotes(kase, [DPS]), NOON, calendar)).toBeUndefined();
    expect(settledNotes(kase, [DPS])).not.toHaveProperty('notes');
  });
});

describe('wasCovered', () => {
  const said = { agency: DPS, group: 'D' as const };
  const opening = (group: 'B' | 'D', from = DPS) => [
    aConsent({ grants: [{ group, from, to: agencyId('sosiale-tjenester') }] }),
  ];

  it('is so when any consent opened that group of that agency', () => {
    expect(wasCovered(said, [...opening('B'), ...opening('D')])).toBe(true);
  });

  it('is not so by another group, by another agency, or without a consent', () => {
    expect(wasCovered(said, opening('B'))).toBe(false);
    expect(wasCovered(said, opening('D', POLICE))).toBe(false);
    expect(wasCovered({ ...said, agency: POLICE }, opening('D'))).toBe(false);
    expect(wasCovered({ agency: DPS }, opening('D'))).toBe(false);
    expect(wasCovered(said, [])).toBe(false);
  });
});
