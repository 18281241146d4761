import { aCase, aDecision, aDisqualification, anAction } from '../builders/cases';
import { briefOf } from '../../src/domain/action';
import {
  actionId,
  caseCode,
  caseId,
  day,
  decisionId,
  instant,
  meetingId,
  personId,
  seatId,
} from '../builders/ids';
import { aMeeting, anEndedMeeting, aRunningMeeting } from '../builders/meetings';
import { aHouse, type Who } from './asking';
import { afterMeeting, approves, minutesIn, NO, opensMinutes, putMinuted } from './minuted';

const gone = (name: string, number: number) => ({ number, code: caseCode(name), gone: true });

describe('openMinutes', () => {
  it('composes itself from what was recorded, process only', async () => {
    const house = afterMeeting();

    const { minutes } = await minutesIn(house);

    expect(minutes).toEqual({
      meetingId: meetingId(),
      on: '2026-12-09',
      startedAt: instant('2026-12-09T08:05'),
      endedAt: instant('2026-12-09T09:30'),
      place: 'Møterom 1',
      chair: 'Møteleder',
      confidentialityReadBy: 'Møteleder',
      seats: [
        { name: 'Etat for sosiale tjenester', presence: 'present' },
        { name: 'Kronstad DPS', presence: 'present' },
        { name: 'Politiets innsatsgruppe', presence: 'present' },
      ],
      items: [
        expect.objectContaining({
          ...{ number: 1, code: caseCode('one'), kind: 'new-candidate' },
          decision: { id: expect.any(String) as string, question: 'intake', outcome: { kind: 'taken-in' } },
          answered: ['Kronstad DPS'],
        }),
        {
          caseId: caseId('two'),
          code: caseCode('two'),
          number: 2,
          kind: 'new-candidate',
          answered: [],
          disqualified: [],
          tasks: [],
        },
      ],
      partial: false,
    });
  });

  it('numbers the items as the agenda does when its order was changed', async () => {
    const house = afterMeeting({ agenda: [caseId('two'), caseId('one')] });
    putMinuted(house, 'one', { item: { number: 2 } });

    const { minutes } = await minutesIn(house);

    expect(minutes.items.map(({ number, code }) => [number, code])).toEqual([
      [1, caseCode('two')],
      [2, caseCode('one')],
    ]);
  });

  it('names new tasks by the agency that owns them, and none from before or after', async () => {
    const house = afterMeeting();
    const tasks = ['2026-12-09T08:04:59', '2026-12-09T08:30', '2026-12-09T09:30:01'].map((at, place) =>
      anAction({
        id: actionId(at),
        caseId: caseId('one'),
        createdAt: instant(at),
        due: day(`2026-12-1${place.toString()}`),
      }),
    );
    putMinuted(house, 'one', { kase: { actions: tasks.map(briefOf) }, item: { number: 1 } });
    tasks.forEach(task => house.putTask(task, { detail: 'Ring utleier' }));

    const { minutes } = await minutesIn(house);

    expect(minutes.items[0]).toMatchObject({
      tasks: [{ title: 'clarify-living', agency: 'Etat for sosiale tjenester', due: '2026-12-11' }],
    });
  });

  it('is stored as a look before it is shown', async () => {
    const house = afterMeeting();

    await minutesIn(house, 'member');

    expect(house.events().at(-1)).toMatchObject({
      operation: 'open-minutes',
      subject: meetingId(),
      disclosed: [],
      rule: 'open-minutes/member',
    });
  });

  it.each<Who>(['chair', 'coordinator', 'member', 'standIn'])('opens for the group: %s', async who => {
    expect(await opensMinutes(afterMeeting(), who)).toMatchObject({ ok: true });
  });

  it.each<Who>(['author', 'colleague', 'owner', 'admin', 'leader', 'gone'])(
    'is refused to everybody else, and the refusal kept: %s',
    async who => {
      const house = afterMeeting();

      expect(await opensMinutes(house, who)).toEqual(NO);
      expect(house.events()).toMatchObject([{ operation: 'open-minutes', allowed: false }]);
    },
  );

  it('previews a meeting that runs, and knows none that has not begun', async () => {
    const house = aHouse();
    house.putMeeting(aRunningMeeting());
    const running = await opensMinutes(house, 'member', 'first');
    house.putMeeting(aMeeting());

    const planned = await opensMinutes(house, 'member', 'second');

    expect(running.ok && 'endedAt' in running.value.minutes).toBe(false);
    expect(planned).toEqual(NO);
  });

  it('opens the last meeting held where none is named', async () => {
    const house = afterMeeting();
    house.putMeeting(
      anEndedMeeting({
        id: meetingId('2026-11-25'),
        on: day('2026-11-25'),
        startedAt: instant('2026-11-25T08:05'),
      }),
    );
    const at = instant('2026-12-12T08:00');

    const opened = await house.does.openMinutes(house.ask('member', { at }));
    const before = await aHouse().does.openMinutes(house.ask('member', { at }));

    expect(opened).toMatchObject({ value: { meeting: { id: meetingId() } } });
    expect(before).toEqual(NO);
  });

  it('leaves out what its reader is disqualified on, before and after it is approved', async () => {
    const house = afterMeeting();
    putMinuted(house, 'one', {
      kase: { disqualified: [aDisqualification(personId('medlem-dps'))] },
      item: { number: 1 },
    });

    const before = await minutesIn(house, 'member');
    await approves(house);
    const after = await minutesIn(house, 'member');
    const others = await minutesIn(house, 'coordinator');

    for (const { minutes } of [before, after])
      expect(minutes).toMatchObject({ partial: true, items: [{ code: caseCode('two') }] });
    expect(JSON.stringify([before, after])).not.toContain(caseCode('one'));
    expect(others.minutes).toMatchObject({
      partial: false,
      items: [{ code: caseCode('one'), disqualified: ['Kronstad DPS'] }, {}],
    });
  });

  it('keeps addenda, which may be about any case, from who may not read all of them', async () => {
    const house = afterMeeting();
    await approves(house);
    const text = 'Sak 1: innspill manglet';
    await house.does.addAddendum({
      ...house.ask('coordinator', { command: 'add' }),
      ...{ meetingId: meetingId(), text },
    });
    putMinuted(house, 'one', {
      kase: { disqualified: [aDisqualification(personId('medlem-dps'))] },
      item: { number: 1 },
    });

    expect((await minutesIn(house, 'member')).addenda).toEqual([]);
    expect((await minutesIn(house, 'coordinator')).addenda).toMatchObject([{ text }]);
  });

  it.each(['withdrawn', 'consent-refused', 'concluded', 'referral-withdrawn'] as const)(
    'says no more of a case that ended than that it is not available: %s',
    async state => {
      const house = afterMeeting();
      await approves(house);
      putMinuted(house, 'one', { kase: { state, askAgainAfter: day('2027-01-01') }, item: { number: 1 } });

      const { minutes } = await minutesIn(house, 'member');

      expect(minutes.items[0]).toEqual(gone('one', 1));
    },
  );

  it('tells that a candidate was not taken in, where the group said so', async () => {
    const house = afterMeeting();
    const declined = { kind: 'declined', reason: 'outside' } as const;
    putMinuted(house, 'one', {
      kase: { state: 'declined', reason: 'outside' },
      item: { number: 1, decision: aDecision({ id: decisionId('one'), outcome: declined }) },
    });

    const { minutes } = await minutesIn(house, 'member');

    expect(minutes.items[0]).toMatchObject({ decision: { outcome: declined } });
  });

  it('keeps an item that only moved on to another agenda', async () => {
    const house = afterMeeting();
    house.putCase(
      aCase({
        ...{ state: 'ready-for-review', id: caseId('two'), code: caseCode('two') },
        meetingId: meetingId('2026-12-23'),
      }),
    );

    const { minutes } = await minutesIn(house);

    expect(minutes.items[1]).toMatchObject({ number: 2, kind: 'new-candidate' });
  });

  it('knows nothing of a case that is not there any more', async () => {
    const house = afterMeeting();
    house.inside.cases.delete(caseId('one'));

    const { minutes } = await minutesIn(house);

    expect(minutes.items[0]).toEqual(gone('one', 1));
  });

  it('marks a stand-in, and who is not there', async () => {
    const [dps] = [seatId('dps')];
    const attendance = { present: [dps], standIns: [dps], confidentialityReadBy: personId('koordinator') };

    const { minutes } = await minutesIn(afterMeeting({ attendance }));

    expect(minutes.seats.map(({ presence }) => presence)).toEqual(['absent', 'stand-in', 'absent']);
    expect(minutes.confidentialityReadBy).toBe('Sent ute-koordinator');
  });
});
