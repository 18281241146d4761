import { anItem } from '../builders/cases';
import { caseId, meetingId } from '../builders/ids';
import { aRunningMeeting } from '../builders/meetings';
import { aHouse, putReferral } from './asking';

const ITEM = { caseId: caseId(), meetingId: meetingId() };
const onAgenda = () => {
  const house = aHouse();
  putReferral(house, { state: 'ready-for-review', presented: true, meetingId: meetingId() } as never);
  house.putMeeting(aRunningMeeting());
  house.putItem(anItem());
  return house;
};

describe('openItem', () => {
  it('gives the item back as the channel shows it', async () => {
    const house = onAgenda();

    const found = await house.does.openItem({ ...house.ask('member'), ...ITEM });

    expect(found).toMatchObject({
      ok: true,
      value: { item: anItem(), meeting: { state: 'running' }, kase: { id: caseId() } },
    });
  });

  it('is refused when the case does not stand there', async () => {
    const house = onAgenda();

    const refused = await house.does.openItem({
      ...house.ask('member'),
      ...ITEM,
      meetingId: meetingId('2026-12-23'),
    });

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
  });
});
