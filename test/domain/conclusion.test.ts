import { CASE_STATES } from '../../src/domain/case';
import { conclude } from '../../src/domain/conclusion';
import { aCase, aSharing } from '../builders/cases';
import { instant, meetingId, NOON } from '../builders/ids';

describe('conclude', () => {
  it('leaves the agenda and the consent behind, and says why', () => {
    const ended = conclude(aCase({ state: 'active', meetingId: meetingId(), urgent: true }), 'moved', NOON);

    expect(ended).toMatchObject({ ok: true, value: { state: 'concluded', reason: 'moved', urgent: true } });
    expect(ended.ok && ['meetingId', 'consent'].filter(key => key in ended.value)).toEqual([]);
  });

  it('shuts what was shared in danger', () => {
    const open = aSharing({ sharedAt: NOON, until: instant('2026-12-04T13:00') });

    const ended = conclude(aCase({ state: 'mapping', sharings: [open] }), 'other', NOON);

    expect(ended).toMatchObject({ ok: true, value: { sharings: [{ endedAt: NOON }] } });
  });

  it('leaves what had shut before as it was', () => {
    const shut = aSharing({ sharedAt: NOON, until: instant('2026-12-04T13:00'), endedAt: NOON });

    const ended = conclude(
      aCase({ state: 'mapping', sharings: [shut] }),
      'other',
      instant('2026-12-04T12:00'),
    );

    expect(ended).toMatchObject({ ok: true, value: { sharings: [shut] } });
  });

  it.each(CASE_STATES)('fits what the group has taken in, and nothing else: %s', state => {
    const fits = ['awaiting-consent', 'mapping', 'active', 'consent-expired'].includes(state);

    expect(conclude(aCase({ state }), 'ordinary', NOON).ok).toBe(fits);
  });
});
