import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { caseId, day, instant, meetingId, personId } from '../builders/ids';
import { aDisqualification } from '../builders/cases';
import { aHouse, caseIn, type House, type Who } from './asking';
import { layAll, publishAndLay, putNamed } from './on-agenda';

type As = { readonly who?: Who; readonly name?: string; readonly command?: string };
const add = (house: House, { who = 'coordinator', name = 'case', command = 'add' }: As = {}) =>
  house.does.addToAgenda({ ...house.ask(who, { command }), caseId: caseId(name) });
const items = ({ inside }: House) => [...inside.items.values()].map(({ item }) => item);

describe('addToAgenda', () => {
  it('puts a case on the next agenda that nothing else would bring up', async () => {
    const house = aHouse();
    putNamed(house, 'case', { state: 'mapping' });

    const added = await add(house);

    expect(added.ok).toBe(true);
    expect(caseIn(house, caseId('case'))?.byHand).toEqual({ wants: 'on', meetingId: meetingId() });
    const agenda = await house.does.openAgenda(house.ask('coordinator', { command: 'look' }));
    expect(agenda).toMatchObject({ ok: true, value: { entries: [{ kind: 'other' }] } });
    expect(house.sent()).toEqual([]);
    expect(house.events()[0]).toMatchObject({ operation: 'add-to-agenda', caseId: caseId('case') });
  });

  it('lays it at once on one that is published, last and marked as late', async () => {
    const house = aHouse();
    putNamed(house, 'first');
    await publishAndLay(house);
    putNamed(house, 'case', { state: 'mapping' });

    await add(house);
    await layAll(house);

    expect(items(house)).toMatchObject([
      { caseId: caseId('first'), number: 1 },
      { caseId: caseId('case'), number: 2, kind: 'other', late: true },
    ]);
    expect(house.inside.meetings.get(meetingId())?.meeting.agenda).toEqual(
      ['first', 'case'].map(name => caseId(name)),
    );
    expect(caseIn(house, caseId('case'))).toMatchObject({ presented: true, meetingId: meetingId() });
  });

  it('comes back in the place it had when it was taken off before', async () => {
    const house = aHouse();
    putNamed(house, 'case');
    putNamed(house, 'other', { since: instant('2026-12-04T13:00') });
    await publishAndLay(house);
    await house.does.takeOffAgenda({ ...house.ask('coordinator'), caseId: caseId('case'), reason: 'time' });

    await add(house);
    await layAll(house);

    const item = house.inside.items.get(`${caseId('case')}/${meetingId()}`)?.item;
    expect(item).toMatchObject({ number: 1, closed: false, late: true });
    expect(item).not.toHaveProperty('offReason');
  });

  it.each([
    ['the chair of that meeting', 'chair', true],
    ['a member who does not chair it', 'member', false],
  ] as const)('is for %s: %s %s', async (_, who, may) => {
    const house = aHouse();
    putNamed(house, 'case', { state: 'mapping', presented: true });

    expect((await add(house, { who })).ok).toBe(may);
  });

  it('is for the chair of the meeting to come when an earlier one had the case up', async () => {
    const house = aHouse();
    const earlier = meetingId('2026-11-25');
    putNamed(house, 'case', { state: 'active', presented: true, meetingId: earlier });

    const added = await add(house, { who: 'chair' });

    expect(added.ok && added.value.byHand).toEqual({ wants: 'on', meetingId: meetingId() });
  });

  it('is not for the chair of the meeting to come while an earlier one has the case up still', async () => {
    const house = aHouse();
    const earlier = meetingId('2026-11-25');
    putNamed(house, 'case', { state: 'active', presented: true, meetingId: earlier });
    const running = { id: earlier, on: day('2026-11-25'), chair: personId('koordinator') };
    house.putMeeting(aRunningMeeting({ ...running, agenda: [caseId('case')] }));

    expect((await add(house, { who: 'chair' })).ok).toBe(false);
  });

  it('is refused for a chair who is disqualified, as if there were no such case', async () => {
    const house = aHouse();
    const disqualified = [aDisqualification(personId('moteleder'))];
    putNamed(house, 'case', { state: 'mapping', presented: true, disqualified });

    expect(await add(house, { who: 'chair' })).toEqual({ ok: false, error: { kind: 'not-available' } });
  });

  it.each([
    ['somebody has said no', { state: 'consent-refused' }],
    ['somebody has withdrawn', { state: 'withdrawn' }],
    ['it has ended', { state: 'concluded' }],
    ['it was postponed', { state: 'deferred' }],
    ['it waits beyond the meeting', { state: 'mapping', pausedUntil: day('2027-01-04') }],
    ['the person could be recognised', { state: 'ready-for-review', recognisable: true }],
  ])('is refused when %s', async (_, over) => {
    const house = aHouse();
    putNamed(house, 'case', over);

    const refused = await add(house);

    expect(refused).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(caseIn(house, caseId('case'))).not.toHaveProperty('byHand');
  });

  it('is refused while the meeting runs', async () => {
    const house = aHouse({ now: instant('2026-12-09T08:30') });
    house.putMeeting(aRunningMeeting());
    putNamed(house, 'case', { state: 'mapping' });

    expect((await add(house)).ok).toBe(false);
  });

  it('is refused when one batch cannot hold more', async () => {
    const house = aHouse();
    const agenda = Array.from({ length: 90 }, (_, place) => caseId(String(place)));
    house.putMeeting(aMeeting({ publishedAt: house.inside.now, agenda }));
    putNamed(house, 'case', { state: 'mapping' });

    expect((await add(house)).ok).toBe(false);
  });
});
