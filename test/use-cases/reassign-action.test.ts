import { aCase, aConsent, anAction } from '../builders/cases';
import { agencyId, caseId, day, instant, personId } from '../builders/ids';
import { aPerson } from '../builders/people';
import { inTime } from '../fakes/fake-world';
import { findMessages } from '../../src/use-cases/find-messages';
import { letterFor } from '../../src/reminders/letters';
import { AUTHOR, aHouse, caseIn, heldBy, type House, ORIGIN, OWNER, putTaskIn } from './asking';

const KEY = { caseId: caseId(), actionId: anAction().id };
const WHY = { reason: 'owner-away' } as const;
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
const reassign = (house: House, owner = MEMBER) =>
  house.does.reassignAction({ ...house.ask('coordinator'), ...KEY, ...WHY, owner });
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

    const done = await reassign(house);

    expect(done).toMatchObject({ ok: true, value: { kase: { actions: [{ owner: MEMBER }] } } });
    expect(taskIn(house)?.action).toMatchObject({ owner: MEMBER, agency: 'kronstad-dps' });
    expect(taskIn(house)?.action).not.toHaveProperty('standIn');
    expect(told(house)).toEqual([
      [MEMBER, 'new-action'],
      [OWNER, 'action-moved'],
      [AUTHOR, 'action-moved'],
    ]);
  });

  it('keeps why, and nothing of what its last owner asked for', async () => {
    const asked = { due: day('2026-12-20'), reason: 'no-contact', at: instant('2026-12-04T09:00') } as const;
    const house = aTask({ asked });

    await reassign(house);

    expect(taskIn(house)?.action).toMatchObject({ reassigned: 'owner-away', due: '2026-12-11' });
    expect(taskIn(house)?.action).not.toHaveProperty('asked');
    expect(caseIn(house, caseId())?.actions).toMatchObject([{ newDateAsked: false }]);
  });

  it('clears what its last owner was shown, where they may see it no more', async () => {
    const house = aTask({ agency: ORIGIN });
    const where = { conversationId: 'chat', activityId: 'message' };
    const reference = {
      ...{ serviceUrl: 's', tenantId: 't', botId: 'b', userId: 'u' },
      conversationId: 'chat',
    };
    await house.people.captureReference(house.who.owner, reference, inTime());
    const before = { command: 'look', at: instant('2026-12-04T09:00') };
    const looked = await house.does.openAction({ ...house.ask('owner', before), ...KEY, where });

    await reassign(house);

    const finding = house.sent().flatMap(errand => (errand.kind === 'find-messages' ? [errand] : []));
    await Promise.all(finding.map(errand => findMessages(house)(errand, inTime())));
    const [clearing] = house.sent().flatMap(errand => (errand.kind === 'clear-message' ? [errand] : []));
    if (clearing === undefined) throw new Error('nothing is cleared');
    const letter = await letterFor(house, clearing, { now: house.inside.now, within: inTime() });
    expect(looked).toMatchObject({ ok: true, value: { detail: 'Ring utleier' } });
    expect(letter).toMatchObject({ kind: 'clear', to: { person: { id: OWNER } }, posted: where });
  });

  it.each([
    ['mapping', { kind: 'to-person' }],
    ['consent-expired', { kind: 'later', at: instant('2026-12-07T04:00') }],
  ] as const)('rings in %s: for the old owner now, for the new one %j', async (state, forNew) => {
    const house = aTask({}, { state });
    await reassign(house, personId('kollega'));
    const { now } = house.inside;
    const notices = house.sent().flatMap(errand => (errand.kind === 'notice' ? [errand] : []));

    const letters = await Promise.all(
      notices.map(errand => letterFor(house, errand, { now, within: inTime() })),
    );

    expect(letters).toMatchObject([forNew, { kind: 'to-person', to: { person: { id: OWNER } } }]);
  });

  it('is refused when the new owner may not see its detail', async () => {
    const house = aTask({}, { consent: aConsent({ grants: [] }) });

    const done = await reassign(house);

    expect(done).toEqual({ ok: true, value: { problem: 'owner-may-not-see' } });
    expect(taskIn(house)?.action.owner).toBe(OWNER);
  });
});

describe('cancelAction', () => {
  it('ends it for a reason, rings no more, and tells whoever was to do it', async () => {
    const house = aTask({
      standIn: AUTHOR,
      mutes: [{ by: OWNER, until: day('2026-12-14'), reason: 'other-first' }],
    });

    await house.does.cancelAction({ ...house.ask('coordinator'), ...KEY, reason: 'not-needed' });

    expect(taskIn(house)?.action).toMatchObject({ state: 'cancelled', reason: 'not-needed' });
    expect(taskIn(house)).not.toHaveProperty('remindAt');
    expect(taskIn(house)?.action).not.toHaveProperty('mutes');
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

    await reassign(house);

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
