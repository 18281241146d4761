import { codeFrom } from '../../../src/domain/code';
import { aCase } from '../../builders/cases';
import { caseCode, caseId, meetingId, NOON } from '../../builders/ids';
import { aMeeting } from '../../builders/meetings';
import { dataOf, inputIn, verbsIn, wordsIn } from '../../cards/rules';
import { aHouse, caseIn, type House, keptIn } from '../../use-cases/asking';
import { aFront, isRefusal, words } from '../front';
import { GOOD } from '../presses';

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

describe('what is done to a case', () => {
  it.each([
    ['add-to-agenda', 'added-to-agenda'],
    ['take-off-agenda', 'taken-off-agenda'],
    ['pause-case', 'case-paused'],
    ['resume-case', 'case-resumed'],
    ['conclude-case', 'case-concluded'],
  ] as const)('%s is answered with what was done', async (verb, done) => {
    const { card } = await pressed(verb);

    expect(wordsIn(card)).toContain(words().done[done]);
  });

  it.each([
    ['take-off-agenda', { 'off-reason': 'soning' }],
    ['conclude-case', { reason: 'ferdig' }],
  ])('%s takes no reason but those of its list', async (verb, over) => {
    const house = given(verb);
    const before = keptIn(house);

    const { card } = await pressed(verb, over, house);

    expect(isRefusal(card, 'incomplete')).toBe(true);
    expect(keptIn(house)).toBe(before);
  });
});

describe('pause-case', () => {
  it.each(['2026-12-04', '2028-01-01', 'snart', ''])(
    'gives the form back with %j, and what is wrong',
    async until => {
      const { house, card } = await pressed('pause-case', { until });

      expect(inputIn(card, 'until')['value']).toBe(until);
      expect(wordsIn(card)).toContain(words().pausing.chooseDate);
      expect(caseIn(house, caseId())).not.toHaveProperty('pausedUntil');
    },
  );
});

describe('order-agenda', () => {
  it('is answered with the form for the next, in the new order', async () => {
    const { house, card } = await pressed('order-agenda');

    expect(wordsIn(card)).toContain(words().agenda.order.saved(caseCode()));
    expect(verbsIn(card)).toEqual(['order-agenda', 'open-agenda']);
    expect(house.inside.meetings.get(meetingId())?.meeting.allotted).toEqual([
      { caseId: caseId(), minutes: 30 },
    ]);
  });

  it('keeps what was chosen when neither a place nor a time was', async () => {
    const { house, card } = await pressed('order-agenda', { after: '', minutes: '7' });

    expect(inputIn(card, 'item')['value']).toBe(caseCode());
    expect(wordsIn(card)).toContain(words().agenda.order.nothing);
    expect(house.inside.meetings.size).toBe(0);
  });
});

describe('open-agenda', () => {
  it('is paged by the case that was last, and says nothing of what else is sent', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting({ publishedAt: NOON }));
    Array.from({ length: 13 }, (_, n) =>
      house.putCase(
        aCase({
          id: caseId(String(n)),
          code: codeFrom(String(n).padStart(2, '0').repeat(16)),
          state: 'ready-for-review',
        }),
      ),
    );
    const press = async (over: object) => (await pressed('open-agenda', over, house)).card;

    const preview = await press({});
    const first = await press({ whole: 'yes' });
    const { after } = dataOf(first, 'open-agenda');
    const second = await press({ whole: 'yes', after });

    expect(dataOf(preview, 'open-agenda')).toMatchObject({ whole: 'yes' });
    expect(wordsIn(second)).toContain('Viser 11 til 13 av 13.');
    expect(wordsIn(await press({ whole: 'yes', after: 'x' }))).toContain('Viser 1 til 10 av 13.');
    expect(wordsIn(await press({ whole: 7 }))).toContain(words().agenda.whole);
  });
});
