import { type Outcome } from '../../src/domain/decision';
import { aConsent, anItem } from '../builders/cases';
import { caseId, meetingId, NOON, seatId } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { aHouse, AUTHOR, caseIn, COORDINATOR, type House, keptIn, putReferral, type Who } from './asking';

const ITEM = { caseId: caseId(), meetingId: meetingId() };
const TAKEN_IN: Outcome = { kind: 'taken-in' };
const onAgenda = (over: object = {}) => {
  const house = aHouse();
  putReferral(house, {
    state: 'ready-for-review',
    presented: true,
    meetingId: meetingId(),
    ...over,
  } as never);
  house.putMeeting(aRunningMeeting());
  house.putItem(anItem());
  return house;
};
const decide = (house: House, outcome: Outcome = TAKEN_IN, who: Who = 'coordinator') =>
  house.does.recordDecision({ ...house.ask(who), ...ITEM, outcome, rationale: 'Samlet innsats trengs' });
const itemIn = ({ inside }: House) => inside.items.get(`${ITEM.caseId}/${ITEM.meetingId}`);
const notices = (house: House) =>
  house.sent().flatMap(errand => (errand.kind === 'notice' ? [[errand.to, errand.notice]] : []));

describe('recordDecision', () => {
  it('takes the case in, with the decision in the item, by whom, when, and who was present', async () => {
    const house = onAgenda();

    const decided = await decide(house);

    const decision = itemIn(house)?.item.decision;
    expect(decision).toMatchObject({
      outcome: TAKEN_IN,
      on: '2026-12-04',
      recordedBy: COORDINATOR,
      recordedAt: NOON,
      present: ['sosial', 'dps', 'politi'],
    });
    expect(caseIn(house, caseId())).toMatchObject({ state: 'awaiting-consent', decision: decision?.id });
    expect(decided).toMatchObject({
      ok: true,
      value: { kase: { state: 'awaiting-consent' }, item: { decision } },
    });
  });

  it('seals the rationale, which stands nowhere else', async () => {
    const house = onAgenda();

    await decide(house);

    expect(itemIn(house)?.rationale).toMatchObject({
      origin: 'sent-ute-koordinering',
      box: 'Samlet innsats trengs',
    });
    const open = [itemIn(house)?.item, caseIn(house, caseId()), house.events(), house.sent()];
    expect(JSON.stringify(open)).not.toContain('Samlet innsats');
  });

  it('keeps no rationale when none was given', async () => {
    const house = onAgenda();

    await house.does.recordDecision({ ...house.ask('chair'), ...ITEM, outcome: TAKEN_IN, rationale: '' });

    expect(itemIn(house)).not.toHaveProperty('rationale');
  });

  it('leads straight to mapping when the consent came first', async () => {
    const house = onAgenda({ consent: aConsent() });

    await decide(house);

    expect(caseIn(house, caseId())).toMatchObject({ state: 'mapping', consent: aConsent() });
    expect(notices(house)).toContainEqual([AUTHOR, { kind: 'new-information' }]);
  });

  it.each<[Outcome, string, object]>([
    [TAKEN_IN, 'awaiting-consent', { kind: 'state', state: 'awaiting-consent' }],
    [{ kind: 'deferred', reason: 'time' }, 'deferred', { kind: 'state', state: 'deferred' }],
  ])(
    '%j leads to %s, and tells the author and the coordinators no more than %j',
    async (outcome, state, notice) => {
      const house = onAgenda();

      await decide(house, outcome, 'chair');

      expect(caseIn(house, caseId())?.state).toBe(state);
      expect(notices(house)).toEqual([
        [AUTHOR, notice],
        ['koordinator', notice],
        ['vara-koordinator', notice],
      ]);
      expect(house.sent()).toContainEqual({ kind: 'edit-item', ...ITEM });
    },
  );

  it('has work stop on a case that is declined', async () => {
    const house = onAgenda();

    await decide(house, { kind: 'declined', reason: 'outside' }, 'chair');

    expect(caseIn(house, caseId())?.state).toBe('declined');
    expect(house.sent()).toMatchObject([{ kind: 'stop-work', caseId: caseId() }]);
  });

  it('takes nobody in while a partner is missing', async () => {
    const house = onAgenda();
    const running = aRunningMeeting();
    if (running.state === 'running')
      house.putMeeting({ ...running, attendance: { ...running.attendance, present: [seatId('dps')] } });
    const kept = keptIn(house);

    const refused = await decide(house);

    expect(refused).toEqual({ ok: false, error: { kind: 'not-quorate' } });
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toMatchObject([{ operation: 'record-decision', allowed: false }]);
  });

  it('postpones without every partner, and keeps who was there', async () => {
    const house = onAgenda();
    const running = aRunningMeeting();
    if (running.state === 'running')
      house.putMeeting({ ...running, attendance: { ...running.attendance, present: [seatId('dps')] } });

    await decide(house, { kind: 'deferred', reason: 'not-quorate' });

    expect(itemIn(house)?.item.decision?.present).toEqual(['dps']);
  });

  it('is the chair’s too, and no other member’s', async () => {
    const [chaired, not] = [onAgenda(), onAgenda()];

    const [byChair, byMember] = [
      await decide(chaired, TAKEN_IN, 'chair'),
      await decide(not, TAKEN_IN, 'member'),
    ];

    expect(byChair.ok).toBe(true);
    expect(chaired.events()[0]?.rule).toBe('record-decision/chair');
    expect(byMember).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });

  it('is recorded once: a second one is too late', async () => {
    const house = onAgenda();
    await decide(house);
    const first = itemIn(house)?.item;

    const second = await house.does.recordDecision({
      ...house.ask('chair', { command: 'second' }),
      ...ITEM,
      outcome: { kind: 'declined', reason: 'other' },
      rationale: '',
    });

    expect(second).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(itemIn(house)?.item).toEqual(first);
  });

  it.each([
    ['the meeting has not begun', (house: House) => house.putMeeting(aMeeting())],
    ['the item is closed', (house: House) => house.putItem(anItem({ closed: true }))],
  ])('waits when %s', async (_, given) => {
    const house = onAgenda();
    given(house);

    const refused = await decide(house);

    expect(refused).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(caseIn(house, caseId())?.state).toBe('ready-for-review');
  });

  it('is refused for a case that does not stand in that meeting', async () => {
    const house = onAgenda();
    house.inside.items.clear();

    const refused = await decide(house);

    expect(refused).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });

  it('does not take the same case in twice from two items', async () => {
    const house = onAgenda({ state: 'awaiting-consent' });

    const refused = await decide(house);

    expect(refused).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(itemIn(house)?.item).not.toHaveProperty('decision');
  });
});
