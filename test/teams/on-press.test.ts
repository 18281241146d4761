import { pressablesIn } from '../../src/local/demo/card-reader';
import { type World } from '../../src/use-cases/world';
import { wordsIn } from '../cards/rules';
import { caseId, day } from '../builders/ids';
import { aReference } from '../builders/outbox';
import { aDraft, SHORTEST_FORM } from '../builders/referrals';
import { aHouse, keptIn, putReferral } from '../use-cases/asking';
import { aFront, isRefusal, titleOf, words } from './front';

const SECRET = '01010112345 Kandidat Syntetisk';
const MARKED = { caseId: caseId(), nonce: 'card-1' };
const withReferral = () => {
  const house = aHouse();
  putReferral(house);
  return aFront(house);
};
const failing = (fault: Error) => {
  const house = aHouse();
  putReferral(house);
  const cases: World['cases'] = { ...house.cases, load: () => Promise.reject(fault) };
  return aFront(house, { ...house, cases });
};

describe('answerPress', () => {
  it('answers in the language of whoever pressed', async () => {
    const front = aFront();
    front.house.enrol({ ...front.house.who.author.person, language: 'en' });

    const card = await front.press('author', 'show-help');

    expect(card['lang']).toBe('en');
  });

  it.each([
    ['nobody the directory knows', { tenantId: 'tenant-kommune', objectId: 'somebody' }],
    [
      'T06 the same person in another tenant',
      { tenantId: 'tenant-fremmed', objectId: 'object-of-innmelder' },
    ],
  ])('tells %s whom to ask, and does nothing', async (_, identity) => {
    const front = withReferral();
    const kept = keptIn(front.house);

    const card = await front.press({ who: 'author', identity }, 'withdraw-referral', MARKED);

    expect(wordsIn(card)).toContain('Tilgangsansvarlig');
    expect(keptIn(front.house)).toBe(kept);
    expect(front.house.events()).toEqual([]);
  });

  it('speaks to somebody unknown in the language of their Teams, otherwise bokmål', async () => {
    const front = aFront();
    const unknown = { tenantId: 'x', objectId: 'y' };

    const [nynorsk, danish] = [
      await front.press({ who: 'author', identity: unknown, locale: 'nn-NO' }, 'show-help', {}),
      await front.press({ who: 'author', identity: unknown, locale: 'da-DK' }, 'show-help', {}),
    ];

    expect([nynorsk['lang'], danish['lang']]).toEqual(['nn', 'nb']);
  });

  it('T05 answers a removed person’s old card as it answers somebody unknown', async () => {
    const front = withReferral();
    const { person } = front.house.who.author;
    front.house.enrol({ ...person, removedOn: day('2026-12-04') });

    const card = await front.press('author', 'withdraw-referral', MARKED);

    expect(wordsIn(card)).toContain('Tilgangsansvarlig');
    expect(front.house.events()).toEqual([]);
  });

  it.each(['no-such-verb', '', 'constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'refuses what is no verb: %j',
    async verb => {
      const front = withReferral();

      const card = await front.press('author', verb, MARKED);

      expect(isRefusal(card, 'not-available')).toBe(true);
      expect(front.logged).toEqual([]);
    },
  );

  it.each([undefined, null, 7, 'text', [], { nonce: 7 }, { nonce: 'x'.repeat(300) }, { caseId: {} }])(
    'refuses data that is not what the verb carries: %j',
    async data => {
      const front = withReferral();
      const kept = keptIn(front.house);

      const card = await front.press('author', 'withdraw-referral', data);

      expect(isRefusal(card, 'incomplete')).toBe(true);
      expect(keptIn(front.house)).toBe(kept);
    },
  );

  it('remembers where somebody is reached when they press in their own chat, and only there', async () => {
    const [chat, channel] = [aFront(), aFront()];
    const reference = aReference({ conversationId: 'a:new' });

    await chat.press({ who: 'author', reference }, 'show-help', {});
    await channel.press(
      { who: 'author', reference, conversation: { kind: 'channel', id: '19:x' } },
      'show-help',
    );

    expect(chat.house.inside.people.get('innmelder')?.reference).toEqual(reference);
    expect(channel.house.inside.people.get('innmelder')).not.toHaveProperty('reference');
  });

  it('wakes the dispatcher, whatever came of it', async () => {
    const [good, bad] = [withReferral(), failing(new Error(SECRET))];

    await good.press('author', 'withdraw-referral', MARKED);
    await bad.press('author', 'withdraw-referral', MARKED);

    expect([good.counts.nudges, bad.counts.nudges]).toEqual([1, 1]);
  });
});

describe('T04 what makes one command of two presses', () => {
  it('is the card: the same card pressed twice is one change, under two activities', async () => {
    const front = withReferral();
    await front.press('author', 'record-informed', { ...MARKED, informed: 'today', 'contact-consent': 'no' });

    await front.press('author', 'record-informed', { ...MARKED, informed: 'today', 'contact-consent': 'no' });

    expect(front.house.events()).toHaveLength(1);
  });

  it('is the person too: the same card pressed by two is two events', async () => {
    const house = aHouse();
    const front = aFront(house);

    await front.press('author', 'choose-language', { language: 'nn', nonce: 'card-1' });
    await front.press('member', 'choose-language', { language: 'nn', nonce: 'card-1' });

    expect(new Set(house.events().map(({ commandId }) => commandId)).size).toBe(2);
    expect(house.events().map(({ by }) => by.person)).toEqual(['innmelder', 'medlem-dps']);
  });

  it.each([
    ['another card', { nonce: 'card-2' }],
    ['another answer on it', { informed: 'unsafe' }],
  ])('is not one with %s', async (_, over) => {
    const front = withReferral();
    const data = { ...MARKED, informed: 'today', 'contact-consent': 'no' };
    await front.press('author', 'record-informed', data);

    await front.press('author', 'record-informed', { ...data, ...over });

    expect(front.house.events()).toHaveLength(2);
  });

  it('is the activity where the card has no mark: Teams may send one press twice', async () => {
    const front = withReferral();
    const data = { caseId: caseId(), informed: 'today', 'contact-consent': 'no' };
    await front.press({ who: 'author', activityId: 'one' }, 'record-informed', data);
    await front.press({ who: 'author', activityId: 'one' }, 'record-informed', data);

    await front.press({ who: 'author', activityId: 'two' }, 'record-informed', data);

    expect(front.house.events()).toHaveLength(2);
  });

  it('is the activity for a look: every look at one card is an event, the same one sent twice is not', async () => {
    const front = withReferral();
    await front.press({ who: 'author', activityId: 'one' }, 'open-case', MARKED);
    await front.press({ who: 'author', activityId: 'one' }, 'open-case', MARKED);

    await front.press({ who: 'author', activityId: 'two' }, 'open-case', MARKED);

    expect(front.house.events()).toHaveLength(2);
  });

  it('never depends on the order the fields came in', async () => {
    const front = withReferral();
    await front.press('author', 'record-informed', { ...MARKED, informed: 'today', 'contact-consent': 'no' });

    await front.press('author', 'record-informed', {
      'contact-consent': 'no',
      informed: 'today',
      nonce: 'card-1',
      caseId: caseId(),
    });

    expect(front.house.events()).toHaveLength(1);
  });
});

describe('a fault', () => {
  it('T25 is told with an id, which the log has too, and neither has a word of anybody’s', async () => {
    const front = failing(new TypeError(SECRET));

    const card = await front.press('author', 'mark-urgent', { ...MARKED, reason: SECRET });
    const again = await front.press('author', 'open-case', { ...MARKED, reason: SECRET });

    expect(titleOf(again)).toContain(words().refusal.error.title);
    const [{ event, fields } = { event: '', fields: {} }] = front.logged.slice(-1);
    expect([event, Object.keys(fields), fields['verb'], fields['fault']]).toEqual([
      'turn-failed',
      ['correlation', 'verb', 'fault'],
      'open-case',
      'TypeError',
    ]);
    expect(wordsIn(again)).toContain(String(fields['correlation']));
    expect(wordsIn(card) + wordsIn(again)).not.toMatch(/01010112345|Syntetisk/);
    expect(JSON.stringify(front.logged)).not.toMatch(/01010112345|Syntetisk/);
  });

  it('offers the very same press again, which is then the same command', async () => {
    const front = failing(new TypeError(SECRET));
    const typed = { ...MARKED, reason: 'Løslates fredag' };

    const [button] = pressablesIn(await front.press('author', 'mark-urgent', typed));

    expect(button).toMatchObject({ title: words().refusal.kinds['try-again'].title, verb: 'mark-urgent' });
    expect(button?.data).toEqual(typed);
  });

  it('is told in the language of whoever pressed', async () => {
    const front = failing(new TypeError(SECRET));
    front.house.enrol({ ...front.house.who.author.person, language: 'en' });

    const card = await front.press({ who: 'author', locale: 'nb-NO' }, 'open-case', MARKED);

    expect(card['lang']).toBe('en');
  });

  it('that is only about where to reach them does not keep the answer from them', async () => {
    const house = aHouse();
    putReferral(house);
    const people: World['people'] = {
      ...house.people,
      captureReference: () => Promise.reject(new Error(SECRET)),
    };
    const front = aFront(house, { ...house, people });

    const card = await front.press('author', 'withdraw-referral', MARKED);

    expect(wordsIn(card)).toContain('Innmelding trukket');
    expect(front.logged).toMatchObject([{ event: 'chat-not-kept', fields: { fault: 'Error' } }]);
  });

  it('that is no error is one all the same', async () => {
    const front = failing(SECRET as never);

    await front.press('author', 'open-case', MARKED);

    expect(front.logged).toMatchObject([{ event: 'turn-failed', fields: { fault: 'unknown' } }]);
  });

  it('never has a name in the log that came from outside', async () => {
    const front = failing(new Error(SECRET));
    const people: World['people'] = {
      ...front.house.people,
      byIdentity: () => Promise.reject(new Error(SECRET)),
    };
    const broken = aFront(front.house, { ...front.house, people });

    await broken.press('author', SECRET, MARKED);

    expect(broken.logged).toMatchObject([{ fields: { verb: 'unknown' } }]);
  });

  it('that is the deadline asks to try again: it is safe', async () => {
    jest.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    const front = withReferral();

    const card = await front.press('author', 'open-case', MARKED);

    expect(isRefusal(card, 'try-again')).toBe(true);
    expect(front.logged).toMatchObject([{ event: 'turn-too-late' }]);
    expect(front.house.events()).toEqual([]);
  });

  it('when the look cannot be recorded shows nothing of what was asked for', async () => {
    const house = aHouse();
    house.putDraft(aDraft({ values: { ...SHORTEST_FORM, words: SECRET } }));
    await house.does.submitReferral({ ...house.ask('author'), draftId: caseId() });
    const people: World['people'] = {
      ...house.people,
      recordLookup: () => Promise.reject(new Error('full')),
    };
    const front = aFront(house, { ...house, people });

    const card = await front.press('author', 'open-case', MARKED);

    expect(titleOf(card)).toContain(words().refusal.error.title);
    expect(JSON.stringify(card)).not.toContain('Syntetisk');
  });
});
