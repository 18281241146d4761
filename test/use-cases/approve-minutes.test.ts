import fc from 'fast-check';
import { isGone } from '../../src/domain/minutes-steps';
import { useCasesIn } from '../../src/use-cases/all';
import { aDisqualification, anItem } from '../builders/cases';
import { caseCode, caseId, day, instant, meetingId, NOON, personId } from '../builders/ids';
import { aRunningMeeting } from '../builders/meetings';
import { aHouse, type House, interrupted, touch, type Who } from './asking';
import { afterMeeting, approves, CHAIR, MEETING, minutesIn, NO, putMinuted, storedMinutes } from './minuted';

const meetingOf = ({ inside }: House) => inside.meetings.get(meetingId())?.meeting;
const REFUSED = { ok: false, error: { kind: 'wrong-state' } };

describe('approveMinutes', () => {
  it('stores what was read, locks it, and draws the agenda anew', async () => {
    const house = afterMeeting();
    const { minutes } = await minutesIn(house);

    const approved = await approves(house);

    const { partial: _, ...whole } = minutes;
    expect(storedMinutes(house)).toEqual({ minutes: whole, addenda: [] });
    expect(meetingOf(house)).toMatchObject({ state: 'ended', approved: { by: CHAIR, at: NOON } });
    expect(approved).toMatchObject({ value: { meeting: { approved: { by: CHAIR } } } });
    expect(house.sent()).toEqual([{ kind: 'edit-agenda', meetingId: meetingId() }]);
    expect(house.events().findLast(({ operation }) => operation === 'approve-minutes')).toMatchObject({
      subject: meetingId(),
      rule: 'approve-minutes/chair',
      disclosed: [],
      allowed: true,
    });
  });

  it.each<Who>(['coordinator', 'standIn', 'member'])(
    'is for who led the meeting alone, not for: %s',
    async who => {
      const house = afterMeeting();

      expect(await approves(house, who)).toEqual(REFUSED);
      expect(storedMinutes(house)).toBeUndefined();
      expect(house.events().at(-1)).toMatchObject({ operation: 'approve-minutes', allowed: false });
    },
  );

  it.each<Who>(['author', 'owner', 'admin', 'leader', 'gone'])('does not exist for: %s', async who => {
    const house = afterMeeting();

    expect(await approves(house, who)).toEqual(NO);
    expect(storedMinutes(house)).toBeUndefined();
  });

  it('is for a coordinator who led it', async () => {
    const house = afterMeeting({ chair: personId('koordinator') });

    expect(await approves(house, 'coordinator')).toMatchObject({ ok: true });
    expect(storedMinutes(house)?.minutes.chair).toBe('Sent ute-koordinator');
  });

  it('T04 is done once by one press, and is not done again by another', async () => {
    const house = afterMeeting();
    await approves(house);
    const kept = storedMinutes(house);

    const again = await approves(house);
    const another = await approves(house, 'chair', 'another');

    expect(again).toMatchObject({ ok: true });
    expect(another).toEqual(REFUSED);
    expect(storedMinutes(house)).toBe(kept);
    expect(
      house.events().filter(({ operation, allowed }) => operation === 'approve-minutes' && allowed),
    ).toHaveLength(1);
  });

  it('waits until the meeting is over', async () => {
    const house = aHouse();
    house.putMeeting(aRunningMeeting());

    expect(await approves(house)).toEqual(REFUSED);
  });

  it('T03 is not done of a text that is not the one that was read', async () => {
    const house = afterMeeting();
    const { seen } = await minutesIn(house);
    putMinuted(house, 'one', {
      kase: { disqualified: [aDisqualification(personId('medlem-dps'))] },
      item: { number: 1 },
    });

    const approving = { ...house.ask('chair'), ...MEETING };
    const stale = await house.does.approveMinutes({ ...approving, seen });
    const blind = await house.does.approveMinutes({ ...approving, seen: '' });

    for (const answer of [stale, blind])
      expect(answer).toEqual({ ok: false, error: { kind: 'changed-meanwhile' } });
    expect(storedMinutes(house)).toBeUndefined();
  });

  it('T23 is decided anew when somebody was first', async () => {
    const house = afterMeeting();
    const { seen } = await minutesIn(house);
    const world = interrupted(house, () => {
      touch(house);
    });

    const approved = await useCasesIn(world).approveMinutes({ ...house.ask('chair'), ...MEETING, seen });

    expect(approved).toMatchObject({ ok: true });
    expect(meetingOf(house)).toMatchObject({ approved: { by: CHAIR } });
  });

  it('keeps what was decided in the meeting, of a case that is shut to everybody too', async () => {
    const house = afterMeeting();
    putMinuted(house, 'one', { kase: { state: 'consent-refused' }, item: { number: 1 } });

    await approves(house);
    const shown = await minutesIn(house);

    expect(storedMinutes(house)?.minutes.items[0]).toMatchObject({
      code: caseCode('one'),
      decision: { outcome: { kind: 'taken-in' } },
    });
    expect(shown.minutes.items[0]).toEqual({ number: 1, code: caseCode('one'), gone: true });
    expect(JSON.stringify(storedMinutes(house))).not.toContain('refused');
  });
});

/** Whatever can be pressed in a case, at the meeting or about somebody once the minutes are approved. */
const AFTERWARDS: Readonly<Record<string, (house: House, command: string) => Promise<unknown>>> = {
  'approve again': (house, command) => approves(house, 'chair', command),
  addendum: (house, command) =>
    house.does.addAddendum({ ...house.ask('chair', { command }), ...MEETING, text: `Rettelse ${command}` }),
  'withdraw referral': (house, command) =>
    house.does.withdrawReferral({ ...house.ask('author', { command }), caseId: caseId('one') }),
  'refuse consent': (house, command) =>
    house.does.refuseConsent({
      ...house.ask('coordinator', { command }),
      ...{ caseId: caseId('one'), askAgainAfter: day('2027-06-04') },
    }),
  'declare disqualified': (house, command) =>
    house.does.declareDisqualified({ ...house.ask('member', { command }), caseId: caseId('one') }),
  'new task': (house, command) =>
    house.does.createAction({
      ...house.ask('coordinator', { command, at: instant('2026-12-09T09:00') }),
      ...{ caseId: caseId('one'), title: 'arrange-meeting', owner: personId('ansvarlig') },
      ...{ due: day('2026-12-18'), detail: '', detailIn: 'C' },
    }),
  'an item that changed': house => {
    house.putItem(anItem({ caseId: caseId('two'), code: caseCode('two'), number: 1, closed: true }));
    return Promise.resolve();
  },
  'end again': (house, command) =>
    house.does.endMeeting({ ...house.ask('coordinator', { command }), ...MEETING }),
  'correct attendance': (house, command) =>
    house.does.startMeeting({
      ...house.ask('coordinator', { command }),
      ...MEETING,
      ...{ present: [], standIns: [] },
    }),
  'rename somebody': house => {
    house.enrol({ ...house.who.chair.person, name: 'Noen andre' });
    return Promise.resolve();
  },
  'erase a case': house => {
    house.inside.cases.delete(caseId('two'));
    return Promise.resolve();
  },
};

describe('approved minutes', () => {
  it('never change, whatever is pressed afterwards', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...Object.keys(AFTERWARDS)), { maxLength: 8 }),
        async presses => {
          const house = afterMeeting();
          await approves(house);
          const kept = JSON.stringify(storedMinutes(house)?.minutes);
          const approved = meetingOf(house);

          for (const [place, press] of presses.entries())
            await AFTERWARDS[press]?.(house, `press ${place.toString()}`);

          const said = presses.flatMap((press, place) =>
            press === 'addendum' ? [`Rettelse press ${place.toString()}`] : [],
          );
          expect(JSON.stringify(storedMinutes(house)?.minutes)).toBe(kept);
          expect(storedMinutes(house)?.addenda.map(({ text }) => text)).toEqual(said);
          expect({ ...meetingOf(house), addedAt: undefined }).toEqual(approved);
          const { minutes } = await minutesIn(house);
          const shown = minutes.items.filter(item => !isGone(item)).map(item => JSON.stringify(item));
          expect(shown.filter(item => !kept.includes(item))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
