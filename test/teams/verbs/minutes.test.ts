import { caseCode, caseId, instant, personId } from '../../builders/ids';
import { aDisqualification } from '../../builders/cases';
import { dataOf, inputIn, verbsIn, wordsIn } from '../../cards/rules';
import { type House } from '../../use-cases/asking';
import { afterMeeting, MEETING, putMinuted, storedMinutes } from '../../use-cases/minuted';
import { aFront, isRefusal, titleOf, words, wrongWith } from '../front';

const front = (house: House = afterMeeting()) => aFront(house);
const approved = async () => {
  const at = front();
  const read = await at.press('chair', 'open-minutes', MEETING);
  const card = await at.press('chair', 'approve-minutes', dataOf(read, 'approve-minutes'));
  return { at, card };
};

describe('open-minutes', () => {
  it('is read before it is approved, and locked after', async () => {
    const { at, card } = await approved();

    expect(titleOf(card)).toContain(words().minutes.approved);
    expect(storedMinutes(at.house)?.minutes.items).toHaveLength(2);
    expect(wrongWith(card)).toEqual([]);
  });

  it('is what somebody writes for, of the last meeting', async () => {
    const house = afterMeeting();
    house.inside.now = instant('2026-12-12T08:00');

    const card = await front(house).press('member', 'open-minutes');

    expect(wordsIn(card)).toContain(caseCode('one'));
  });

  it('turns its page, and takes no other as one', async () => {
    const at = front();

    const cards = [0, 1, -1, 0.5, 'x', 10_000].map(from =>
      at.press('member', 'open-minutes', { ...MEETING, from }),
    );
    const [first, second, ...others] = await Promise.all(cards);

    expect(wordsIn(second ?? {})).not.toContain(caseCode('one'));
    for (const card of [first, ...others]) expect(wordsIn(card ?? {})).toContain(caseCode('one'));
  });

  it('does not exist for somebody outside the group', async () => {
    expect(isRefusal(await front().press('author', 'open-minutes', MEETING), 'not-available')).toBe(true);
  });

  it('never shows the item its reader is disqualified on', async () => {
    const house = afterMeeting();
    putMinuted(house, 'one', {
      kase: { disqualified: [aDisqualification(personId('medlem-dps'))] },
      item: { number: 1 },
    });

    const card = await front(house).press('member', 'open-minutes', MEETING);

    expect(JSON.stringify(card)).not.toContain(caseCode('one'));
    expect(JSON.stringify(card)).not.toContain(caseId('one'));
    expect(wordsIn(card)).toContain(words().minutes.partial);
  });
});

describe('approve-minutes', () => {
  it('shows the minutes anew when they are not those that were read', async () => {
    const at = front();

    const card = await at.press('chair', 'approve-minutes', { ...MEETING, seen: 'other' });

    expect(wordsIn(card)).toContain(words().minutes.changed);
    expect(verbsIn(card)).toContain('approve-minutes');
    expect(storedMinutes(at.house)).toBeUndefined();
  });

  it('is refused to the coordinator, who is not offered it', async () => {
    const at = front();
    const read = await at.press('coordinator', 'open-minutes', MEETING);

    const card = await at.press('coordinator', 'approve-minutes', { ...MEETING, seen: 'x' });

    expect(verbsIn(read)).not.toContain('approve-minutes');
    expect(isRefusal(card, 'wrong-state')).toBe(true);
  });
});

describe('add-addendum', () => {
  it('stands under the minutes when it is saved', async () => {
    const { at } = await approved();
    const form = await at.press('coordinator', 'start-addendum', MEETING);

    const card = await at.press('coordinator', 'add-addendum', {
      ...dataOf(form, 'add-addendum'),
      text: '  Møtet begynte 9\\.10.  ',
    });

    expect(storedMinutes(at.house)?.addenda).toMatchObject([
      { text: 'Møtet begynte 9\\.10.', by: 'koordinator' },
    ]);
    expect(wordsIn(card)).toContain('Sent ute-koordinator');
    expect(wrongWith(card)).toEqual([]);
  });

  it.each<[string, 'missing' | 'too-long' | 'holds-number']>([
    [' ', 'missing'],
    ['x'.repeat(201), 'too-long'],
    ['Gjelder 010190 12345', 'holds-number'],
  ])('keeps what was typed and says what is wrong: %j', async (text, problem) => {
    const { at } = await approved();

    const card = await at.press('coordinator', 'add-addendum', { ...MEETING, text });

    expect(inputIn(card, 'text')).toMatchObject({ value: text.trim() });
    expect(wordsIn(card)).toContain(words().minutes.form.problems[problem]);
    expect(storedMinutes(at.house)?.addenda).toEqual([]);
  });

  it('tells nobody outside anything, whatever they typed', async () => {
    const { at } = await approved();

    for (const text of ['', 'Rettelse'])
      expect(isRefusal(await at.press('author', 'add-addendum', { ...MEETING, text }), 'not-available')).toBe(
        true,
      );
  });
});

describe('export-minutes', () => {
  it('offers a link, and leads back to the minutes', async () => {
    const card = await front().press('member', 'export-minutes', MEETING);

    expect(JSON.stringify(card)).toContain('https://sent-ute.example/files/');
    expect(dataOf(card, 'open-minutes')).toMatchObject(MEETING);
    expect(wrongWith(card)).toEqual([]);
  });
});
