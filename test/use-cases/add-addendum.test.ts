import { caseId, meetingId, NOON, personId } from '../builders/ids';
import { type House, type Who } from './asking';
import { afterMeeting, approves, CHAIR, MEETING, minutesIn, NO, storedMinutes } from './minuted';

const REFUSED = { ok: false, error: { kind: 'wrong-state' } };
/** Every text is a press of its own. */
const adds = (house: House, who: Who, text = 'Møtet begynte 9.10.') =>
  house.does.addAddendum({ ...house.ask(who, { command: `add ${text}` }), ...MEETING, text });
const starts = (house: House, who: Who) =>
  house.does.startAddendum({ ...house.ask(who, { command: 'start' }), ...MEETING });
const approvedHouse = async (): Promise<House> => {
  const house = afterMeeting();
  await approves(house);
  return house;
};
const textsIn = (house: House) => storedMinutes(house)?.addenda.map(({ text }) => text);

describe('addAddendum', () => {
  it('puts it to the minutes, by whom and when, and leaves them as they were', async () => {
    const house = await approvedHouse();
    const before = storedMinutes(house)?.minutes;

    const added = await adds(house, 'coordinator');

    const addendum = {
      text: 'Møtet begynte 9.10.',
      by: personId('koordinator'),
      name: 'Sent ute-koordinator',
      at: NOON,
    };
    expect(storedMinutes(house)).toEqual({ minutes: before, addenda: [addendum] });
    expect(added).toMatchObject({ value: { addenda: [addendum] } });
    expect(house.events().at(-1)).toMatchObject({
      operation: 'add-addendum',
      subject: meetingId(),
      rule: 'add-addendum/coordinator',
    });
    expect(JSON.stringify(house.events())).not.toContain('begynte');
  });

  it('appends: the one before stays', async () => {
    const house = await approvedHouse();

    await adds(house, 'chair', 'Først');
    await adds(house, 'chair', 'Så');
    await adds(house, 'chair', 'Så');

    expect(textsIn(house)).toEqual(['Først', 'Så']);
    expect(storedMinutes(house)?.addenda[0]?.by).toBe(CHAIR);
  });

  it('T23 keeps both of two that come at once', async () => {
    const house = await approvedHouse();

    await Promise.all([adds(house, 'chair', 'Ett'), adds(house, 'coordinator', 'To')]);

    expect(textsIn(house)?.toSorted()).toEqual(['Ett', 'To']);
  });

  it('waits for the approval', async () => {
    const house = afterMeeting();

    expect(await adds(house, 'chair')).toEqual(REFUSED);
    expect(await starts(house, 'chair')).toEqual(NO);
    expect(textsIn(house)).toBeUndefined();
  });

  it.each(['', 'x'.repeat(201), 'Gjelder 01019012345'])(
    'takes no text that may not stand there: %j',
    async text => {
      const house = await approvedHouse();

      expect(await adds(house, 'chair', text)).toEqual(REFUSED);
      expect(textsIn(house)).toEqual([]);
    },
  );

  it('is refused to a member, who may read them', async () => {
    const house = await approvedHouse();

    expect(await adds(house, 'member')).toEqual(REFUSED);
    expect(await starts(house, 'member')).toEqual(NO);
  });

  it.each<Who>(['author', 'owner', 'admin', 'leader', 'gone'])('does not exist for: %s', async who => {
    const house = await approvedHouse();

    expect(await adds(house, who)).toEqual(NO);
    expect(textsIn(house)).toEqual([]);
  });

  it('still leaves out what its author is disqualified on', async () => {
    const house = await approvedHouse();
    await house.does.declareDisqualified({ ...house.ask('coordinator'), caseId: caseId('one') });

    const added = await adds(house, 'coordinator');

    expect(added).toMatchObject({ value: { minutes: { partial: true, items: [{ number: 2 }] } } });
    expect((await minutesIn(house, 'coordinator')).minutes.partial).toBe(true);
  });
});

describe('startAddendum', () => {
  it('opens for those who may, and is a look', async () => {
    const house = await approvedHouse();

    expect(await starts(house, 'coordinator')).toMatchObject({ value: { id: meetingId() } });
    expect(house.events().at(-1)).toMatchObject({
      operation: 'start-addendum',
      rule: 'add-addendum/coordinator',
    });
  });
});
