import { aDecision, anItem } from '../builders/cases';
import { caseCode, caseId, instant, meetingId } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { aHouse, caseIn, type House, type Who } from './asking';
import { publishAndLay, putNamed } from './on-agenda';

const takeOff = (house: House, who: Who = 'coordinator') =>
  house.does.takeOffAgenda({ ...house.ask(who), caseId: caseId('case'), reason: 'service' });
const entries = async (house: House, at = house.inside.now) => {
  const agenda = await house.does.openAgenda(house.ask('coordinator', { command: `look ${at}`, at }));
  return agenda.ok ? agenda.value.entries.map(({ kase }) => kase.id) : [];
};

describe('takeOffAgenda', () => {
  it('keeps off the next agenda what would come by itself, and off no other', async () => {
    const house = aHouse();
    putNamed(house, 'case', { presented: true });

    await takeOff(house);

    expect(await entries(house)).toEqual([]);
    expect(await entries(house, instant('2026-12-10T08:00'))).toEqual([caseId('case')]);
    expect(house.sent()).toEqual([]);
  });

  it('takes it off a published one: its place is cleared, its item shut, and both cards are drawn anew', async () => {
    const house = aHouse();
    putNamed(house, 'case');
    await publishAndLay(house);

    await takeOff(house);

    const kase = caseIn(house, caseId('case'));
    expect(kase?.byHand).toEqual({ wants: 'off', meetingId: meetingId(), reason: 'service' });
    expect(kase).not.toHaveProperty('meetingId');
    expect(house.inside.items.get(`${caseId('case')}/${meetingId()}`)?.item).toMatchObject({
      closed: true,
      offReason: 'service',
      number: 1,
    });
    expect(house.sent()).toEqual([
      { kind: 'edit-agenda', meetingId: meetingId() },
      { kind: 'edit-item', meetingId: meetingId(), caseId: caseId('case') },
    ]);
  });

  it('is still off when the agenda is published again', async () => {
    const house = aHouse();
    putNamed(house, 'case');
    await publishAndLay(house);
    await takeOff(house);

    await publishAndLay(house, 'again');

    expect(caseIn(house, caseId('case'))).not.toHaveProperty('meetingId');
    expect(house.inside.items.get(`${caseId('case')}/${meetingId()}`)?.item.closed).toBe(true);
  });

  it('leaves what was written of the item', async () => {
    const house = aHouse();
    putNamed(house, 'case', { meetingId: meetingId(), presented: true });
    house.putMeeting(aMeeting({ publishedAt: house.inside.now, agenda: [caseId('case')] }));
    const rationale = { origin: 'sent-ute-koordinering', section: 'rationale', revision: 1, box: 'x' };
    const item = anItem({ caseId: caseId('case'), code: caseCode('case') });
    const key = `${item.caseId}/${item.meetingId}`;
    house.putItem(item);
    house.inside.items.set(key, { ...house.inside.items.get(key), item, rationale } as never);

    await takeOff(house);

    expect(house.inside.items.get(key)).toMatchObject({ rationale, item: { closed: true } });
  });

  it.each([
    ['chair', true],
    ['member', false],
    ['author', false],
  ] as const)('is for whoever leads it: %s %s', async (who, may) => {
    const house = aHouse();
    putNamed(house, 'case');
    await publishAndLay(house);

    expect((await takeOff(house, who)).ok).toBe(may);
  });

  it('is refused once the item is decided, and once the meeting runs', async () => {
    const decided = aHouse();
    putNamed(decided, 'case', { meetingId: meetingId(), presented: true });
    decided.putItem(anItem({ caseId: caseId('case'), code: caseCode('case'), decision: aDecision() }));
    const running = aHouse({ now: instant('2026-12-09T08:30') });
    running.putMeeting(aRunningMeeting());
    putNamed(running, 'case', { meetingId: meetingId(), presented: true });

    const refused = [await takeOff(decided), await takeOff(running)];

    expect(refused.map(({ ok }) => ok)).toEqual([false, false]);
  });
});
