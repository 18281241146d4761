import { type MeetingValues } from '../../src/domain/meeting-form';
import { useCasesIn } from '../../src/use-cases/all';
import { caseId, day, instant, meetingId, NOON, personId } from '../builders/ids';
import { aMeeting, anEndedMeeting } from '../builders/meetings';
import { aHouse, type House, keptIn, type Who } from './asking';

const AS_IT_IS = {
  day: '2026-12-09',
  time: '09:00',
  place: 'Møterom 1',
  link: '',
  length: '90',
  chair: 'moteleder',
};
type More = { readonly who?: Who; readonly revision?: number; readonly command?: string };
const plan = (
  house: House,
  values: MeetingValues,
  { who = 'coordinator', revision = 0, command = 'command' }: More = {},
) =>
  house.does.planMeeting({
    ...house.ask(who, { command }),
    ...{ meetingId: meetingId(), revision },
    values: { ...AS_IT_IS, ...values },
  });
/** The save of that number does not come through. */
const failingAt = ({ meetings }: House, at: number): House['meetings']['commit'] => {
  let saves = 0;
  return (...change) => {
    saves += 1;
    return saves === at ? Promise.reject(new Error('cut off')) : meetings.commit(...change);
  };
};
const stored = ({ inside }: House) => inside.meetings.get(meetingId())?.meeting;
const done = (house: House) => house.events().map(({ operation, rule }) => [operation, rule]);

describe('planMeeting', () => {
  it('moves the meeting to another day, and has everyone told and every card drawn anew', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting({ publishedAt: NOON, agenda: [caseId()] }));

    const moved = await plan(house, { day: '2026-12-14', time: '10:30' });

    expect(moved).toMatchObject({ ok: true, value: { meeting: { on: '2026-12-14' } } });
    expect(stored(house)).toEqual(
      aMeeting({
        on: day('2026-12-14'),
        startsAt: instant('2026-12-14T09:30'),
        ...{ revision: 1, publishedAt: NOON, agenda: [caseId()] },
      }),
    );
    expect(done(house)).toEqual([['move-meeting', 'move-meeting/coordinator']]);
    expect(house.sent()).toEqual([
      { kind: 'edit-agenda', meetingId: meetingId() },
      { kind: 'edit-item', meetingId: meetingId(), caseId: caseId() },
      { kind: 'remind-contributors', meetingId: meetingId() },
      { kind: 'tell-group', meetingId: meetingId(), about: 'moved', by: 'koordinator' },
    ]);
  });

  it('changes hour, place, link and length on the same day under a name of its own', async () => {
    const house = aHouse();

    await plan(house, { time: '12:00', place: '', link: 'https://moete.example/1', length: '60' });

    expect(stored(house)).toMatchObject({
      on: '2026-12-09',
      startsAt: '2026-12-09T11:00:00.000Z',
      ...{ place: '', link: 'https://moete.example/1', lengthMinutes: 60, revision: 1 },
    });
    expect(done(house)).toEqual([['plan-meeting', 'plan-meeting/coordinator']]);
    expect(house.sent()).toEqual([
      { kind: 'tell-group', meetingId: meetingId(), about: 'moved', by: 'koordinator' },
    ]);
  });

  it('tells nobody of another length', async () => {
    const house = aHouse();

    await plan(house, { length: '60' });

    expect(house.sent()).toEqual([]);
  });

  it('takes the link away when it is left empty', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting({ link: 'https://moete.example/1' }));

    await plan(house, {});

    expect(stored(house)).not.toHaveProperty('link');
  });

  it('names another chair, an event beside the move, and lets the old chair do both', async () => {
    const house = aHouse();

    const moved = await plan(house, { day: '2026-12-14', chair: 'medlem-dps' }, { who: 'chair' });

    expect(moved).toMatchObject({ ok: true });
    expect(stored(house)).toMatchObject({ on: '2026-12-14', chair: 'medlem-dps', revision: 2 });
    expect(done(house)).toEqual([
      ['move-meeting', 'move-meeting/chair'],
      ['name-chair', 'name-chair/chair'],
    ]);
  });

  it('names another chair alone', async () => {
    const house = aHouse();

    await plan(house, { chair: 'koordinator' });

    expect(done(house)).toEqual([['name-chair', 'name-chair/coordinator']]);
    expect(house.sent()).toEqual([]);
  });

  it('does the same press once, also when the presser chairs no longer', async () => {
    const house = aHouse();
    await plan(house, { day: '2026-12-14', chair: 'medlem-dps' }, { who: 'chair' });
    const before = keptIn(house);

    const again = await plan(house, { day: '2026-12-14', chair: 'medlem-dps' }, { who: 'chair' });

    expect(again).toMatchObject({ ok: true, value: { meeting: { chair: 'medlem-dps' } } });
    expect(keptIn(house)).toBe(before);
  });

  it('names the chair at the repeat of a press that was cut off before', async () => {
    const house = aHouse();
    const values = { day: '2026-12-14', chair: 'medlem-dps' };
    const cutOff = { ...house, meetings: { ...house.meetings, commit: failingAt(house, 2) } };
    const world = { ...house, does: useCasesIn(cutOff) };
    await expect(plan(world, values)).rejects.toThrow('cut off');

    const again = await plan(house, values);

    expect(again).toMatchObject({ ok: true, value: { meeting: { chair: 'medlem-dps' } } });
    expect(stored(house)).toMatchObject({ on: '2026-12-14', chair: 'medlem-dps', revision: 2 });
    expect(done(house).map(([operation]) => operation)).toEqual(['move-meeting', 'name-chair']);
  });

  it('does not put a chair over what somebody else changed since it was cut off', async () => {
    const house = aHouse();
    const values = { day: '2026-12-14', chair: 'medlem-dps' };
    const cutOff = { ...house, meetings: { ...house.meetings, commit: failingAt(house, 2) } };
    await expect(plan({ ...house, does: useCasesIn(cutOff) }, values)).rejects.toThrow('cut off');
    await plan(house, { day: '2026-12-14', chair: 'koordinator' }, { revision: 1, command: 'other' });

    const again = await plan(house, values);

    expect(again).toEqual({ ok: false, error: { kind: 'changed-meanwhile' } });
    expect(stored(house)).toMatchObject({ chair: 'koordinator' });
  });

  it('changes nothing, and records nothing, when nothing is another', async () => {
    const house = aHouse();

    const same = await plan(house, {});

    expect(same).toMatchObject({ ok: true, value: { meeting: { revision: 0 } } });
    expect([stored(house), house.events()]).toEqual([undefined, []]);
  });

  it('refuses a form that somebody else was faster than', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting({ revision: 3 }));

    const late = await plan(house, { time: '10:00' }, { revision: 2 });

    expect(late).toEqual({ ok: false, error: { kind: 'changed-meanwhile' } });
    expect(stored(house)).toMatchObject({ revision: 3, startsAt: aMeeting().startsAt });
  });

  it('says what is wrong with which field, and stores nothing', async () => {
    const house = aHouse();

    const wrong = await plan(house, { day: '2026-12-23', link: 'http://moete.example' });

    expect(wrong).toMatchObject({
      ok: true,
      value: {
        plan: { bounds: { after: '2026-11-25', before: '2026-12-23' } },
        problems: [
          { field: 'day', problem: 'beside-another' },
          { field: 'link', problem: 'not-https' },
        ],
      },
    });
    expect(stored(house)).toBeUndefined();
  });

  it.each<[Who, string]>([
    ['member', 'wrong-state'],
    ['author', 'not-available'],
    ['admin', 'not-available'],
  ])('refuses %s, as %s', async (who, kind) => {
    const house = aHouse();

    const refused = await plan(house, { day: '2026-12-14' }, { who });

    expect(refused).toEqual({ ok: false, error: { kind } });
    expect(house.events()).toMatchObject([{ operation: 'plan-meeting', allowed: false, rule: 'none' }]);
  });

  it('refuses what is over', async () => {
    const house = aHouse();
    house.putMeeting(anEndedMeeting());

    expect(await plan(house, { time: '10:00' })).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });
});

describe('startPlanMeeting', () => {
  it('gives the meeting, the days it lies between, and who can chair it', async () => {
    const house = aHouse();

    const form = await house.does.startPlanMeeting({ ...house.ask('chair'), meetingId: meetingId() });

    expect(form).toMatchObject({
      ok: true,
      value: { meeting: { id: meetingId() }, bounds: { after: '2026-11-25', before: '2026-12-23' } },
    });
    expect(form.ok && form.value.people.map(({ id }) => id).toSorted()).toEqual(
      ['koordinator', 'vara-koordinator', 'medlem-dps', 'moteleder'].map(personId).toSorted(),
    );
  });

  it('is refused whom the meeting does not concern, and for a day without one', async () => {
    const house = aHouse();

    const refusals = [
      await house.does.startPlanMeeting({ ...house.ask('author'), meetingId: meetingId() }),
      await house.does.startPlanMeeting({
        ...house.ask('coordinator'),
        meetingId: meetingId('2026-12-10'),
      }),
    ];

    expect(refusals).toEqual([1, 2].map(() => ({ ok: false, error: { kind: 'not-available' } })));
    expect(house.events().map(({ operation }) => operation)).toEqual([
      'start-plan-meeting',
      'start-plan-meeting',
    ]);
  });
});
