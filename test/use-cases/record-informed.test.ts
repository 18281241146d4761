import { caseId, day, instant, NOON } from '../builders/ids';
import { aHouse, caseIn, type House, putReferral } from './asking';
import { carried } from './carried';

const record = (house: House, informed: 'today' | 'unsafe' = 'today') =>
  house.does.recordInformed({
    ...house.ask('author'),
    caseId: caseId(),
    informed,
    contactConsent: 'no',
  });

describe('recordInformed', () => {
  it('keeps both answers and when they were given, and disturbs nobody', async () => {
    const house = aHouse();
    putReferral(house, { informed: 'unsafe', informedAt: instant('2026-11-20T08:00') });

    await record(house);

    expect(caseIn(house, caseId())).toMatchObject({
      state: 'submitted',
      informed: 'today',
      contactConsent: 'no',
      informedAt: NOON,
    });
    expect(house.sent()).toEqual([]);
  });

  it('brings the case back, and tells the coordinators, when it was all they asked for', async () => {
    const house = aHouse();
    putReferral(house, { state: 'needs-info', missing: 'informed', answerBy: day('2026-12-11') } as never);

    await record(house);

    expect(caseIn(house, caseId())).toMatchObject({ state: 'submitted', answered: true, since: NOON });
    expect(await carried(house)).toMatchObject([
      { to: 'koordinator', notice: { kind: 'new-information' } },
      { to: 'vara-koordinator', notice: { kind: 'new-information' } },
    ]);
  });

  it('leaves the case waiting when something else is missing', async () => {
    const house = aHouse();
    putReferral(house, { state: 'needs-info', missing: 'asked' } as never);

    await record(house);

    expect(caseIn(house, caseId())?.state).toBe('needs-info');
    expect(house.sent()).toEqual([]);
  });

  it('stops the clock that asks when the person knows, and keeps it when they do not', async () => {
    const [told, untold] = [aHouse(), aHouse()];
    [told, untold].forEach(house => putReferral(house, { informed: 'no-contact' }));

    await Promise.all([record(told), record(untold, 'unsafe')]);

    expect(told.inside.cases.get(caseId())).not.toHaveProperty('clockAt');
    expect(untold.inside.cases.get(caseId())?.clockAt).toBe(instant('2026-12-18T07:00'));
  });
});
