import { anItem } from '../builders/cases';
import { caseCode, caseId, meetingId } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { aHouse, type House, putReferral, type Who } from './asking';

const ITEM = { caseId: caseId(), meetingId: meetingId() };
const onAgenda = () => {
  const house = aHouse();
  putReferral(house, { state: 'ready-for-review', presented: true, meetingId: meetingId() } as never);
  house.putMeeting(aRunningMeeting());
  house.putItem(anItem());
  return house;
};

describe('startDecision', () => {
  const start = (house: House, inChannel = false, who: Who = 'chair') =>
    house.does.startDecision({ ...house.ask(who), ...ITEM, inChannel });

  it('gives what the form needs, and who is missing', async () => {
    const house = onAgenda();

    const deciding = await start(house);

    expect(deciding).toMatchObject({
      ok: true,
      value: { kase: { id: caseId() }, item: anItem(), missing: [] },
    });
    expect(house.sent()).toEqual([]);
  });

  it('names the partners nobody is there from', async () => {
    const house = onAgenda();
    const running = aRunningMeeting();
    house.putMeeting({ ...running, attendance: { ...running.attendance, present: [] } });

    const deciding = await start(house);

    expect(deciding).toMatchObject({ ok: true, value: { missing: ['kommune', 'helse', 'politi'] } });
  });

  it('leaves the form in the presser’s own chat when it was asked for in the channel, once', async () => {
    const house = onAgenda();

    await start(house, true);
    await start(house, true);

    expect(house.sent()).toEqual([
      {
        kind: 'notice',
        to: 'moteleder',
        caseId: caseId(),
        code: caseCode(),
        notice: { kind: 'form', form: 'record-decision', meetingId: meetingId() },
      },
    ]);
  });

  it('leaves no form for somebody who may not decide', async () => {
    const house = onAgenda();

    const refused = await start(house, true, 'member');

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(house.sent()).toEqual([]);
  });

  it('draws no form for what has left the agenda', async () => {
    const house = onAgenda();
    putReferral(house, { state: 'ready-for-review', presented: true });

    const refused = await start(house, true);

    expect(refused).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(house.sent()).toEqual([]);
    expect(house.events().at(-1)).toMatchObject({ operation: 'start-decision', allowed: false });
  });

  it('waits for the meeting to begin', async () => {
    const house = onAgenda();
    house.putMeeting(aMeeting());

    const refused = await start(house);

    expect(refused.ok).toBe(false);
  });
});
