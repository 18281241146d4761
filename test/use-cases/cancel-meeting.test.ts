import { emptyAgenda } from '../../src/use-cases/empty-agenda';
import { tellGroup } from '../../src/use-cases/tell-group';
import { caseId, meetingId, NOON, personId } from '../builders/ids';
import { anItem } from '../builders/cases';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { inTime } from '../fakes/fake-world';
import { aHouse, caseIn, type House, interrupted, keptIn, putReferral, touch, type Who } from './asking';

const published = (house: House) => {
  house.putMeeting(aMeeting({ publishedAt: NOON, agenda: [caseId()] }));
  house.putItem(anItem());
  return putReferral(house, { state: 'ready-for-review', presented: true, meetingId: meetingId() });
};
const cancel = (house: House, who: Who = 'coordinator', command = 'command') =>
  house.does.cancelMeeting({
    ...house.ask(who, { command }),
    ...{ meetingId: meetingId(), reason: 'too-few' },
  });

describe('cancelMeeting', () => {
  it('keeps the reason, has the channel told, the group told, and every case freed', async () => {
    const house = aHouse();
    published(house);

    const cancelled = await cancel(house);

    expect(cancelled).toMatchObject({ ok: true, value: { state: 'cancelled', reason: 'too-few' } });
    expect(house.inside.meetings.get(meetingId())?.meeting).toMatchObject({
      ...{ state: 'cancelled', cancelledAt: NOON, revision: 1 },
    });
    expect(house.events()).toMatchObject([
      { operation: 'cancel-meeting', rule: 'cancel-meeting/coordinator', subject: meetingId() },
    ]);
    expect(house.sent()).toEqual([
      { kind: 'edit-agenda', meetingId: meetingId() },
      { kind: 'empty-agenda', meetingId: meetingId(), caseId: caseId() },
      { kind: 'tell-group', meetingId: meetingId(), about: 'cancelled', by: 'koordinator' },
    ]);
  });

  it('frees what somebody asked to have on it before it was published', async () => {
    const house = aHouse();
    putReferral(house, { state: 'active', byHand: { wants: 'on', meetingId: meetingId() } });

    await cancel(house);

    expect(house.sent()).toContainEqual({
      ...{ kind: 'empty-agenda', meetingId: meetingId(), caseId: caseId() },
    });
  });

  it('may be done by who chairs it, once', async () => {
    const house = aHouse();

    const [first, again] = [await cancel(house, 'chair'), await cancel(house, 'chair')];

    expect([first.ok, again.ok]).toEqual([true, true]);
    expect(house.events()).toHaveLength(1);
  });

  it.each<[Who, string]>([
    ['member', 'wrong-state'],
    ['author', 'not-available'],
  ])('is refused %s, as %s', async (who, kind) => {
    expect(await cancel(aHouse(), who)).toEqual({ ok: false, error: { kind } });
  });

  it('is refused while it runs', async () => {
    const house = aHouse();
    house.putMeeting(aRunningMeeting());

    expect(await cancel(house)).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });

  it('lets the next meeting be published with what stood there', async () => {
    const house = aHouse();
    published(house);
    await cancel(house);
    await empty(house);

    const next = await house.does.publishAgenda({
      ...house.ask('coordinator', { command: 'publish' }),
      meetingId: meetingId('2026-12-23'),
    });

    expect(next).toMatchObject({ ok: true, value: { agenda: [caseId()] } });
  });
});

const empty = (house: House, world: Parameters<typeof emptyAgenda>[0] = house) =>
  emptyAgenda(world)(
    { kind: 'empty-agenda', meetingId: meetingId(), caseId: caseId() },
    house.inside.now,
    inTime(),
  );

describe('emptyAgenda', () => {
  it('takes the case off, as the system, and has its card drawn anew', async () => {
    const house = aHouse();
    published(house);
    await cancel(house);

    const emptied = await empty(house);

    expect([emptied, caseIn(house, caseId())?.meetingId]).toEqual(['emptied', undefined]);
    expect(house.events().at(-1)).toMatchObject({
      ...{ operation: 'empty-agenda', rule: 'system', by: { person: 'system' }, disclosed: [] },
    });
    expect(house.sent().at(-1)).toEqual({ kind: 'edit-item', meetingId: meetingId(), caseId: caseId() });
  });

  it('does nothing the second time', async () => {
    const house = aHouse();
    published(house);
    await cancel(house);
    await empty(house);
    const before = keptIn(house);

    expect([await empty(house), keptIn(house)]).toEqual(['left', before]);
  });

  it('leaves alone what stands on another agenda, and a meeting that is not cancelled', async () => {
    const house = aHouse();
    published(house);
    const planned = await empty(house);
    await cancel(house);
    putReferral(house, { state: 'ready-for-review', meetingId: meetingId('2026-12-23') });

    expect([planned, await empty(house)]).toEqual(['left', 'left']);
    expect(caseIn(house, caseId())?.meetingId).toBe(meetingId('2026-12-23'));
  });

  it('asks the next meeting for what was asked of this one by hand', async () => {
    const house = aHouse();
    putReferral(house, { state: 'active', byHand: { wants: 'on', meetingId: meetingId() } });
    await cancel(house);

    await empty(house);

    expect(caseIn(house, caseId())?.byHand).toEqual({ wants: 'on', meetingId: meetingId('2026-12-23') });
  });

  it('lets the next meeting take up what was taken off this one', async () => {
    const house = aHouse();
    putReferral(house, {
      state: 'active',
      byHand: { wants: 'off', meetingId: meetingId(), reason: 'time' },
    });
    await cancel(house);

    await empty(house);

    expect(caseIn(house, caseId())).not.toHaveProperty('byHand');
  });

  it('is to be done again when somebody was first', async () => {
    const house = aHouse();
    published(house);
    await cancel(house);

    const late = await empty(
      house,
      interrupted(house, () => {
        touch(house);
      }),
    );

    expect([late, await empty(house)]).toEqual(['changed-meanwhile', 'emptied']);
  });
});

describe('tellGroup', () => {
  const tell = (house: House) =>
    tellGroup(house)(
      { kind: 'tell-group', meetingId: meetingId(), about: 'moved', by: personId('koordinator') },
      house.inside.now,
      inTime(),
    );

  it('puts one notice each in the outbox for who takes part, but for who did it and who is gone', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting());

    await tell(house);
    await tell(house);

    expect(house.sent()).toEqual(
      expect.arrayContaining(
        ['medlem-dps', 'moteleder', 'vara-koordinator'].map(to => ({
          ...{ kind: 'meeting-notice', to, meetingId: meetingId(), about: 'moved' },
        })),
      ),
    );
    expect(house.sent()).toHaveLength(3);
  });

  it('tells of every change', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting());
    await tell(house);
    house.putMeeting(aMeeting({ revision: 1 }));

    await tell(house);

    expect(house.sent()).toHaveLength(6);
  });
});
