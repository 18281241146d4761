import { answerMessage, answerWelcome } from '../../src/teams/on-message';
import { type Said } from '../../src/teams/wire/press';
import { dataOf, verbsIn, wordsIn } from '../cards/rules';
import { caseCode, caseId, commandId } from '../builders/ids';
import { aReference } from '../builders/outbox';
import { accountOf } from '../builders/people';
import { inTime } from '../fakes/fake-world';
import { aHouse, keptIn, putReferral, type Who } from '../use-cases/asking';
import { aFront, titleOf, words, wrongWith } from './front';

const say = (front: ReturnType<typeof aFront>, by: Parameters<typeof front.pressOf>[0], text: string) => {
  const { verb: _, data: __, ...turn } = front.pressOf(by, '');
  const said: Said = { ...turn, text };
  return answerMessage(front.deps, front.handlers, said);
};

const CHANNEL = { kind: 'channel', id: '19:x' } as const;

/** Nonces are chance, and may spell anything. */
const withoutNonces = (card: object): string => JSON.stringify(card).replace(/"nonce":"[^"]*"/g, '');

describe('answerMessage', () => {
  it.each<[string, Who, string]>([
    ['meld inn', 'author', words().sending.title],
    ['Ny innmelding', 'author', words().sending.title],
    ['mine innmeldinger', 'author', words().mine.eyebrow],
    ['Mine innmeldingar', 'author', words().mine.eyebrow],
    ['INNBOKS', 'coordinator', words().inbox.title],
    ['saksliste', 'member', words().agenda.title],
    ['Referat', 'member', words().refusal.kinds['not-available'].title],
    ['mine oppgåver', 'owner', words().action.mine],
    ['my tasks', 'owner', words().action.mine],
    ['mine oppslag', 'author', words().lookups.eyebrow],
    ['Oppslaga mine', 'member', words().lookups.eyebrow],
    ['my look-ups', 'admin', words().lookups.eyebrow],
    ['glippsoner', 'member', words().gap.none],
    ['gaps', 'coordinator', words().gap.none],
    ['meld glippsone', 'author', words().gap.question],
    ['tilganger', 'admin', words().access.eyebrow],
    ['påminnelser', 'author', words().reminders.hours.title],
    ['Fravær', 'owner', words().reminders.absence.title],
    ['språk', 'author', words().help.chooseLanguage],
    ['hjelp', 'author', words().help.title],
  ])('answers %j', async (text, who, title) => {
    const card = await say(aFront(), who, text);

    expect(`${titleOf(card)}\n${wordsIn(card)}`).toContain(title);
    expect(wrongWith(card)).toEqual([]);
  });

  it.each(['', 'kan du hjelpe meg med Per', 'meld inn Per', '<b>hjelp</b>'])(
    'answers %j with what can be asked, and keeps nothing of it',
    async text => {
      const front = aFront();
      const kept = keptIn(front.house);

      const card = await say(front, 'author', text);

      expect(titleOf(card)).toBe(titleOf(await front.press('author', 'show-help')));
      expect(keptIn(front.house)).toBe(kept);
      expect(JSON.stringify([card, front.house.inside.events, front.logged])).not.toContain('Per');
    },
  );

  it.each([
    '01010112345',
    'hun heter 010101 12345',
    'sak 01010112345',
    'ring 99 99 99 99',
    '+47 99999999',
    '22334455',
    '+4799887766',
    '004799887766',
    '1309 7248 022',
  ])('warns of %j, which may be somebody’s number, and says how to take it away', async text => {
    const front = aFront();

    const card = await say(front, 'author', text);

    expect(wordsIn(card)).toContain(words().refusal.leak.title);
    expect(verbsIn(card)).toContain('start-referral');
    expect(withoutNonces(card)).not.toMatch(/\d{5}|99 99/);
  });

  it.each(['sak', 'SAK ', 'case'])('opens a door to a case by its code after %j', async word => {
    const house = aHouse();
    putReferral(house);
    house.inside.codes.set(caseCode(), caseId());
    const front = aFront(house);

    const card = await say(front, 'coordinator', `${word.trim()} ${caseCode().toLowerCase()}`);

    expect(dataOf(card, 'open-by-code')).toEqual({ code: caseCode(), nonce: expect.any(String) as string });
    expect(JSON.stringify(card)).not.toContain(caseId());
    expect(wordsIn(card)).not.toContain(words().common.states.submitted);
  });

  it('T24 opens the same door for a code that is nobody’s, and one that is mistyped', async () => {
    const house = aHouse();
    putReferral(house);
    house.inside.codes.set(caseCode(), caseId());
    const front = aFront(house);
    const doorFor = async (code: string) => {
      const card = await say(front, 'author', `sak ${code}`);
      return JSON.stringify(card)
        .replaceAll(code, 'CODE')
        .replaceAll(code.replaceAll('-', '\\\\-'), 'CODE')
        .replaceAll(/"nonce":"[^"]*"/g, '');
    };

    const idOf = jest.spyOn(house.cases, 'idOf');

    const [theirs, nobodys, mistyped] = await Promise.all(
      [caseCode(), caseCode('nobody'), 'SU-1111-1112'].map(doorFor),
    );

    expect(idOf).not.toHaveBeenCalled();

    expect(nobodys).toBe(theirs);
    expect(mistyped).toBe(theirs);
  });

  it.each(['logg', 'LOGG ', 'log'])('opens a door to the log of a case after %j', async word => {
    const card = await say(aFront(), 'coordinator', `${word.trim()} ${caseCode()}`);

    expect(dataOf(card, 'open-access-log')).toEqual({
      code: caseCode(),
      nonce: expect.any(String) as string,
    });
    expect(verbsIn(card)).toEqual(['open-access-log']);
    expect(wrongWith(card)).toEqual([]);
  });

  it('carries a mistyped code spelled like any other', async () => {
    const card = await say(aFront(), 'author', 'sak su11111112');

    expect(dataOf(card, 'open-by-code')).toMatchObject({ code: 'SU-1111-1112' });
  });

  it('says nothing to somebody unknown but whom to ask', async () => {
    const front = aFront();

    const card = await say(front, { who: 'author', identity: { tenantId: 'x', objectId: 'y' } }, 'meld inn');

    expect(wordsIn(card)).toContain('Tilgangsansvarlig');
    expect(front.house.events()).toEqual([]);
  });

  it('remembers where somebody is reached, and wakes the dispatcher', async () => {
    const front = aFront();
    const reference = aReference({ conversationId: 'a:new' });

    await say(front, { who: 'author', reference }, 'hjelp');
    await say(front, { who: 'member', reference, conversation: CHANNEL }, 'hjelp');

    expect(front.house.inside.people.get('innmelder')?.reference).toEqual(reference);
    expect(front.house.inside.people.get('medlem-dps')).not.toHaveProperty('reference');
    expect(front.counts.nudges).toBe(1);
  });

  it.each(['innboks', 'meld inn', `sak ${caseCode()}`, 'hjelp'])(
    'answers %j where others read along with no more than where to write',
    async text => {
      const front = aFront();

      const card = await say(front, { who: 'coordinator', conversation: CHANNEL }, text);

      expect(wordsIn(card)).toContain(words().notice.writeInChat);
      expect(verbsIn(card)).toEqual([]);
      expect(front.house.events()).toEqual([]);
    },
  );

  it('warns of a number where others read along, too', async () => {
    const card = await say(aFront(), { who: 'coordinator', conversation: CHANNEL }, 'hun heter 010101 12345');

    expect(wordsIn(card)).toContain(words().refusal.leak.title);
  });

  it('names no end of a case in a message that is kept', async () => {
    const house = aHouse();
    putReferral(house, { state: 'consent-refused' } as never);
    const front = aFront(house);

    const [written, pressed] = [
      await say(front, 'author', 'mine innmeldinger'),
      await front.press('author', 'list-my-referrals'),
    ];

    expect(wordsIn(written)).not.toContain(words().common.states['consent-refused']);
    expect(wordsIn(written)).not.toContain(caseCode());
    expect(wordsIn(pressed)).toContain(caseCode());
  });

  it('records a look by the activity: the same message sent twice is one event', async () => {
    const front = aFront();
    await say(front, { who: 'coordinator', activityId: 'one' }, 'innboks');
    await say(front, { who: 'coordinator', activityId: 'one' }, 'innboks');

    await say(front, { who: 'coordinator', activityId: 'two' }, 'innboks');

    expect(front.house.events()).toHaveLength(2);
  });
});

describe('answerWelcome', () => {
  it.each(['author', 'coordinator', 'member', 'owner', 'admin'] as const)('welcomes the %s', async who => {
    const front = aFront();

    const card = await answerWelcome(front.deps, front.handlers, {
      by: front.house.who[who],
      account: accountOf(front.house.who[who].person),
      within: inTime(),
      commandId: commandId(),
    });

    expect(wrongWith(card)).toEqual([]);
    expect(titleOf(card)).toBe(titleOf(await front.press(who, 'show-welcome')));
  });
});
