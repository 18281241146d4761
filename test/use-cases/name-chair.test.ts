import { day, meetingId, NOON, personId } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { type House, type Who } from './asking';
import { afterMeeting, approves, CHAIR, MEETING, minutesIn, NO } from './minuted';

const MEMBER = personId('medlem-dps');
const name = (house: House, who: Who, chair = MEMBER) =>
  house.does.nameChair({ ...house.ask(who, { command: `name ${who}` }), ...MEETING, chair });
const chairIn = ({ inside }: House) => inside.meetings.get(meetingId())?.meeting.chair;

/** Whoever led the meeting has left before its minutes were approved. */
const leftBehind = (): House => {
  const house = afterMeeting();
  const { chair } = house.who;
  const person = { ...chair.person, removedOn: day('2026-12-10') };
  house.who.chair = house.enrol(person);
  return house;
};

describe('nameChair', () => {
  it('lets somebody approve the minutes of a meeting whose chair is there no longer', async () => {
    const house = leftBehind();
    expect((await approves(house, 'member', 'too early').catch(() => NO)).ok).toBe(false);

    await name(house, 'coordinator');
    const { seen } = await minutesIn(house, 'member');
    const approved = await house.does.approveMinutes({
      ...house.ask('member', { command: 'approve' }),
      ...{ ...MEETING, seen },
    });

    expect(approved.ok).toBe(true);
    expect(house.sent()).toContainEqual({
      kind: 'meeting-notice',
      ...{ to: MEMBER, meetingId: meetingId(), about: 'approve-minutes' },
    });
  });

  it.each<[string, Who, typeof MEMBER]>([
    ['a member who does not lead it', 'member', MEMBER],
    ['the coordinator, of somebody who takes no part', 'coordinator', personId('innmelder')],
    ['the coordinator, of somebody removed', 'coordinator', personId('sluttet')],
  ])('is refused %s', async (_, who, chair) => {
    const house = afterMeeting();

    const refused = await name(house, who, chair);

    expect(refused.ok).toBe(false);
    expect(chairIn(house)).toBe(CHAIR);
  });

  it.each([
    ['has approved minutes', () => afterMeeting({ approved: { by: CHAIR, at: NOON } })],
    [
      'is planned, which has a form of its own',
      () => {
        const house = afterMeeting();
        house.putMeeting(aMeeting());
        return house;
      },
    ],
  ])('is refused of a meeting that %s', async (_, given) => {
    const house = given();

    const refused = await name(house, 'coordinator');

    expect(refused).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(chairIn(house)).toBe(CHAIR);
  });
});

describe('startNameChair', () => {
  it('gives who can take over, and not whoever leads it now', async () => {
    const house = afterMeeting();

    const form = await house.does.startNameChair({ ...house.ask('coordinator'), ...MEETING });

    const people = form.ok ? form.value.people.map(({ id }) => id) : [];
    expect(people).toEqual(expect.arrayContaining([MEMBER, personId('koordinator')]));
    expect(people).not.toContain(CHAIR);
  });

  it('is not for a member, nor when the minutes are approved', async () => {
    const approved = afterMeeting({ approved: { by: CHAIR, at: NOON } });
    const house = afterMeeting();

    expect(await house.does.startNameChair({ ...house.ask('member'), ...MEETING })).toEqual(NO);
    expect(await approved.does.startNameChair({ ...approved.ask('coordinator'), ...MEETING })).toEqual(NO);
  });
});
