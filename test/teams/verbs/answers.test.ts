import { dataOf, inputIn, inputsIn, nodesIn, verbsIn, wordsIn } from '../../cards/rules';
import { anAction, aCase, anItem } from '../../builders/cases';
import { briefOf } from '../../../src/domain/action';
import { actionId, caseId, day, meetingId, NOON, personId } from '../../builders/ids';
import { aMeeting, aRunningMeeting } from '../../builders/meetings';
import { aDraft } from '../../builders/referrals';
import { aHouse, caseIn, type House, putReferral, sealedIn } from '../../use-cases/asking';
import { putNamed } from '../../use-cases/on-agenda';
import { aFront, isRefusal, titleOf, words, wrongWith } from '../front';
import { GOOD } from '../presses';

const CHANNEL = { conversation: { kind: 'channel', id: '19:channel' } } as const;
const given = (verb: string): House => {
  const house = aHouse();
  GOOD[verb]?.given(house);
  return house;
};
const pressed = async (verb: string, over: object = {}, house = given(verb)) => {
  const good = GOOD[verb];
  const card = await aFront(house).press(good?.by ?? 'author', verb, { ...good?.data, ...over });
  return { house, card };
};

describe('a list of tasks', () => {
  it('reads the answer of the row that was pressed, and of no other', async () => {
    const { house } = await pressed('complete-action', {
      'outcome-2': 'not-needed',
      'outcome-11': 'not-needed',
    });

    expect([...house.inside.actions.values()][0]?.action).toMatchObject({ state: 'done', outcome: 'partly' });
  });

  it.each(['complete-action', 'ask-new-date', 'block-action'])(
    '%s is not done with another row’s answer',
    async verb => {
      const { house, card } = await pressed(verb, { row: 2 });

      expect(isRefusal(card, 'incomplete')).toBe(true);
      expect([...house.inside.actions.values()][0]?.action).toMatchObject({ state: 'open' });
      expect(house.events()).toEqual([]);
    },
  );

  it('block-action is answered with the way to report the gap, its category filled in', async () => {
    const { house, card } = await pressed('block-action');

    expect(titleOf(card)).toContain(words().gap.stuck);
    expect(dataOf(card, 'start-gap')).toMatchObject({ caseId: caseId(), category: 'housing' });
    expect(house.events().map(({ operation }) => operation)).toEqual(['block-action']);
  });

  it.each(['complete-action', 'ask-new-date'])('%s is answered with what is left', async verb => {
    const { house, card } = await pressed(verb);

    const left = verb === 'complete-action' ? 0 : 1;
    expect(titleOf(card)).toContain(left === 0 ? words().action.noneOpen : words().action.open(left));
    expect(house.events().map(({ operation }) => operation)).toEqual([verb, 'list-my-actions']);
  });

  it('answers with why it could not be done', async () => {
    const { card } = await pressed('ask-new-date', { 'due-1': '2026-12-03' });

    expect(wordsIn(card)).toContain(words().action.problems['past-date']);
  });

  it('holds four tasks at the most, and says how many more there are', async () => {
    const house = aHouse();
    const tasks = Array.from({ length: 40 }, (_, place) => anAction({ id: actionId(place.toString()) }));
    tasks.forEach(task => house.putTask(task));
    house.putCase(aCase({ state: 'mapping', actions: tasks.map(briefOf) }));

    const card = await aFront(house).press('owner', 'list-my-actions');

    expect(wordsIn(card)).toContain(words().action.more(36));
    expect(JSON.stringify(card).length).toBeLessThan(20_000);
  });
});

describe('close-view', () => {
  it.each([
    ['coordinator', words().inbox.title],
    ['author', words().mine.eyebrow],
    ['member', words().agenda.title],
    ['owner', words().action.mine],
    ['admin', words().action.mine],
  ] as const)('leads the %s back to where they work from', async (who, title) => {
    const card = await aFront().press(who, 'close-view', { caseId: caseId() });

    expect(titleOf(card)).toContain(title);
  });
});

describe('choose-language', () => {
  it('answers in the language just chosen, and every card after', async () => {
    const front = aFront();

    const card = await front.press('author', 'choose-language', { language: 'en' });
    const next = await front.press('author', 'show-help');

    expect([card['lang'], next['lang']]).toEqual(['en', 'en']);
  });
});

describe('start-referral', () => {
  it('gives an empty form under a fresh id, and keeps nothing', async () => {
    const front = aFront();

    const [one, another] = [
      await front.press('author', 'start-referral'),
      await front.press('author', 'start-referral'),
    ];

    const [first, second] = [dataOf(one, 'review-referral'), dataOf(another, 'review-referral')];
    expect(first['draftId']).not.toBe(second['draftId']);
    expect(front.house.inside.drafts.size).toBe(0);
  });

  it('prefills how the referrer is reached', async () => {
    const front = aFront();
    front.house.enrol({ ...front.house.who.author.person, workPhone: '55 00 00 00' });

    const card = await front.press('author', 'start-referral');

    expect(inputIn(card, 'my-contact')['value']).toContain('55 00 00 00');
  });

  it('is not for somebody who does not refer', async () => {
    const card = await aFront().press('coordinator', 'start-referral');

    expect(isRefusal(card, 'not-available')).toBe(true);
  });
});

describe('the referrer’s answers', () => {
  it('a review asks to send it', async () => {
    const { card } = await pressed('review-referral');

    expect(verbsIn(card)).toContain('submit-referral');
  });

  it('a saved draft is the form as it was typed', async () => {
    const { card } = await pressed('save-draft', { words: 'Mine ord' });

    expect(inputIn(card, 'words')['value']).toBe('Mine ord');
  });

  it('the form for a name holds what stands there', async () => {
    const house = aHouse();
    house.putDraft(aDraft({ identity: { name: 'Kandidat', birthYear: 1980 } }));

    const { card } = await pressed('start-identity', {}, house);

    expect([inputIn(card, 'name')['value'], inputIn(card, 'birth-year')['value']]).toEqual([
      'Kandidat',
      '1980',
    ]);
  });

  it('a name that is left out is gone from the review', async () => {
    const { house, card } = await pressed('leave-name-out');

    expect(JSON.stringify(card)).not.toContain('Kandidat');
    expect([...house.inside.drafts.values()][0]?.draft).not.toHaveProperty('identity');
  });

  it('a receipt names the code and the earliest meeting', async () => {
    const { house, card } = await pressed('submit-referral');

    const [kase] = [...house.inside.cases.values()];
    expect(wordsIn(card)).toContain(kase?.kase.code);
    expect(wordsIn(card)).toMatch(/9\.\sdesember/);
  });

  it('a deleted draft is gone from the list that answers', async () => {
    const { card } = await pressed('delete-draft');

    expect(verbsIn(card)).not.toContain('edit-draft');
  });

  it.each([
    ['record-informed', words().done['informed-recorded']],
    ['add-information', words().done['information-added']],
    ['withdraw-referral', words().done['referral-withdrawn']],
    ['name-case-candidate', words().done['candidate-named']],
    ['request-information', words().done['information-requested']],
    ['mark-ready', words().done['marked-ready']],
    ['mark-urgent', words().done['marked-urgent']],
    ['return-to-agenda', words().done['returned-to-agenda']],
    ['grant-new-date', words().done['new-date-granted']],
  ])('%s is answered with what was done', async (verb, done) => {
    const { card } = await pressed(verb);

    expect(wordsIn(card)).toContain(done);
  });

  it('lists ten cases, and says that there are more', async () => {
    const house = aHouse();
    Array.from({ length: 12 }, (_, place) => house.putCase(aCase({ id: caseId(place.toString()) })));

    const { card } = await pressed('list-my-referrals', {}, house);

    expect(verbsIn(card).filter(verb => verb === 'open-case')).toHaveLength(10);
    expect(wrongWith(card)).toEqual([]);
  });
});

describe('mark-urgent', () => {
  it.each(['', '   ', 'x'.repeat(201), 'Ring 010101 12345'])('keeps no reason like %j', async reason => {
    const { house } = await pressed('mark-urgent', { reason });

    expect(caseIn(house, caseId())?.urgent).toBe(false);
    expect(house.events()).toEqual([]);
  });

  it('keeps the reason without what stands around it', async () => {
    const { house } = await pressed('mark-urgent', { reason: '  Løslates ' });

    expect(sealedIn(house, caseId())).toMatchObject({ 'sent-ute-koordinering/C': { urgent: 'Løslates' } });
  });
});

describe('a task', () => {
  it('is answered with who has it and when it is due', async () => {
    const { card } = await pressed('create-action');

    expect(wordsIn(card)).toContain('Ansvarlig');
    expect(wordsIn(card)).toMatch(/11\.\sdesember/);
  });

  it('needs no group when it has no detail', async () => {
    const { house } = await pressed('create-action', { detail: ' ', 'detail-group': '' });

    const [kept] = [...house.inside.actions.values()];
    expect(kept?.action).not.toHaveProperty('detailIn');
  });

  it('can be given to nobody who was removed', async () => {
    const { card } = await pressed('start-action');

    const owners = JSON.stringify(inputIn(card, 'owner')['choices']);
    expect(owners).toContain('Ansvarlig');
    expect(owners).not.toContain('Sluttet');
  });

  it.each(['start-action', 'start-decision'])(
    'and a decision: %s in the channel is left in the presser’s own chat',
    async verb => {
      const house = given('start-decision');

      const card = await aFront(house).press(
        { who: 'coordinator', ...CHANNEL },
        verb,
        GOOD['start-decision']?.data,
      );

      expect(inputsIn(card)).toEqual([]);
      expect(wordsIn(card)).toContain(words().notice.inChat);
      expect(house.sent()).toMatchObject([{ kind: 'notice', to: 'koordinator', notice: { kind: 'form' } }]);
    },
  );
});

describe('consent', () => {
  it('may have been asked for by people of the agency it came from and the coordinators, and nobody else', async () => {
    const { card } = await pressed('start-consent');

    const askers = JSON.stringify(inputIn(card, 'asked-by')['choices']);
    expect(askers).toMatch(/innmelder.*koordinator/);
    expect(askers).not.toMatch(/medlem-dps|sluttet/);
  });

  it('leaves out the agencies that were ticked', async () => {
    const { house } = await pressed('record-consent', { 'left-out': 'innsatsgruppen,kronstad-dps' });

    const kase = caseIn(house, caseId());
    expect(kase?.state === 'mapping' && kase.consent.leftOut).toEqual(['kronstad-dps', 'innsatsgruppen']);
  });

  it.each([
    ['awaiting-consent', 'start-consent'],
    ['active', 'open-case'],
  ] as const)('of a case that is %s offers %s', async (state, verb) => {
    const house = aHouse();
    putReferral(house, { state });

    const { card } = await pressed('open-consent', {}, house);

    expect([...verbsIn(card), 'open-case']).toContain(verb);
    expect(wrongWith(card)).toEqual([]);
  });

  it('that is refused is answered neutrally', async () => {
    const { house, card } = await pressed('refuse-consent');

    expect(caseIn(house, caseId())?.state).toBe('consent-refused');
    expect(wrongWith(card)).toEqual([]);
  });
});

describe('the meeting', () => {
  it('begins with the seats that were ticked for each partner', async () => {
    const { house } = await pressed('start-meeting', {
      kommune: 'sosial,ukjent,IKKE ET SETE',
      politi: 'politi',
    });

    expect(house.inside.meetings.get(meetingId())?.meeting).toMatchObject({
      attendance: { present: ['sosial', 'dps', 'politi'] },
    });
  });

  it.each([undefined, 'no', true])(
    'does not begin before the confidentiality text is ticked: %j',
    async confidential => {
      const { house, card } = await pressed('start-meeting', { confidential });

      expect(isRefusal(card, 'incomplete')).toBe(true);
      expect(house.inside.meetings.get(meetingId())?.meeting.state).toBe('planned');
    },
  );

  it('is told who is missing for an intake', async () => {
    const { card } = await pressed('start-meeting');

    expect(wordsIn(card)).toContain(words().meeting.partnerNames.politi);
  });

  it('gives the attendance as it stands while it runs', async () => {
    const house = aHouse();
    const running = aRunningMeeting();
    house.putMeeting(running);

    const { card } = await pressed('start-attendance', {}, house);

    expect(inputIn(card, 'helse')['value']).toBe('dps');
  });

  it('shows the published agenda as the answer to publishing it', async () => {
    const { house, card } = await pressed('publish-agenda');

    expect(wordsIn(card)).toContain(caseIn(house, caseId())?.code);
    expect(verbsIn(card)).not.toContain('publish-agenda');
  });

  it('shows what the next one would hold, published or not', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting());
    putReferral(house, { state: 'ready-for-review' } as never);

    const { card } = await pressed('open-agenda', {}, house);

    expect(wordsIn(card)).toContain(caseIn(house, caseId())?.code);
    expect(verbsIn(card)).toContain('publish-agenda');
  });

  it('gives the shared card back to whoever closes the private view', async () => {
    const { card } = await pressed('close-item');

    expect(verbsIn(card)).toContain('open-item');
    expect(wrongWith(card)).toEqual([]);
  });
});

describe('record-decision', () => {
  it.each([
    ['taken-in', {}, 'awaiting-consent'],
    ['declined', { 'decline-reason': 'outside' }, 'declined'],
    ['deferred', { 'defer-reason': 'time' }, 'deferred'],
  ] as const)('records %s', async (outcome, reason, state) => {
    const { house, card } = await pressed('record-decision', { outcome, ...reason });

    expect(caseIn(house, caseId())?.state).toBe(state);
    expect(wrongWith(card)).toEqual([]);
  });

  it.each([
    ['declined', { 'decline-reason': '' }],
    ['deferred', { 'defer-reason': 'made-up', 'decline-reason': 'outside' }],
  ] as const)('asks again for the reason of %s', async (outcome, reason) => {
    const { house, card } = await pressed('record-decision', { ...reason, outcome });

    expect(caseIn(house, caseId())?.state).toBe('ready-for-review');
    expect(inputIn(card, 'rationale')['value']).toBe('Samlet innsats');
  });

  it('says why nobody can be taken in', async () => {
    const house = given('record-decision');
    const running = aRunningMeeting();
    house.putMeeting({ ...running, attendance: { ...running.attendance, present: [] } });

    const { card } = await pressed('record-decision', { outcome: 'taken-in', rationale: 'Tatt inn' }, house);

    expect(inputIn(card, 'rationale')['value']).toBe('Tatt inn');
    expect(caseIn(house, caseId())?.state).toBe('ready-for-review');
  });

  it('comes back with what was typed, over the case as it is, when that is no longer what was seen', async () => {
    const typed = { outcome: 'declined', 'decline-reason': 'capacity', rationale: 'Lang begrunnelse' };
    const { house, card } = await pressed('record-decision', { ...typed, version: 'seen before' });

    expect(wordsIn(card)).toContain('Noen var før deg. Det du skrev, ligger i skjemaet.');
    expect(inputIn(card, 'rationale')['value']).toBe('Lang begrunnelse');
    expect(inputIn(card, 'decline-reason')['value']).toBe('capacity');
    expect(wrongWith(card)).toEqual([]);
    expect(caseIn(house, caseId())?.state).toBe('ready-for-review');

    const { version } = dataOf(card, 'record-decision');
    await pressed('record-decision', { ...typed, version }, house);
    expect(caseIn(house, caseId())?.state).toBe('declined');
  });

  it('is too late when the item was closed', async () => {
    const house = given('record-decision');
    house.putItem(anItem({ closed: true }));

    const { card } = await pressed('record-decision', {}, house);

    expect(isRefusal(card, 'wrong-state')).toBe(true);
  });
});

describe('the directory', () => {
  it('is shown ten at a time, more by key', async () => {
    const house = aHouse();
    Array.from({ length: 15 }, (_, place) =>
      house.enrol({
        ...house.who.owner.person,
        id: personId(`p${place.toString()}`),
        name: `Person ${place.toString()}`,
      }),
    );
    const { card } = await pressed('open-access', {}, house);
    const after = dataOf(card, 'open-access');

    const { card: next } = await pressed('open-access', after, house);

    expect(after).toHaveProperty('after');
    expect(verbsIn(card).filter(verb => verb === 'edit-person').length).toBeGreaterThanOrEqual(10);
    expect(wordsIn(next)).not.toBe(wordsIn(card));
  });

  it('gives a form for somebody new, and for somebody there', async () => {
    const { card: fresh } = await pressed('edit-person', { personId: undefined });
    const { card: known } = await pressed('edit-person');

    expect(inputIn(fresh, 'name')['value']).toBe('');
    expect(inputIn(known, 'name')['value']).toBe('Medlem, Kronstad DPS');
  });

  it('cannot be left by the one who keeps it', async () => {
    const { card } = await pressed('remove-person', { personId: 'tilgangsansvarlig' });

    expect(isRefusal(card, 'wrong-state')).toBe(true);
  });
});

/** So many cases, and an agenda that is to be published. */
const houseWithWaiting = (n: number): House => {
  const house = aHouse();
  for (let at = 0; at < n; at += 1) putNamed(house, `waiting-${String(at)}`, { state: 'submitted' });
  return house;
};

describe('the inbox', () => {
  it('goes on after the row that is named, and begins anew where that says nothing', async () => {
    const front = aFront(houseWithWaiting(12));
    const first = await front.press('coordinator', 'open-inbox');
    const data = nodesIn(first).find(({ title }) => title === words().inbox.next)?.['data'];

    const rest = await front.press('coordinator', 'open-inbox', data);
    const strange = await front.press('coordinator', 'open-inbox', { after: { $ne: '' } });

    expect(wordsIn(rest)).toContain(words().inbox.range(11, 13, 13));
    expect(wordsIn(strange)).toContain(words().inbox.oldestOf(10, 13));
  });

  it('leads to the form for a new date, with the date that was asked for', async () => {
    const house = aHouse();
    const task = anAction({ asked: { due: day('2026-12-18'), reason: 'no-contact', at: NOON } });
    house.putTask(task);
    house.putCase(aCase({ state: 'mapping', actions: [briefOf(task)] }));
    const front = aFront(house);
    const inbox = await front.press('coordinator', 'open-inbox');

    const card = await front.press('coordinator', 'start-new-date', dataOf(inbox, 'start-new-date'));

    expect(inputIn(card, 'due')['value']).toBe('2026-12-18');
  });
});
