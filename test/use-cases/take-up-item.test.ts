import { aDecision, aDisqualification, anItem } from '../builders/cases';
import { caseCode, caseId, meetingId } from '../builders/ids';
import { aMeeting, anEndedMeeting, aRunningMeeting } from '../builders/meetings';
import { aHouse, COORDINATOR, type House, keptIn, putReferral, type Who } from './asking';

const [ONE, OTHER] = [caseId(), caseId('other')];
const onAgenda = (over: object = {}) => {
  const house = aHouse();
  const agenda = [ONE, OTHER];
  for (const [place, id] of agenda.entries()) {
    const code = caseCode(`case ${place.toString()}`);
    putReferral(house, {
      ...{ id, code, state: 'ready-for-review', presented: true, meetingId: meetingId() },
      ...over,
    } as never);
    house.putItem(anItem({ caseId: id, code, number: place + 1 }));
  }
  house.putMeeting(aRunningMeeting({ agenda }));
  return house;
};
type By = { readonly who?: Who; readonly command?: string };
const takeUp = (house: House, id = ONE, { who = 'chair', command = 'take up' }: By = {}) =>
  house.does.takeUpItem({ ...house.ask(who, { command }), caseId: id, meetingId: meetingId() });
const current = ({ inside }: House) => {
  const meeting = inside.meetings.get(meetingId())?.meeting;
  return meeting?.state === 'running' ? meeting.current : undefined;
};

describe('takeUpItem', () => {
  it('says which case the group speaks of, and draws the agenda and that card anew', async () => {
    const house = onAgenda();

    const taken = await takeUp(house);

    expect(current(house)).toBe(ONE);
    expect(taken).toMatchObject({ ok: true, value: { meeting: { current: ONE } } });
    expect(house.sent()).toEqual([
      { kind: 'edit-agenda', meetingId: meetingId() },
      { kind: 'note-taken-up', meetingId: meetingId(), caseId: ONE },
      { kind: 'edit-item', meetingId: meetingId(), caseId: ONE },
    ]);
    expect(house.events()[0]).toMatchObject({ operation: 'take-up-item', rule: 'take-up-item/chair' });
  });

  it('lists what there is to take up in the order of the agenda, also when that was changed', async () => {
    const house = onAgenda();
    house.putMeeting(aRunningMeeting({ agenda: [OTHER, ONE] }));

    const taken = await takeUp(house);

    const listed = taken.ok ? taken.value.items.map(({ number, caseId: id }) => [number, id]) : [];
    expect(listed).toEqual([
      [1, OTHER],
      [2, ONE],
    ]);
  });

  it('goes on to another, and draws both anew', async () => {
    const house = onAgenda();
    await takeUp(house);

    await takeUp(house, OTHER, { who: 'coordinator', command: 'next' });

    expect(current(house)).toBe(OTHER);
    expect(house.sent()).toEqual(
      expect.arrayContaining([ONE, OTHER].map(id => expect.objectContaining({ caseId: id }) as unknown)),
    );
  });

  it('lets one win where two press at once, and tells the other that somebody was first', async () => {
    const house = onAgenda();

    const both = await Promise.all([
      takeUp(house, ONE, { who: 'chair', command: 'one' }),
      takeUp(house, ONE, { who: 'coordinator', command: 'other' }),
    ]);

    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter(({ ok }) => !ok)).toEqual([{ ok: false, error: { kind: 'changed-meanwhile' } }]);
    expect(current(house)).toBe(ONE);
  });

  it('is not for whoever is disqualified there, who does not see it among the others either', async () => {
    const house = onAgenda({ disqualified: [aDisqualification(COORDINATOR)] });
    putReferral(house, {
      ...{ id: OTHER, code: caseCode('case 1'), state: 'ready-for-review', presented: true },
      meetingId: meetingId(),
    } as never);
    const kept = keptIn(house);

    const refused = await takeUp(house, ONE, { who: 'coordinator' });

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(keptIn(house)).toBe(kept);
    const taken = await takeUp(house, OTHER, { who: 'coordinator', command: 'next' });
    expect(taken.ok && taken.value.items.map(({ caseId: id }) => id)).toEqual([OTHER]);
  });

  it.each([
    ['not begun', aMeeting({ agenda: [ONE] })],
    ['over', anEndedMeeting({ agenda: [ONE] })],
    ['another', aRunningMeeting({ agenda: [OTHER] })],
  ])('is refused where the meeting is %s', async (_, meeting) => {
    const house = onAgenda();
    house.putMeeting(meeting);

    expect(await takeUp(house)).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });

  it.each([
    ['has left the agenda', { closed: true }],
    ['is decided', { decision: aDecision() }],
  ])('is refused for what %s', async (_, over) => {
    const house = onAgenda();
    house.putItem(anItem(over));

    expect(await takeUp(house)).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });

  it('is refused for whoever does not lead, and for people the agenda is not for, as one', async () => {
    const house = onAgenda();

    const [member, author] = [
      await takeUp(house, ONE, { who: 'member', command: 'member' }),
      await takeUp(house, ONE, { who: 'author', command: 'author' }),
    ];

    expect(member).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(author).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(current(house)).toBeUndefined();
  });

  it('is nothing any more when the meeting ends', async () => {
    const house = onAgenda();
    await takeUp(house);

    await house.does.endMeeting({ ...house.ask('chair', { command: 'end' }), meetingId: meetingId() });

    expect(house.inside.meetings.get(meetingId())?.meeting).not.toHaveProperty('current');
  });
});
