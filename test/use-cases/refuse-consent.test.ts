import { briefOf } from '../../src/domain/action';
import { aConsent, anAction } from '../builders/cases';
import { caseId, day, meetingId, NOON } from '../builders/ids';
import { aHouse, caseIn, type House, keptIn, putReferral } from './asking';

const refuse = (house: House, askAgainAfter = day('2027-06-04')) =>
  house.does.refuseConsent({ ...house.ask('coordinator'), caseId: caseId(), askAgainAfter });

describe('refuseConsent', () => {
  it('ends the case, off the agenda, until a day when the person may be asked again', async () => {
    const house = aHouse();
    putReferral(house, { state: 'awaiting-consent', presented: true, meetingId: meetingId() } as never);

    await refuse(house);

    expect(caseIn(house, caseId())).toMatchObject({
      state: 'consent-refused',
      since: NOON,
      askAgainAfter: '2027-06-04',
    });
    expect(caseIn(house, caseId())).not.toHaveProperty('meetingId');
  });

  it('shuts what an early consent had opened', async () => {
    const house = aHouse();
    putReferral(house, { consent: aConsent() });

    await refuse(house);

    expect(caseIn(house, caseId())).not.toHaveProperty('consent');
  });

  it('has work stop on it, and never says that it was a no', async () => {
    const house = aHouse();
    putReferral(house, { state: 'awaiting-consent', actions: [briefOf(anAction())] } as never);

    await refuse(house);

    expect(house.sent()).toEqual([
      { kind: 'stop-work', caseId: caseId(), stoppedAt: NOON, by: 'koordinator' },
    ]);
  });

  it('does not take a day that has passed', async () => {
    const house = aHouse();
    putReferral(house, { state: 'awaiting-consent' } as never);
    const kept = keptIn(house);

    const refused = await refuse(house, day('2026-12-03'));

    expect(refused).toEqual({ ok: false, error: { kind: 'past-date' } });
    expect(keptIn(house)).toBe(kept);
  });
});
