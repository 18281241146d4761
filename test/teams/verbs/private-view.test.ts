import { briefOf } from '../../../src/domain/action';
import { type Case } from '../../../src/domain/case';
import { type Content } from '../../../src/domain/content';
import { anAction, aCase, aConsent, anItem } from '../../builders/cases';
import { agencyId, caseId, day, meetingId, NOON } from '../../builders/ids';
import { aRunningMeeting } from '../../builders/meetings';
import { aDraft, SHORTEST_FORM } from '../../builders/referrals';
import { aHouse, heldBy, type House, ORIGIN, type Who } from '../../use-cases/asking';
import { aFront } from '../front';
import { GOOD } from '../presses';

/** A mark in every text of a case that only its author's agency may see; none may come out in anyone else's card. */
const MARK = 'kanarifugl';
const CONTENT: Content = {
  B: { name: `${MARK} navn`, number: '01010112345', birthYear: 1980 },
  C: {
    answers: {},
    words: `${MARK} ord`,
    contactRole: `${MARK} rolle`,
    urgent: `${MARK} hast`,
    contact: ['mo'],
  },
  D: { answers: { substance: 'yes' }, contact: ['lar'], shutOut: [] },
  E: { contact: ['police'], shutOut: [], opening: { kind: 'sentence', on: day('2026-12-20') } },
  F: { answers: { violence: 'both' } },
  summary: {
    criteria: {
      scene: 'yes',
      violence: 'yes',
      substance: 'yes',
      mental: 'yes',
      history: 'yes',
      effect: 'yes',
    },
    kinds: [],
    asked: 'housing',
  },
  contact: { reach: `${MARK} telefon` },
};
const CANARIES = new RegExp(`${MARK} (navn|ord|rolle|hast|detalj)|01010112345`);

const full = (house: House, over: object = {}): Case => {
  const task = anAction({ detailIn: 'C', asked: { due: day('2026-12-18'), reason: 'no-contact', at: NOON } });
  house.putTask(task, { detail: `${MARK} detalj` });
  house.putMeeting(aRunningMeeting({ agenda: [caseId()] }));
  house.putItem(anItem());
  house.putDraft(aDraft({ id: caseId('draft'), values: { ...SHORTEST_FORM, words: `${MARK} ord` } }));
  return house.putCase(
    aCase({
      presented: true,
      named: true,
      meetingId: meetingId(),
      holdings: heldBy(ORIGIN, ['B', 'C', 'D', 'E', 'F', 'summary', 'contact']),
      actions: [briefOf(task)],
      ...over,
    }),
    [{ origin: ORIGIN, content: CONTENT }],
  );
};

const STATES = ['ready-for-review', 'mapping', 'withdrawn'] as const;
const NO_GRANTS = { consent: aConsent({ grants: [] }) };
const READERS: readonly Who[] = ['coordinator', 'member', 'colleague'];

describe('T07 T10 a card for somebody the content is not for', () => {
  const rows = Object.keys(GOOD).flatMap(verb => STATES.map(state => [verb, state] as const));

  it.each(rows)(
    '%s never holds it, in a case that is %s, and nothing is sent or logged with it',
    async (verb, state) => {
      for (const who of READERS) {
        const house = aHouse();
        full(house, { state, ...(state === 'mapping' ? NO_GRANTS : {}) });
        const front = aFront(house);

        const card = await front.press(who, verb, GOOD[verb]?.data);
        const inChannel = await front.press(
          { who: who, conversation: { kind: 'channel', id: '19:channel' } },
          verb,
          GOOD[verb]?.data,
        );

        expect(JSON.stringify([card, inChannel, house.sent(), house.events(), front.logged])).not.toMatch(
          CANARIES,
        );
      }
    },
  );
});

describe('open-case', () => {
  it('shows the author their referral in their own chat, the name too', async () => {
    const house = aHouse();
    full(house);

    const card = await aFront(house).press('author', 'open-case', { caseId: caseId() });

    expect(JSON.stringify(card)).toContain(`${MARK} ord`);
  });

  it('shows what a consent opens, and no more', async () => {
    const house = aHouse();
    const grants = [{ group: 'C', from: ORIGIN, to: agencyId('kronstad-dps') }] as const;
    full(house, { state: 'active', consent: aConsent({ grants }) });

    const card = await aFront(house).press('member', 'open-case', { caseId: caseId() });

    expect(JSON.stringify(card)).toContain(`${MARK} ord`);
    expect(JSON.stringify(card)).not.toMatch(/kanarifugl navn|01010112345|kanarifugl detalj/);
  });

  it('shows an owner the detail of their task, and nothing of the case', async () => {
    const house = aHouse();
    full(house, { state: 'mapping', ...NO_GRANTS });

    const card = await aFront(house).press('owner', 'open-case', { caseId: caseId() });

    expect(JSON.stringify(card)).toContain(`${MARK} detalj`);
    expect(JSON.stringify(card)).not.toMatch(/kanarifugl (navn|ord|rolle|hast)|01010112345/);
  });

  it('stands in the channel with a way back to the base card', async () => {
    const house = aHouse();
    full(house, { state: 'ready-for-review' });

    const card = await aFront(house).press(
      { who: 'author', conversation: { kind: 'channel', id: '19:channel' } },
      'open-item',
      GOOD['open-item']?.data,
    );

    expect(JSON.stringify(card)).toContain('close-item');
  });
});
