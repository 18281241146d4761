import { aDisqualification, anAction, aCase } from '../builders/cases';
import { briefOf } from '../../src/domain/action';
import { caseCode, caseId, day, instant, NOON } from '../builders/ids';
import { aHouse, COORDINATOR, type House, OWNER } from './asking';
import { addEntry } from '../fakes/store-state';
import { anEntry } from '../builders/outbox';

const put = (house: House, name: string, over: object = {}) =>
  house.putCase(aCase({ id: caseId(name), code: caseCode(name), ...over }));

describe('openInbox', () => {
  const open = async (house: House) => {
    const inbox = await house.does.openInbox(house.ask('coordinator'));
    if (!inbox.ok) throw new Error(inbox.error.kind);
    return inbox.value;
  };

  it('holds what waits for the coordinator, oldest first, each with its next step', async () => {
    const house = aHouse();
    put(house, 'new', { since: instant('2026-12-03T08:00') });
    put(house, 'postponed', { state: 'deferred', since: instant('2026-11-20T08:00') });
    put(house, 'not mine to do', { state: 'needs-info' });

    const { entries, nextMeeting, onAgenda } = await open(house);

    expect(entries.map(({ step, caseId: id }) => [step, id])).toEqual([
      ['return-to-agenda', caseId('postponed')],
      ['check-referral', caseId('new')],
    ]);
    expect([nextMeeting, onAgenda]).toEqual(['2026-12-09', 0]);
  });

  it('counts what the next meeting would hold', async () => {
    const house = aHouse();
    put(house, 'one', { state: 'ready-for-review' });
    put(house, 'two', { state: 'awaiting-consent' });

    const { onAgenda } = await open(house);

    expect(onAgenda).toBe(2);
  });

  it('holds new dates that are asked for, and what could not be sent', async () => {
    const house = aHouse();
    const task = anAction({ asked: { due: day('2026-12-20'), reason: 'no-contact', at: NOON } });
    house.putTask(task);
    put(house, 'case', { state: 'mapping', actions: [briefOf(task)] });
    addEntry(house.inside, 'case:one', anEntry());
    const [key, kept] = [...house.inside.outbox][0] ?? [];
    if (key !== undefined && kept !== undefined) house.inside.outbox.set(key, { ...kept, state: 'dead' });

    const { entries } = await open(house);

    expect(entries).toMatchObject([
      { step: 'grant-new-date', actionId: task.id },
      { step: 'read-dead-letter', person: COORDINATOR, urgent: true },
    ]);
  });

  it('says who must install the app', async () => {
    const house = aHouse();
    addEntry(
      house.inside,
      'person:one',
      anEntry({ errand: { kind: 'digest', to: OWNER, on: day('2026-12-04') } }),
    );
    const [key, kept] = [...house.inside.outbox][0] ?? [];
    if (key !== undefined && kept !== undefined) house.inside.outbox.set(key, { ...kept, state: 'waiting' });

    const { entries } = await open(house);

    expect(entries).toEqual([{ step: 'install-app', person: OWNER, since: NOON, urgent: false }]);
  });

  it('holds nothing of a case the coordinator is disqualified from', async () => {
    const house = aHouse();
    const task = anAction({ asked: { due: day('2026-12-20'), reason: 'no-contact', at: NOON } });
    house.putTask(task);
    put(house, 'case', {
      state: 'awaiting-consent',
      disqualified: [aDisqualification(COORDINATOR)],
      actions: [briefOf(task)],
    });

    const { entries, onAgenda } = await open(house);

    expect(entries).toEqual([]);
    expect(onAgenda).toBe(0);
  });
});
