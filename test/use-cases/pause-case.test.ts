import { briefOf } from '../../src/domain/action';
import { digestLines } from '../../src/use-cases/digest-lines';
import { aCase, anAction } from '../builders/cases';
import { caseId, day, instant, meetingId, personId } from '../builders/ids';
import { inTime } from '../fakes/fake-world';
import { aHouse, caseIn, COORDINATOR, type House, OWNER, STAND_IN, type Who } from './asking';
import { layAll, publishAndLay, putNamed } from './on-agenda';

const pause = (house: House, until = '2027-01-04', who: Who = 'coordinator') =>
  house.does.pauseCase({ ...house.ask(who, { command: until }), caseId: caseId('case'), until: day(until) });
const resume = (house: House) =>
  house.does.resumeCase({ ...house.ask('coordinator', { command: 'resume' }), caseId: caseId('case') });
const inboxOn = async (house: House, at = house.inside.now) => {
  const inbox = await house.does.openInbox(house.ask('coordinator', { command: `inbox ${at}`, at }));
  return inbox.ok ? inbox.value.entries.filter(entry => entry.caseId !== undefined) : [];
};

describe('pauseCase', () => {
  it('takes the case off a coming agenda, and draws both cards anew', async () => {
    const house = aHouse();
    putNamed(house, 'case');
    await publishAndLay(house);

    await pause(house);

    expect(caseIn(house, caseId('case'))).toMatchObject({ pausedUntil: '2027-01-04' });
    expect(caseIn(house, caseId('case'))).not.toHaveProperty('meetingId');
    expect(house.sent()).toEqual([
      { kind: 'edit-agenda', meetingId: meetingId() },
      { kind: 'edit-item', meetingId: meetingId(), caseId: caseId('case') },
    ]);
  });

  it('has the digests that speak of it drawn anew, and no others', async () => {
    const [busy, idle] = [aHouse(), aHouse()];
    const task = anAction({ caseId: caseId('case'), standIn: personId('medlem-dps') });
    putNamed(busy, 'case', { actions: [briefOf(task)] });
    putNamed(idle, 'case');

    await pause(busy);
    await pause(idle);

    const edited = [busy, idle].map(house =>
      house.sent().flatMap(errand => (errand.kind === 'edit-digest' ? [errand.to] : [])),
    );
    expect(edited).toEqual([[OWNER, 'medlem-dps', COORDINATOR, STAND_IN], []]);
  });

  it('leaves it on one that comes after its day', async () => {
    const house = aHouse();
    putNamed(house, 'case');
    await publishAndLay(house);

    await pause(house, '2026-12-09');

    expect(caseIn(house, caseId('case'))?.meetingId).toBe(meetingId());
  });

  it('asks nothing of the coordinator until the day, and then that it is taken up', async () => {
    const house = aHouse();
    putNamed(house, 'case', { state: 'awaiting-consent' });
    await pause(house);

    const [before, after] = [await inboxOn(house), await inboxOn(house, instant('2027-01-04T08:00'))];

    expect(before).toEqual([]);
    expect(after).toMatchObject([{ step: 'pause-is-over', on: '2027-01-04' }]);
  });

  it('reminds nobody of its tasks meanwhile', async () => {
    const house = aHouse();
    const action = anAction({ caseId: caseId('case'), due: day('2026-12-04') });
    house.putCase(aCase({ id: caseId('case'), state: 'mapping', actions: [briefOf(action)] }));
    house.putTask(action);
    const lines = () =>
      digestLines(house)({
        reader: house.who.owner.person,
        today: day('2026-12-04'),
        within: inTime(),
      });
    const before = await lines();

    await pause(house);

    expect(before).toHaveLength(1);
    expect(await lines()).toEqual([]);
  });

  it.each(['2026-12-04', '2027-12-05'])('is refused until %s', async until => {
    const house = aHouse();
    putNamed(house, 'case');

    expect(await pause(house, until)).toEqual({ ok: false, error: { kind: 'past-date' } });
  });

  it.each(['chair', 'member', 'author'] as const)('is the coordinator’s alone, not a %s’s', async who => {
    const house = aHouse();
    putNamed(house, 'case', { presented: true });

    expect((await pause(house, '2027-01-04', who)).ok).toBe(false);
  });
});

describe('resumeCase', () => {
  it('is taken up again on the agenda it left, in the place it had', async () => {
    const house = aHouse();
    putNamed(house, 'case');
    await publishAndLay(house);
    await pause(house);

    await resume(house);
    await house.does.publishAgenda({ ...house.ask('coordinator'), meetingId: meetingId() });
    await layAll(house);

    expect(caseIn(house, caseId('case'))).toMatchObject({ meetingId: meetingId() });
    expect(caseIn(house, caseId('case'))).not.toHaveProperty('pausedUntil');
    expect(house.inside.items.size).toBe(1);
    expect(house.inside.meetings.get(meetingId())?.meeting.agenda).toEqual([caseId('case')]);
  });

  it('need not be pressed: the agenda takes it up by itself when the day comes', async () => {
    const house = aHouse();
    putNamed(house, 'case');
    await pause(house);

    const at = instant('2027-01-05T08:00');
    const agenda = await house.does.openAgenda(house.ask('coordinator', { command: 'look', at }));

    expect(agenda).toMatchObject({ ok: true, value: { entries: [{ kase: { id: caseId('case') } }] } });
  });
});
