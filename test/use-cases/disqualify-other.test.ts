import { caseId, day, meetingId, personId } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { aHouse, caseIn, type House, putReferral, type Who } from './asking';

const ITEM = { caseId: caseId(), meetingId: meetingId() };
const MEMBER = personId('medlem-dps');

const aHouseInMeeting = (): House => {
  const house = aHouse();
  putReferral(house, { state: 'ready-for-review', presented: true, meetingId: meetingId() });
  house.putMeeting(aMeeting({ agenda: [caseId()] }));
  return house;
};
const declare = (house: House, who: Who, person = MEMBER) =>
  house.does.disqualifyOther({ ...house.ask(who), ...ITEM, person, reason: 'family' });

describe('startDisqualification', () => {
  it('gives the chair everyone to choose among, and shows no content', async () => {
    const house = aHouseInMeeting();

    const found = await house.does.startDisqualification({ ...house.ask('chair'), ...ITEM });

    expect(found.ok && found.value.people.map(({ id }) => id)).toContain(MEMBER);
    expect(house.events()).toMatchObject([
      { operation: 'start-disqualification', allowed: true, disclosed: [] },
    ]);
  });

  it.each(['member', 'coordinator', 'admin'] as const)('refuses the %s', async who => {
    const house = aHouseInMeeting();

    const refused = await house.does.startDisqualification({ ...house.ask(who), ...ITEM });

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
  });
});

describe('disqualifyOther', () => {
  it('keeps who, by whom and why', async () => {
    const house = aHouseInMeeting();

    await declare(house, 'chair');

    expect(caseIn(house, caseId())?.disqualified).toEqual([
      { person: MEMBER, by: 'moteleder', at: house.inside.now, reason: 'family' },
    ]);
  });

  it('is the chair’s alone, even beside the coordinator', async () => {
    const house = aHouseInMeeting();

    const refused = await declare(house, 'coordinator');

    expect(refused).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(caseIn(house, caseId())?.disqualified).toEqual([]);
  });

  it('is not a chair’s whose meeting the case does not stand on', async () => {
    const house = aHouse();
    const elsewhere = meetingId('2026-12-23');
    putReferral(house, { state: 'ready-for-review', presented: true, meetingId: elsewhere });
    house.putMeeting(aMeeting({ agenda: [] }));

    const refused = await declare(house, 'chair');

    expect(refused.ok).toBe(false);
  });

  it('is for whoever chairs the next meeting, of a case that an earlier one had up', async () => {
    const house = aHouse();
    putReferral(house, { state: 'active', presented: true, meetingId: meetingId('2026-11-25') } as never);
    house.putMeeting(aMeeting());

    expect((await declare(house, 'chair')).ok).toBe(true);
  });

  it('is not for whoever chairs a later meeting, of a case that an earlier one had up', async () => {
    const house = aHouse();
    const later = meetingId('2027-02-03');
    putReferral(house, { state: 'active', presented: true, meetingId: meetingId('2026-11-25') } as never);
    house.putMeeting(aMeeting());
    house.putMeeting(aMeeting({ id: later, on: day('2027-02-03'), chair: MEMBER }));
    const over = { person: personId('koordinator'), reason: 'other' } as const;

    const named = { caseId: caseId(), meetingId: later };
    const refused = await house.does.disqualifyOther({ ...house.ask('member'), ...named, ...over });

    expect(refused.ok).toBe(false);
  });

  it('is not for whoever chairs a later meeting, of a case that stands on none', async () => {
    const house = aHouse();
    const later = meetingId('2027-02-03');
    putReferral(house, { state: 'active', presented: true } as never);
    house.putMeeting(aMeeting());
    house.putMeeting(aMeeting({ id: later, on: day('2027-02-03'), chair: MEMBER }));
    const person = personId('koordinator');
    const over = { caseId: caseId(), meetingId: later, person, reason: 'other' } as const;

    const refused = await house.does.disqualifyOther({ ...house.ask('member'), ...over });

    expect(refused.ok).toBe(false);
    expect(caseIn(house, caseId())?.disqualified).toEqual([]);
  });

  it.each([
    ['nobody the directory knows', personId('ukjent')],
    ['the chair, who declares that for themselves', personId('moteleder')],
  ])('is never for %s', async (_, person) => {
    const house = aHouseInMeeting();

    const refused = await declare(house, 'chair', person);

    expect(refused).toEqual({ ok: false, error: { kind: 'try-again' } });
    expect(caseIn(house, caseId())?.disqualified).toEqual([]);
  });

  it('changes nothing the second time', async () => {
    const house = aHouseInMeeting();
    await declare(house, 'chair');

    await house.does.disqualifyOther({
      ...house.ask('chair', { command: 'again' }),
      ...ITEM,
      person: MEMBER,
      reason: 'other',
    });

    expect(caseIn(house, caseId())?.disqualified).toMatchObject([{ reason: 'family' }]);
  });
});
