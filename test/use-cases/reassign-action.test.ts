import { aCase, aConsent, anAction } from '../builders/cases';
import { agencyId, caseId, day, instant, personId } from '../builders/ids';
import { aPerson } from '../builders/people';
import { AUTHOR, aHouse, heldBy, type House, ORIGIN, OWNER, putTaskIn } from './asking';

const KEY = { caseId: caseId(), actionId: anAction().id };
const MEMBER = personId('medlem-dps');
const grants = [{ group: 'C' as const, from: ORIGIN, to: agencyId('kronstad-dps') }];
const aTask = (over: Parameters<typeof anAction>[0] = {}, kase: object = {}): House => {
  const house = aHouse();
  const action = anAction({ detailIn: 'C', ...over });
  const consent = aConsent({ grants });
  const of = aCase({ state: 'mapping', holdings: heldBy(ORIGIN), consent, ...kase } as never);
  putTaskIn(house, { kase: of, action }, { detail: 'Ring utleier', remindAt: instant('2026-12-09T04:00') });
  return house;
};
const taskIn = ({ inside }: House) => inside.actions.get(`${KEY.caseId}/${KEY.actionId}`);
const told = (house: House) =>
  house.sent().flatMap(errand => (errand.kind === 'notice' ? [[errand.to, errand.notice.kind]] : []));
const inboxOf = async (house: House) => {
  const inbox = await house.does.openInbox(house.ask('coordinator', { command: 'inbox' }));
  return inbox.ok ? inbox.value.entries.filter(({ step }) => step === 'owner-gone') : [];
};
const gone = (house: House) => house.enrol(aPerson({ id: OWNER, roles: [], removedOn: day('2026-12-03') }));

describe('reassignAction', () => {
  it('gives it to somebody else, and tells both', async () => {
    const house = aTask({ standIn: AUTHOR });

    const done = await house.does.reassignAction({ ...house.ask('coordinator'), ...KEY, owner: MEMBER });

    expect(done).toMatchObject({ ok: true, value: { kase: { actions: [{ owner: MEMBER }] } } });
    expect(taskIn(house)?.action).toMatchObject({ owner: MEMBER, agency: 'kronstad-dps' });
    expect(taskIn(house)?.action).not.toHaveProperty('standIn');
    expect(told(house)).toEqual([
      [MEMBER, 'new-action'],
      [OWNER, 'action-moved'],
      [AUTHOR, 'action-moved'],
    ]);
  });

  it('is refused when the new owner may not see its detail', async () => {
    const house = aTask({}, { consent: aConsent({ grants: [] }) });

    const done = await house.does.reassignAction({ ...house.ask('coordinator'), ...KEY, owner: MEMBER });

    expect(done).toEqual({ ok: true, value: { problem: 'owner-may-not-see' } });
    expect(taskIn(house)?.action.owner).toBe(OWNER);
  });
});

describe('cancelAction', () => {
  it('ends it for a reason, rings no more, and tells whoever was to do it', async () => {
    const house = aTask({ standIn: AUTHOR, muted: { until: day('2026-12-14'), reason: 'other-first' } });

    await house.does.cancelAction({ ...house.ask('coordinator'), ...KEY, reason: 'not-needed' });

    expect(taskIn(house)?.action).toMatchObject({ state: 'cancelled', reason: 'not-needed' });
    expect(taskIn(house)).not.toHaveProperty('remindAt');
    expect(taskIn(house)?.action).not.toHaveProperty('muted');
    expect(told(house)).toEqual([
      [OWNER, 'action-cancelled'],
      [AUTHOR, 'action-cancelled'],
    ]);
  });
});

describe('the inbox, when an owner has left', () => {
  it('has an entry for each task they leave, until it is somebody else’s', async () => {
    const house = aTask();
    const before = await inboxOf(house);
    gone(house);
    const after = await inboxOf(house);

    await house.does.reassignAction({ ...house.ask('coordinator'), ...KEY, owner: MEMBER });

    expect(before).toEqual([]);
    expect(after).toMatchObject([
      { step: 'owner-gone', ...KEY, person: OWNER, since: instant('2026-12-03T07:00') },
    ]);
    expect(await inboxOf(house)).toEqual([]);
  });

  it('has one when they are disqualified, for they can do nothing', async () => {
    const at = instant('2026-12-04T09:00');
    const house = aTask({}, { disqualified: [{ person: OWNER, by: OWNER, at }] });

    expect(await inboxOf(house)).toMatchObject([{ step: 'owner-gone', since: at }]);
  });

  it.each<[string, object, object]>([
    ['the case has ended', { state: 'concluded', reason: 'moved' }, {}],
    ['the case rests', { pausedUntil: day('2026-12-20') }, {}],
    ['it follows up an incident they are not to know of', {}, { title: 'follow-up-incident' }],
  ])('has none when %s', async (_, kase, task) => {
    const house = aTask(task, kase);
    gone(house);

    expect(await inboxOf(house)).toEqual([]);
  });
});
