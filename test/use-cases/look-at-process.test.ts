import { anItem } from '../builders/cases';
import { useCasesIn } from '../../src/use-cases/all';
import { caseId, meetingId } from '../builders/ids';
import { aRunningMeeting } from '../builders/meetings';
import { aHouse, counted, putReferral } from './asking';

const onAgenda = () => {
  const house = aHouse();
  putReferral(house, { state: 'ready-for-review', presented: true, meetingId: meetingId() } as never);
  house.putMeeting(aRunningMeeting());
  house.putItem(anItem());
  return house;
};

describe('lookAtProcess', () => {
  it('shows process and the directory, and opens nothing sealed', async () => {
    const house = aHouse();
    putReferral(house, { state: 'mapping' } as never);
    const { world, calls } = counted(house);

    const seen = await useCasesIn(world).startAction({ ...house.ask('coordinator'), caseId: caseId() });

    expect(seen).toMatchObject({ ok: true, value: { kase: { id: caseId() } } });
    expect(seen.ok && seen.value.people).toHaveLength(house.inside.people.size);
    expect(calls).not.toContain('cases.reveal');
    expect(house.events()).toMatchObject([{ disclosed: [] }]);
    expect(house.sent()).toEqual([]);
  });

  it.each([
    ['startAction', 'create-action'],
    ['startGap', 'record-gap'],
  ] as const)(
    'leaves the form in the presser’s own chat when %s was asked for in the channel',
    async (starts, form) => {
      const house = onAgenda();

      await house.does[starts]({ ...house.ask('coordinator'), caseId: caseId(), formFor: meetingId() });

      expect(house.sent()).toMatchObject([
        { to: 'koordinator', notice: { kind: 'form', form, meetingId: meetingId() } },
      ]);
    },
  );
});
