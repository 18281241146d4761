import { type CaseFacts } from '../../src/domain/case';
import { carried, ended, offAgenda } from '../../src/domain/case-facts';
import { aCase } from '../builders/cases';
import { agencyId, caseId, day, meetingId, NOON, personId } from '../builders/ids';
import { incidentId } from '../builders/learning';

/** What not every case has. */
const PERHAPS: Partial<CaseFacts> = {
  linkedTo: caseId('before'),
  meetingId: meetingId(),
  takenUpOn: day('2026-12-09'),
  pausedUntil: day('2027-01-04'),
  byHand: { wants: 'on', meetingId: meetingId() },
  plan: { version: 1, contact: personId('ansvarlig'), writtenOn: day('2026-12-04') },
  incidents: [{ id: incidentId(), agency: agencyId('kronstad-dps'), reporting: 'reported' }],
  exportedAt: NOON,
  archived: { ref: '2026/1-1', at: NOON, by: personId('koordinator') },
  notes: [{ agency: agencyId('kronstad-dps'), at: NOON }],
  erasedOn: day('2027-12-04'),
  erasing: true,
};

describe('carried', () => {
  it('keeps everything a case has beside its state, and nothing it does not have', () => {
    const whole = aCase({ state: 'ready-for-review', ...PERHAPS });

    expect(carried(whole, NOON)).toMatchObject(PERHAPS);
    const bare = carried(aCase({ state: 'ready-for-review' }), NOON);
    expect(Object.keys(PERHAPS).filter(key => key in bare)).toEqual([]);
  });
});

describe('offAgenda', () => {
  it('takes it off the meeting and nothing else', () => {
    const { meetingId: _, ...rest } = PERHAPS;

    const off = offAgenda(aCase({ state: 'ready-for-review', ...PERHAPS }), NOON);

    expect(off).toMatchObject(rest);
    expect(off).not.toHaveProperty('meetingId');
  });
});

describe('ended', () => {
  it('waits for nothing, and stands on no agenda, any more', () => {
    const over = ended(aCase({ state: 'active', ...PERHAPS }), NOON);

    expect(['meetingId', 'pausedUntil', 'byHand'].filter(key => key in over)).toEqual([]);
    expect(over.plan).toEqual(PERHAPS.plan);
  });
});
