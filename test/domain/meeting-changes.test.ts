import { cancelMeeting, moveMeeting, nameChair, planMeeting } from '../../src/domain/meeting-changes';
import { type Meeting } from '../../src/domain/meeting';
import { day, instant, NOON, personId } from '../builders/ids';
import { aMeeting, anEndedMeeting, aRunningMeeting } from '../builders/meetings';

const to = {
  startsAt: instant('2026-12-14T09:30'),
  place: 'Møterom 2',
  link: 'https://moete.example/1',
  lengthMinutes: 60,
};
const cancelled: Meeting = { ...aMeeting(), state: 'cancelled', reason: 'holiday', cancelledAt: NOON };

describe('planMeeting', () => {
  it('changes where, from when and for how long, and counts the change', () => {
    expect(planMeeting(aMeeting({ revision: 4 }), to)).toEqual({
      ok: true,
      value: aMeeting({ ...to, revision: 5 }),
    });
  });

  it('takes the link away', () => {
    const planned = planMeeting(aMeeting({ link: 'https://moete.example/2' }), { ...to, link: undefined });

    expect(planned.ok && Object.hasOwn(planned.value, 'link')).toBe(false);
  });
});

describe('moveMeeting', () => {
  it('changes the day, and keeps what it is known by, who chairs it and its agenda', () => {
    const meeting = aMeeting({ publishedAt: NOON });

    expect(moveMeeting(meeting, { ...to, on: day('2026-12-14') })).toEqual({
      ok: true,
      value: { ...meeting, ...to, on: day('2026-12-14'), revision: 1 },
    });
  });
});

describe('nameChair', () => {
  it('changes who chairs it and nothing else, and counts the change', () => {
    expect(nameChair(aMeeting(), personId('medlem-dps'))).toEqual({
      ok: true,
      value: aMeeting({ chair: personId('medlem-dps'), revision: 1 }),
    });
  });

  it('gives a meeting that runs, or is over, another to approve its minutes', () => {
    const named = [aRunningMeeting(), anEndedMeeting()].map(one => nameChair(one, personId('medlem-dps')));

    expect(named).toMatchObject(named.map(() => ({ ok: true, value: { chair: 'medlem-dps' } })));
  });

  it('is too late when it is cancelled, or the minutes are approved', () => {
    const approved = anEndedMeeting({ approved: { by: personId('moteleder'), at: NOON } });

    const refused = [cancelled, approved].map(one => nameChair(one, personId('medlem-dps')));

    expect(refused).toEqual(refused.map(() => ({ ok: false, error: { kind: 'wrong-state' } })));
  });
});

describe('cancelMeeting', () => {
  it('keeps when and why', () => {
    expect(cancelMeeting(aMeeting(), 'no-cases', NOON)).toEqual({
      ok: true,
      value: { ...aMeeting({ revision: 1 }), state: 'cancelled', reason: 'no-cases', cancelledAt: NOON },
    });
  });
});

describe('a meeting that is not planned', () => {
  it.each([aRunningMeeting(), anEndedMeeting(), cancelled])(
    '$state keeps its day, hour and place, and cannot be cancelled',
    meeting => {
      const changed = [
        planMeeting(meeting, to),
        moveMeeting(meeting, { ...to, on: day('2026-12-14') }),
        cancelMeeting(meeting, 'other', NOON),
      ];

      expect(changed).toEqual(changed.map(() => ({ ok: false, error: { kind: 'wrong-state' } })));
    },
  );
});
