import { type Outcome } from '../../src/domain/decision';
import { aConsent, aDisqualification, anItem } from '../builders/cases';
import { caseId, meetingId, NOON, personId, seatId } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { aHouse, AUTHOR, caseIn, COORDINATOR, type House, keptIn, putReferral, type Who } from './asking';
import { carried } from './carried';

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
const withPresent = (house: House, present: readonly ReturnType<typeof seatId>[]): void => {
  const running = aRunningMeeting();
  house.putMeeting({ ...running, attendance: { ...running.attendance, present } });
};
const itemIn = ({ inside }: House) => inside.items.get(`${ITEM.caseId}/${ITEM.meetingId}`);
const notices = async (house: House) =>
  (await carried(house)).flatMap(errand => (errand.kind === 'notice' ? [[errand.to, errand.notice]] : []));

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

  it('is not disturbed by a seat that answers while somebody writes', async () => {
    const house = onAgenda();
    house.putMeeting(aRunningMeeting({ agenda: [caseId()] }));
    const seen = await house.does.startDecision({ ...house.ask('chair'), ...ITEM, inChannel: false });
    if (!seen.ok) throw new Error('no form');
    const given = await house.does.contribute({
      ...house.ask('member', { command: 'answer' }),
      ...{ meetingId: meetingId(), seat: seatId('dps'), answers: [{ caseId: caseId(), answer: 'can' }] },
    });

    const decided = await house.does.recordDecision({
      ...house.ask('chair', { command: 'decide' }),
      ...{ ...ITEM, outcome: TAKEN_IN, rationale: 'Samlet innsats trengs', version: seen.value.version },
    });

    expect([given, decided.ok]).toEqual([{ ok: true, value: [{ caseId: caseId() }] }, true]);
  });

  it.each([
    ['left the agenda', { meetingId: undefined }, {}],
    ['was taken off', {}, { closed: true }],
  ])('decides nothing on what %s', async (_what, over, item) => {
    const house = onAgenda(over);
    house.putItem(anItem(item));

    const refused = await decide(house);

    expect(refused).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(caseIn(house, caseId())?.state).toBe('ready-for-review');
  });

  it('counts the next review from the meeting, and not where it was put off', async () => {
    const [decided, putOff] = [onAgenda(), onAgenda()];

    await decide(decided);
    await decide(putOff, { kind: 'deferred', reason: 'time' });

    expect(caseIn(decided, caseId())).toMatchObject({ takenUpOn: '2026-12-09' });
    expect(caseIn(putOff, caseId())).not.toHaveProperty('takenUpOn');
  });

  it('seals the rationale, which stands nowhere else', async () => {
    const house = onAgenda();

    await decide(house);

    expect(itemIn(house)?.rationale).toMatchObject({
      origin: 'sent-ute-koordinering',
      box: JSON.stringify({ rationale: 'Samlet innsats trengs' }),
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
    expect(await notices(house)).toContainEqual([AUTHOR, { kind: 'new-information' }]);
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
      expect(await notices(house)).toEqual([
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
    withPresent(house, [seatId('dps')]);
    const kept = keptIn(house);

    const refused = await decide(house);

    expect(refused).toEqual({ ok: false, error: { kind: 'not-quorate' } });
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toMatchObject([{ operation: 'record-decision', allowed: false }]);
  });

  it('postpones without every partner, and keeps who was there', async () => {
    const house = onAgenda();
    withPresent(house, [seatId('dps')]);

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

  it('counts who has answered in writing on that item, and no other, as one of the group', async () => {
    const [answered, elsewhere] = [onAgenda(), onAgenda()];
    for (const house of [answered, elsewhere]) withPresent(house, [seatId('sosial'), seatId('dps')]);
    answered.putItem(anItem({ answered: [seatId('politi')] }));
    elsewhere.putItem(anItem({ meetingId: meetingId('2026-12-23'), answered: [seatId('politi')] }));

    const [taken, refused] = [await decide(answered), await decide(elsewhere)];

    expect(taken.ok).toBe(true);
    expect(itemIn(answered)?.item.decision?.present).toEqual(['sosial', 'dps']);
    expect(refused).toEqual({ ok: false, error: { kind: 'not-quorate' } });
  });

  it('keeps who saw it otherwise as process, and what they meant with the rationale', async () => {
    const house = onAgenda();

    await house.does.recordDecision({
      ...{ ...house.ask('chair'), ...ITEM, outcome: TAKEN_IN, rationale: 'Samlet innsats trengs' },
      dissent: { seat: seatId('politi'), text: 'Vi mente nei' },
    });

    expect(itemIn(house)?.item.decision).toMatchObject({ question: 'intake', dissent: 'politi' });
    expect(itemIn(house)?.rationale?.box).toBe(
      JSON.stringify({ rationale: 'Samlet innsats trengs', dissent: 'Vi mente nei' }),
    );
    expect(JSON.stringify([itemIn(house)?.item, house.events(), house.sent()])).not.toContain('Vi mente');
  });

  it('lets nobody see it otherwise who was not there and had not answered', async () => {
    const house = onAgenda();
    withPresent(house, [seatId('dps')]);

    const refused = await house.does.recordDecision({
      ...{ ...house.ask('chair'), ...ITEM, outcome: { kind: 'deferred', reason: 'time' }, rationale: 'x' },
      dissent: { seat: seatId('politi'), text: 'Vi mente nei' },
    });

    expect(refused).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });

  it('is the refusal for a chair or a coordinator who is disqualified', async () => {
    const people = [COORDINATOR, personId('moteleder')];
    const house = onAgenda({ disqualified: people.map(aDisqualification) });
    const kept = keptIn(house);

    const refused = [await decide(house, TAKEN_IN, 'chair'), await decide(house, TAKEN_IN)];

    expect(refused).toEqual(refused.map(() => ({ ok: false, error: { kind: 'not-available' } })));
    expect(keptIn(house)).toBe(kept);
  });
});

const ANSWERS: readonly Outcome[] = [
  { kind: 'recommended' },
  { kind: 'not-recommended' },
  { kind: 'deferred', reason: 'service' },
];

describe('recordDecision, in words', () => {
  const answer = (house: House, outcome: Outcome, question = 'Skal et nytt tiltak anbefales?') =>
    house.does.recordDecision({ ...house.ask('chair'), ...ITEM, outcome, question, rationale: 'Det trengs' });

  it.each(
    (['awaiting-consent', 'mapping', 'active', 'consent-expired'] as const).flatMap(state =>
      ANSWERS.map(outcome => [state, outcome] as const),
    ),
  )('leaves a case that is %s as it was: %j', async (state, outcome) => {
    const house = onAgenda({ state });
    withPresent(house, []);
    const before = caseIn(house, caseId());

    const decided = await answer(house, outcome);

    expect(decided.ok).toBe(true);
    const day = outcome.kind === 'deferred' ? {} : { takenUpOn: '2026-12-09' };
    expect(caseIn(house, caseId())).toEqual({ ...before, ...day });
    expect(itemIn(house)?.item.decision).toMatchObject({ question: 'other', outcome });
    expect(itemIn(house)?.rationale).toMatchObject({
      origin: 'sent-ute-koordinering',
      box: JSON.stringify({ question: 'Skal et nytt tiltak anbefales?', rationale: 'Det trengs' }),
    });
  });

  it('tells the author and the coordinators that there is something new, and not what', async () => {
    const house = onAgenda({ state: 'active' });

    await answer(house, { kind: 'recommended' });

    expect(await notices(house)).toEqual(
      [AUTHOR, COORDINATOR, 'vara-koordinator'].map(to => [to, { kind: 'new-information' }]),
    );
  });

  it.each([
    ['nothing is asked', { state: 'active', outcome: { kind: 'recommended' }, question: '' }],
    ['it is to take somebody in', { state: 'ready-for-review', outcome: TAKEN_IN, question: 'Nå?' }],
    ['it takes somebody in who is in', { state: 'active', outcome: TAKEN_IN, question: 'Nå?' }],
    [
      'it recommends a candidate',
      { state: 'ready-for-review', outcome: { kind: 'recommended' }, question: 'Nå?' },
    ],
  ] as const)('is refused where %s', async (_, { state, outcome, question }) => {
    const house = onAgenda({ state });

    const refused = await answer(house, outcome, question);

    expect(refused).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(itemIn(house)?.item).not.toHaveProperty('decision');
  });

  it('is made once on an item, and followed by another in a later meeting', async () => {
    const house = onAgenda({ state: 'active' });
    await answer(house, { kind: 'recommended' });
    const first = itemIn(house);
    const later = meetingId('2026-12-23');

    const again = await house.does.recordDecision({
      ...{ ...house.ask('chair', { command: 'again' }), ...ITEM },
      ...{ outcome: { kind: 'not-recommended' }, question: 'Skal det likevel?', rationale: 'Nei' },
    });
    house.putMeeting(aRunningMeeting({ id: later }));
    putReferral(house, { state: 'active', presented: true, meetingId: later });
    house.putItem(anItem({ meetingId: later }));
    const followed = await house.does.recordDecision({
      ...{ ...house.ask('coordinator', { command: 'later' }), caseId: caseId(), meetingId: later },
      ...{ outcome: { kind: 'not-recommended' }, question: 'Skal det likevel?', rationale: 'Nei' },
    });

    expect([again.ok, followed.ok]).toEqual([false, true]);
    expect(itemIn(house)).toEqual(first);
  });
});
