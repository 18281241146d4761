import { useCasesIn } from '../../src/use-cases/all';
import { type NewActionValues } from '../../src/use-cases/create-action';
import { type Decision } from '../../src/domain/decision';
import { aConsent, aDecision, anItem } from '../builders/cases';
import { agencyId, caseId, day, decisionId, instant, meetingId, NOON, personId } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { aPerson } from '../builders/people';
import {
  aHouse,
  caseIn,
  COORDINATOR,
  type House,
  interrupted,
  keptIn,
  ORIGIN,
  OWNER,
  putReferral,
  type Who,
} from './asking';
import { NEW_ACTION } from './verbs';

const COORDINATION = agencyId('sent-ute-koordinering');
const grants = [{ group: 'C', from: COORDINATION, to: ORIGIN }] as const;
const participant = () => {
  const house = aHouse();
  putReferral(house, { state: 'mapping', presented: true, consent: aConsent({ grants }) } as never);
  return house;
};
const create = (house: House, over: Partial<NewActionValues> = {}, who: Who = 'coordinator') =>
  house.does.createAction({ ...house.ask(who), caseId: caseId(), ...NEW_ACTION, ...over });
const kept = ({ inside }: House) => [...inside.actions.values()];

describe('createAction', () => {
  it('makes a task, remembers it in the case, sets its first rung, and tells its owner', async () => {
    const house = participant();

    const created = await create(house);

    const [file] = kept(house);
    expect(file?.action).toMatchObject({
      state: 'open',
      caseId: caseId(),
      title: 'clarify-living',
      owner: OWNER,
      agency: ORIGIN,
      due: '2026-12-11',
      createdBy: COORDINATOR,
      createdAt: NOON,
    });
    expect(file?.remindAt).toBe(instant('2026-12-09T04:00'));
    expect(file).not.toHaveProperty('detail');
    expect(caseIn(house, caseId())?.actions).toMatchObject([
      { id: file?.action.id, owner: OWNER, state: 'open' },
    ]);
    expect(created).toMatchObject({ ok: true, value: { action: file?.action, kase: { id: caseId() } } });
    expect(house.sent()).toMatchObject([
      { kind: 'notice', to: OWNER, notice: { kind: 'new-action', actionId: file?.action.id } },
    ]);
  });

  it('begins nothing new for a participant whose consent has run out, before the clock has said so', async () => {
    const house = aHouse();
    const consent = aConsent({ grants, until: day('2026-12-03') });
    putReferral(house, { state: 'mapping', presented: true, consent } as never);

    expect(await create(house)).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(kept(house)).toEqual([]);
  });

  it('seals its detail under the agency of whoever wrote it', async () => {
    const house = participant();

    await create(house, { detail: 'Ring utleier' });

    expect(kept(house)).toMatchObject([
      { action: { detailIn: 'C' }, detail: { origin: COORDINATION, section: 'C', box: 'Ring utleier' } },
    ]);
    const open = [kept(house)[0]?.action, caseIn(house, caseId()), house.events(), house.sent()];
    expect(JSON.stringify(open)).not.toContain('utleier');
  });

  describe('for a new measure', () => {
    const recommending = (outcome: Decision['outcome'] = { kind: 'recommended' }): House => {
      const house = participant();
      house.putItem(anItem({ decision: aDecision({ question: 'other', outcome }) }));
      return house;
    };
    const NEW = { kind: 'new-measure', decision: decisionId(), tried: 'lar' } as const;

    it('carries the decision that recommends it, and seals what was tried in the group of that service', async () => {
      const house = recommending();

      await create(house, NEW);

      const [file] = kept(house);
      expect(file?.action.recommendedBy).toBe(decisionId());
      expect(file?.tried).toMatchObject({ origin: COORDINATION, section: 'D', box: 'lar' });
      const open = [file?.action, caseIn(house, caseId()), house.events(), house.sent()];
      expect(JSON.stringify(open)).not.toContain('lar"');
    });

    type Wrong = Partial<NewActionValues> & { readonly outcome?: Decision['outcome'] };
    it.each<[string, string, Wrong]>([
      ['no decision', 'not-recommended', { decision: undefined as never }],
      ['a decision of another case', 'not-recommended', { decision: decisionId('other') }],
      ['a decision that does not', 'not-recommended', { outcome: { kind: 'not-recommended' } }],
      ['a decision to take somebody in', 'not-recommended', { outcome: { kind: 'taken-in' } }],
      ['nothing tried before', 'nothing-tried', { tried: undefined as never }],
    ])('is refused with %s', async (_, problem, { outcome, ...over }) => {
      const house = recommending(outcome);

      const refused = await create(house, { ...NEW, ...over });

      expect(refused).toEqual({ ok: true, value: { problem } });
      expect(kept(house)).toEqual([]);
    });

    it('is refused before the person takes part', async () => {
      const house = aHouse();
      putReferral(house, { state: 'awaiting-consent', presented: true, meetingId: meetingId() } as never);
      house.putItem(anItem({ decision: aDecision({ outcome: { kind: 'recommended' } }) }));

      const refused = await create(house, { ...NEW, title: 'arrange-meeting' });

      expect(refused).toEqual({ ok: true, value: { problem: 'not-recommended' } });
    });

    it('keeps nothing of a decision or a service for what strengthens an existing one', async () => {
      const house = recommending();

      await create(house, { ...NEW, kind: 'existing-service' });

      expect(kept(house)[0]).not.toHaveProperty('tried');
      expect(kept(house)[0]?.action).not.toHaveProperty('recommendedBy');
    });

    it('can be chosen among the recommending decisions of the case', async () => {
      const house = recommending();

      const started = await house.does.startAction({ ...house.ask('coordinator'), caseId: caseId() });

      expect(started.ok && started.value.recommended.map(({ id }) => id)).toEqual([decisionId()]);
    });
  });

  it('takes the owner’s stand-in along', async () => {
    const house = participant();
    house.enrol(aPerson({ id: OWNER, roles: [], standIn: personId('medlem-dps') }));

    await create(house);

    expect(kept(house)[0]?.action.standIn).toBe('medlem-dps');
  });

  it.each(['sluttet', 'ukjent'])('leaves out a stand-in who is there no more: %s', async standIn => {
    const house = participant();
    house.enrol(aPerson({ id: OWNER, roles: [], standIn: personId(standIn) }));

    await create(house);

    expect(kept(house)[0]?.action).not.toHaveProperty('standIn');
  });

  it('needs not tell somebody who takes it on themselves', async () => {
    const house = participant();

    await create(house, { owner: COORDINATOR });

    expect(house.sent()).toEqual([]);
  });

  it('carries the meeting its case stands on', async () => {
    const house = aHouse();
    putReferral(house, { state: 'active', presented: true, meetingId: meetingId() } as never);

    await create(house);

    expect(kept(house)[0]?.action.meetingId).toBe(meetingId());
    expect(house.sent()).toContainEqual({ kind: 'edit-item', meetingId: meetingId(), caseId: caseId() });
  });

  it.each<[string, Partial<NewActionValues>, string]>([
    ['is due on a day that has passed', { due: day('2026-12-03') }, 'past-date'],
    ['is due in more than a year', { due: day('2027-12-05') }, 'far-date'],
    ['is for somebody the directory does not know', { owner: personId('ukjent') }, 'unknown-owner'],
    ['is for somebody removed', { owner: personId('sluttet') }, 'unknown-owner'],
    ['has a detail its owner may not read', { detail: 'Time hos lege', detailIn: 'D' }, 'owner-may-not-see'],
  ])('says what is wrong with one that %s, and makes none', async (_, over, problem) => {
    const house = participant();
    const before = keptIn(house);

    const wrong = await create(house, over);

    expect(wrong).toEqual({ ok: true, value: { problem } });
    expect(keptIn(house)).toBe(before);
  });

  it.each([
    ['today', day('2026-12-04')],
    ['in a year', day('2027-12-04')],
  ])('may be due %s', async (_, due) => {
    const house = participant();

    const created = await create(house, { due });

    expect(created).toMatchObject({ ok: true, value: { action: { due } } });
  });

  it('says nothing of the owner or the date to somebody who may not make one', async () => {
    const house = participant();

    const refused = await create(house, { owner: personId('ukjent'), due: day('2020-01-01') }, 'colleague');

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(house.events()).toMatchObject([{ operation: 'create-action', allowed: false }]);
  });

  it.each([
    ['a neutral beginning', 'settle-responsible', true],
    ['anything else', 'clarify-living', false],
  ] as const)('allows before consent, on the agenda, %s: %s', async (_, title, allowed) => {
    const house = aHouse();
    putReferral(house, { state: 'ready-for-review', presented: true, meetingId: meetingId() } as never);

    const created = await create(house, { title });

    expect(created.ok).toBe(allowed);
  });

  it('lets a member make one for their own agency only', async () => {
    const house = participant();

    const [own, others] = [
      await create(house, { owner: house.who.member.person.id }, 'member'),
      await house.does.createAction({
        ...house.ask('member', { command: 'other' }),
        caseId: caseId(),
        ...NEW_ACTION,
      }),
    ];

    expect(own.ok).toBe(true);
    expect(others).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });

  it('lets the chair of the meeting make one there', async () => {
    const house = aHouse();
    const chair = house.enrol(aPerson({ id: personId('ordstyrer'), roles: ['member'] }));
    house.putMeeting(aRunningMeeting({ chair: chair.person.id }));
    putReferral(house, { state: 'mapping', presented: true } as never);
    const asked = { ...house.ask('owner'), by: chair, caseId: caseId(), ...NEW_ACTION };

    const without = await house.does.createAction({
      ...asked,
      ...house.ask('owner', { command: 'one' }),
      by: chair,
    });
    const within = await house.does.createAction({ ...asked, meetingId: meetingId() });

    expect(without.ok).toBe(false);
    expect(within.ok).toBe(true);
  });

  it('is not for whoever chairs another meeting than the next, of a case that stands on none', async () => {
    const house = participant();
    const later = meetingId('2027-02-03');
    house.putMeeting(aMeeting());
    house.putMeeting(aMeeting({ id: later, on: day('2027-02-03'), chair: house.who.member.person.id }));

    const refused = await house.does.createAction({
      ...house.ask('member'),
      ...{ caseId: caseId(), meetingId: later },
      ...NEW_ACTION,
    });

    expect(refused).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(kept(house)).toEqual([]);
  });

  it('gives nobody a detail they lost sight of while it was saved', async () => {
    const house = participant();
    const world = interrupted(house, () => {
      putReferral(house, { state: 'mapping', presented: true, consent: aConsent({ grants: [] }) } as never);
    });

    const refused = await useCasesIn(world).createAction({
      ...house.ask('coordinator'),
      caseId: caseId(),
      ...NEW_ACTION,
      detail: 'Ring utleier',
    });

    expect(refused).toEqual({ ok: false, error: { kind: 'try-again' } });
    expect(kept(house)).toEqual([]);
  });

  it('answers the same when it is asked again after its owner has left', async () => {
    const house = participant();
    const first = await create(house);
    house.enrol(aPerson({ id: OWNER, roles: [], removedOn: day('2026-12-04') }));

    const second = await create(house);

    expect(second).toEqual(first);
  });
});
