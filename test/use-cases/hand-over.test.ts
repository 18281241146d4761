import { aCase, aConsent, anAction } from '../builders/cases';
import { agencyId, caseId, day, instant, personId } from '../builders/ids';
import { aMember, aPerson } from '../builders/people';
import { letterFor } from '../../src/reminders/letters';
import { type Errand } from '../../src/domain/outbox';
import { inTime } from '../fakes/fake-world';
import { AUTHOR, aHouse, heldBy, type House, ORIGIN, OWNER, putTaskIn } from './asking';

const KEY = { caseId: caseId(), actionId: anAction().id };
const MEMBER = personId('medlem-dps');
const toMember = {
  consent: aConsent({ grants: [{ group: 'C', from: ORIGIN, to: agencyId('kronstad-dps') }] }),
};

const aTask = (over: Parameters<typeof anAction>[0] = {}, kase: object = toMember): House => {
  const house = aHouse();
  const action = anAction({ detailIn: 'C', ...over });
  const of = aCase({ state: 'mapping', holdings: heldBy(ORIGIN), ...kase } as never);
  putTaskIn(house, { kase: of, action }, { detail: 'Ring utleier', remindAt: instant('2026-12-09T04:00') });
  return house;
};
const taskIn = ({ inside }: House) => inside.actions.get(`${KEY.caseId}/${KEY.actionId}`)?.action;
const proposed = { proposed: MEMBER, proposedBy: OWNER } as const;
const propose = (house: House, owner = MEMBER) =>
  house.does.proposeHandOver({ ...house.ask('owner'), ...KEY, owner });
const told = (house: House) =>
  house.sent().flatMap(errand => (errand.kind === 'notice' ? [[errand.to, errand.notice.kind]] : []));
const ringsFor = (house: House, errand: Errand) =>
  errand.kind === 'notice'
    ? letterFor(house, errand, { now: house.inside.now, within: inTime() })
    : Promise.reject(new Error('not a notice'));

describe('proposeHandOver', () => {
  it('asks the other, and leaves the owner responsible until they answer', async () => {
    const house = aTask();

    const done = await propose(house);

    expect(done).toMatchObject({
      ok: true,
      value: { kase: { actions: [{ owner: OWNER, proposed: MEMBER }] } },
    });
    expect(taskIn(house)).toMatchObject({ owner: OWNER, ...proposed });
    expect(told(house)).toEqual([[MEMBER, 'hand-over-asked']]);
  });

  it.each<[string, string, string, object]>([
    ['may not see its detail', MEMBER, 'owner-may-not-see', {}],
    ['was removed', 'sluttet', 'unknown-owner', toMember],
    ['is not in the directory', 'ukjent', 'unknown-owner', toMember],
    ['owns it already', OWNER, 'unknown-owner', toMember],
    [
      'is disqualified',
      MEMBER,
      'unknown-owner',
      { ...toMember, disqualified: [{ person: MEMBER, by: MEMBER, at: instant('2026-12-01T09:00') }] },
    ],
  ])('is refused when the other %s', async (...row) => {
    const [, who, problem, kase] = row;
    const house = aTask({}, kase);

    const done = await propose(house, personId(who));

    expect(done).toEqual({ ok: true, value: { problem } });
    expect(taskIn(house)).not.toHaveProperty('proposed');
    expect(house.sent()).toEqual([]);
  });

  it('never asks whoever asks: who stands in does not take it over unseen', async () => {
    const house = aTask({ standIn: AUTHOR });
    const started = await house.does.startHandOver({ ...house.ask('author', { command: 'form' }), ...KEY });

    const done = await house.does.proposeHandOver({ ...house.ask('author'), ...KEY, owner: AUTHOR });

    expect(started.ok && started.value.people.map(({ id }) => id)).not.toContain(AUTHOR);
    expect(done).toEqual({ ok: true, value: { problem: 'unknown-owner' } });
    expect(taskIn(house)).not.toHaveProperty('proposed');
  });

  it('tells nothing of what is wrong to somebody who may not do it', async () => {
    const house = aTask();

    const done = await house.does.proposeHandOver({
      ...house.ask('admin'),
      ...KEY,
      owner: personId('ukjent'),
    });

    expect(done).toEqual({ ok: false, error: { kind: 'not-available' } });
  });

  it('rings for one who sees nothing of the case yet, and for nobody when it was taken back', async () => {
    const house = aTask({}, {});
    const colleague = house.enrol({ ...house.who.colleague.person, agency: ORIGIN });
    await propose(house, colleague.person.id);
    const [notice] = house.sent().filter(({ kind }) => kind === 'notice');
    if (notice === undefined) throw new Error('nobody was told');
    const before = await ringsFor(house, notice);

    await house.does.completeAction({
      ...house.ask('owner', { command: 'done' }),
      ...KEY,
      outcome: 'partly',
    });

    expect([before.kind, (await ringsFor(house, notice)).kind]).toEqual(['to-person', 'nothing']);
  });
});

describe('acceptHandOver', () => {
  it('makes it theirs, their agency’s and their stand-in’s, and tells whoever asked', async () => {
    const house = aTask({
      ...proposed,
      standIn: AUTHOR,
      mutes: [{ by: OWNER, until: day('2026-12-14'), reason: 'other-first' }],
    });
    const { id: vikar } = house.enrol(aPerson({ id: personId('vikar'), roles: [] })).person;
    house.enrol(aMember({ standIn: vikar }));

    const done = await house.does.acceptHandOver({ ...house.ask('member'), ...KEY });

    expect(done.ok).toBe(true);
    const task = taskIn(house);
    expect(task).toMatchObject({ owner: MEMBER, agency: 'kronstad-dps', standIn: 'vikar' });
    ['proposed', 'proposedBy', 'mutes', 'asked', 'reassigned'].forEach(gone => {
      expect(task).not.toHaveProperty(gone);
    });
    expect(told(house)).toEqual([[OWNER, 'hand-over-accepted']]);
  });

  it.each([
    ['was removed', 'sluttet', {}],
    ['is not in the directory', 'ukjent', {}],
    [
      'is disqualified',
      'kollega',
      {
        disqualified: [{ person: personId('kollega'), by: MEMBER, at: instant('2026-12-01T09:00') }],
      },
    ],
  ])('leaves out a stand-in who %s', async (_, standIn, kase) => {
    const house = aTask(proposed, { ...toMember, ...kase });
    house.enrol(aMember({ standIn: personId(standIn) }));

    const done = await house.does.acceptHandOver({ ...house.ask('member'), ...KEY });

    expect(done.ok).toBe(true);
    expect(taskIn(house)).not.toHaveProperty('standIn');
  });

  it('takes nothing along that its last owner asked for, and clears what they may see no more', async () => {
    const asked = { due: day('2026-12-20'), reason: 'no-contact', at: instant('2026-12-04T09:00') } as const;
    const house = aTask({ ...proposed, asked });

    await house.does.acceptHandOver({ ...house.ask('member'), ...KEY });

    expect(taskIn(house)).not.toHaveProperty('asked');
    expect(house.sent()).toContainEqual({
      ...{ kind: 'find-messages', caseId: caseId() },
      ...{ stoppedAt: house.inside.now, losing: true },
    });
  });

  it('keeps the detail as it lies', async () => {
    const house = aTask(proposed);
    const { detail } = house.inside.actions.get(`${KEY.caseId}/${KEY.actionId}`) ?? {};

    await house.does.acceptHandOver({ ...house.ask('member'), ...KEY });

    expect(detail).toBeDefined();
    expect(house.inside.actions.get(`${KEY.caseId}/${KEY.actionId}`)?.detail).toEqual(detail);
  });

  it('rings for the old owner, who sees nothing of the case any more', async () => {
    const house = aTask(proposed);
    await house.does.acceptHandOver({ ...house.ask('member'), ...KEY });
    const [notice] = house.sent().filter(({ kind }) => kind === 'notice');
    if (notice === undefined) throw new Error('nobody was told');

    expect((await ringsFor(house, notice)).kind).toBe('to-person');
  });

  it('is refused when they lost sight of its detail meanwhile', async () => {
    const house = aTask(proposed, { consent: aConsent({ grants: [] }) });

    const refused = await house.does.acceptHandOver({ ...house.ask('member'), ...KEY });

    expect(refused).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(taskIn(house)?.owner).toBe(OWNER);
  });

  it('is not available to anybody else, nor once another was asked', async () => {
    const house = aTask({ proposed: AUTHOR, proposedBy: OWNER });

    const refused = await house.does.acceptHandOver({ ...house.ask('colleague'), ...KEY });

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
  });
});

describe('declineHandOver', () => {
  it('keeps all as it was, and tells whoever asked', async () => {
    const house = aTask({ ...proposed, standIn: AUTHOR, proposedBy: AUTHOR });

    await house.does.declineHandOver({ ...house.ask('member'), ...KEY });

    expect(taskIn(house)).toMatchObject({ owner: OWNER, standIn: AUTHOR, agency: 'sosiale-tjenester' });
    expect(taskIn(house)).not.toHaveProperty('proposed');
    expect(told(house)).toEqual([
      [OWNER, 'hand-over-declined'],
      [AUTHOR, 'hand-over-declined'],
    ]);
  });
});

describe('a proposal', () => {
  it.each<[string, (house: House) => Promise<unknown>]>([
    ['done', house => house.does.completeAction({ ...house.ask('owner'), ...KEY, outcome: 'partly' })],
    [
      'cancelled',
      house => house.does.cancelAction({ ...house.ask('coordinator'), ...KEY, reason: 'mistake' }),
    ],
    [
      'given to somebody else',
      house =>
        house.does.reassignAction({
          ...{ ...house.ask('coordinator'), ...KEY },
          ...{ owner: AUTHOR, reason: 'owner-left' },
        }),
    ],
  ])('lapses when the task is %s', async (_, act) => {
    const house = aTask(proposed);
    await act(house);

    const late = await house.does.acceptHandOver({ ...house.ask('member', { command: 'late' }), ...KEY });

    expect(taskIn(house)).not.toHaveProperty('proposed');
    expect(late.ok).toBe(false);
  });
});
