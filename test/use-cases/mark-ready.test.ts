import { aConsent } from '../builders/cases';
import { caseId, NOON } from '../builders/ids';
import { aHouse, AUTHOR, caseIn, putReferral } from './asking';

const ready = async (over: Parameters<typeof putReferral>[1] = {}) => {
  const house = aHouse();
  putReferral(house, over);
  const marked = await house.does.markReady({ ...house.ask('coordinator'), caseId: caseId() });
  return { house, marked };
};

describe('markReady', () => {
  it('makes the case ready for the group, and tells its author so', async () => {
    const { house } = await ready();

    expect(caseIn(house, caseId())).toMatchObject({
      state: 'ready-for-review',
      since: NOON,
      past: [{ state: 'submitted' }],
    });
    expect(house.sent()).toMatchObject([
      { kind: 'notice', to: AUTHOR, caseId: caseId(), notice: { kind: 'state', state: 'ready-for-review' } },
    ]);
  });

  it('waits for consent when somebody could recognise the person', async () => {
    const { house, marked } = await ready({ recognisable: true });

    expect(marked).toEqual({ ok: false, error: { kind: 'recognisable' } });
    expect(caseIn(house, caseId())?.state).toBe('submitted');
    expect(house.events()).toMatchObject([{ operation: 'mark-ready', allowed: false }]);
  });

  it('does not wait when the consent came first', async () => {
    const { marked } = await ready({ recognisable: true, consent: aConsent() });

    expect(marked).toMatchObject({ ok: true, value: { state: 'ready-for-review', consent: aConsent() } });
  });

  it('keeps what is sealed as it lies', async () => {
    const { house } = await ready();

    expect(house.inside.cases.get(caseId())?.sealed).toHaveLength(6);
  });
});
