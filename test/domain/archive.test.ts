import {
  archivableSince,
  archived,
  archivedMeeting,
  checkRef,
  exported,
  exportedMeeting,
  isUnfinished,
  remindOfCase,
  remindOfMeeting,
} from '../../src/domain/archive';
import { aCalendar } from '../builders/calendar';
import { aCase, aConsent, aSharing } from '../builders/cases';
import { day, instant, NOON, personId } from '../builders/ids';
import { anEndedMeeting, aRunningMeeting } from '../builders/meetings';

const calendar = aCalendar();
const LATER = instant('2026-12-04T12:00');
const given = (at = LATER) => ({ ref: '2026/1', at, by: personId('koordinator') });
const EXPORT_FIRST = { ok: false, error: { kind: 'export-first' } };
const WRONG = { ok: false, error: { kind: 'wrong-state' } };

describe('checkRef', () => {
  it.each(['2026/12345', 'abc', ' Å-2026.1_2 3 ', 'x'.repeat(80)])('takes %s', typed => {
    expect(checkRef(typed)).toEqual({ ok: true, value: typed.trim() });
  });

  it.each([
    ['', 'too-short'],
    [' 12 ', 'too-short'],
    ['x'.repeat(81), 'too-long'],
    ['2026#1', 'not-allowed'],
    ['<b>1</b>', 'not-allowed'],
    ['sak 17912099997', 'holds-number'],
    ['179120-99997', 'holds-number'],
  ])('does not take %s: %s', (typed, error) => {
    expect(checkRef(typed)).toEqual({ ok: false, error });
  });
});

describe('archivableSince', () => {
  it.each([
    ['the state', { since: LATER }],
    ['a consent', { state: 'active', consent: aConsent({ recordedAt: LATER }) }],
    ['a sharing', { sharings: [aSharing({ sharedAt: LATER })] }],
    ['what shut it', { sharings: [aSharing({ endedAt: LATER })] }],
    ['its review', { sharings: [aSharing({ review: { by: personId('l'), at: LATER, verdict: 'right' } })] }],
    ['the review that was missed', { sharings: [aSharing({ missedAt: LATER })] }],
  ])('is the latest of all that is archived: %s', (_, over) => {
    expect(archivableSince(aCase(over as never))).toBe(LATER);
  });

  it('counts what lies beside the case', () => {
    expect(archivableSince(aCase(), [NOON, LATER])).toBe(LATER);
  });
});

describe('archived', () => {
  const kase = aCase({ state: 'concluded', exportedAt: NOON });

  it('keeps the reference, and a later one in its place', () => {
    const first = archived(kase, given(), []);
    const second = first.ok ? archived(first.value, { ...given(), ref: '2026/2' }, []) : first;

    expect(first).toMatchObject({ value: { archived: { ref: '2026/1' } } });
    expect(second).toMatchObject({ value: { archived: { ref: '2026/2' } } });
  });

  it('is not before an export, nor when something came after it', () => {
    const { exportedAt: _, ...never } = kase;

    expect(archived(never, given(), [])).toEqual(EXPORT_FIRST);
    expect(archived({ ...kase, since: LATER }, given(), [])).toEqual(EXPORT_FIRST);
    expect(archived(kase, given(), [LATER])).toEqual(EXPORT_FIRST);
  });

  it('is not for a case whose content is gone, nor is the export', () => {
    const gone = { ...kase, erasedOn: day('2027-12-04') };

    expect(archived(gone, given(), [])).toEqual(WRONG);
    expect(exported(gone, LATER)).toEqual(WRONG);
  });
});

describe('archivedMeeting', () => {
  const approved = { by: personId('moteleder'), at: NOON };
  const meeting = anEndedMeeting({ approved, exportedAt: NOON });

  it('keeps the reference of approved minutes that were exported', () => {
    expect(archivedMeeting(meeting, given())).toMatchObject({ value: { archived: { ref: '2026/1' } } });
  });

  it('is not before the export, nor when something was added after it', () => {
    expect(archivedMeeting(anEndedMeeting({ approved }), given())).toEqual(EXPORT_FIRST);
    expect(archivedMeeting(meeting, given(), [LATER])).toEqual(EXPORT_FIRST);
  });

  it('is not for minutes that may still change, nor is the export', () => {
    for (const other of [anEndedMeeting(), aRunningMeeting()]) {
      expect(archivedMeeting(other, given())).toEqual(WRONG);
      expect(exportedMeeting(other, LATER)).toEqual(WRONG);
    }
    expect(exportedMeeting(meeting, LATER)).toMatchObject({ value: { exportedAt: LATER } });
  });
});

describe('remindOfCase', () => {
  /** NOON is a Friday. */
  const kase = aCase({ state: 'concluded' });

  it('is three working days after the end', () => {
    expect(remindOfCase(kase, calendar)).toBe('2026-12-09');
  });

  it('is three working days after what the archive does not have yet', () => {
    const sharing = aSharing({ endedAt: NOON, missedAt: instant('2026-12-07T12:00') });
    const again = { ...kase, archived: given(), sharings: [sharing] };

    expect(remindOfCase(again, calendar)).toBe('2026-12-10');
  });

  it('is never for a case that is open, archived, or gone', () => {
    expect(remindOfCase(aCase({ state: 'active' }), calendar)).toBeUndefined();
    expect(remindOfCase({ ...kase, archived: given() }, calendar)).toBeUndefined();
    expect(remindOfCase({ ...kase, erasedOn: day('2026-12-04') }, calendar)).toBeUndefined();
  });
});

describe('isUnfinished', () => {
  it('holds while a case goes on, and after its end until the archive has it', () => {
    expect(isUnfinished(aCase({ state: 'active', archived: given() }))).toBe(true);
    expect(isUnfinished(aCase({ state: 'concluded' }))).toBe(true);
    expect(isUnfinished(aCase({ state: 'concluded', archived: given() }))).toBe(false);
    expect(isUnfinished(aCase({ state: 'concluded', erasedOn: day('2026-12-04') }))).toBe(false);
  });

  it('holds after a no until it is erased: it may be taken up again', () => {
    const refused = aCase({ state: 'consent-refused', archived: given() });

    expect(isUnfinished(refused)).toBe(true);
    expect(isUnfinished({ ...refused, erasedOn: day('2026-12-04') })).toBe(false);
  });
});

describe('remindOfMeeting', () => {
  const approved = { by: personId('moteleder'), at: NOON };

  it('is three working days after the approval, until it is archived', () => {
    expect(remindOfMeeting(anEndedMeeting({ approved }), calendar)).toBe('2026-12-09');
    expect(remindOfMeeting(anEndedMeeting({ approved, archived: given() }), calendar)).toBeUndefined();
    expect(remindOfMeeting(anEndedMeeting(), calendar)).toBeUndefined();
  });

  it('is three working days after what was put to them since they were archived', () => {
    const meeting = { approved, archived: given(), addedAt: instant('2026-12-07T12:00') };

    expect(remindOfMeeting(anEndedMeeting(meeting), calendar)).toBe('2026-12-10');
    expect(remindOfMeeting(anEndedMeeting({ ...meeting, addedAt: NOON }), calendar)).toBeUndefined();
  });
});
