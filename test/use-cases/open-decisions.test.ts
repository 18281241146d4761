import { type Decision } from '../../src/domain/decision';
import { type DecisionWords } from '../../src/domain/decision-words';
import { aConsent, aDecision, aDisqualification, anItem } from '../builders/cases';
import { agencyId, caseId, decisionId, instant, meetingId, personId, seatId } from '../builders/ids';
import { aHouse, type House, putReferral, type Who } from './asking';

const COORDINATION = agencyId('sent-ute-koordinering');
const HELD = { origin: COORDINATION, section: 'summary' } as const;
type Recorded = { readonly words?: DecisionWords } & Partial<Decision>;
const decided = (house: House, on: string, { words, ...over }: Recorded = {}) => {
  const id = meetingId(on);
  const decision = aDecision({ id: decisionId(on), recordedAt: instant(`${on}T09:00`), ...over });
  const item = house.putItem(anItem({ meetingId: id, decision }));
  const kept = house.inside.items.get(`${item.caseId}/${id}`);
  const rationale = { ...HELD, revision: 1, box: JSON.stringify(words) };
  if (kept !== undefined && words !== undefined)
    house.inside.items.set(`${item.caseId}/${id}`, { ...kept, rationale });
};
const FIRST = { rationale: 'Tjenestene når ikke fram' };
const SECOND = { question: 'Skal det søkes?', rationale: 'Ja', dissent: 'Vi mente nei' };
const aDecidedCase = (over: object = {}) => {
  const house = aHouse();
  putReferral(house, {
    state: 'awaiting-consent',
    presented: true,
    meetingId: meetingId(),
    ...over,
  } as never);
  decided(house, '2026-11-25', { words: FIRST });
  decided(house, '2026-12-09', { words: SECOND, question: 'other', dissent: seatId('politi') });
  house.putItem(anItem({ meetingId: meetingId('2026-12-23') }));
  return house;
};
const open = (house: House, who: Who, from = 0) =>
  house.does.openDecisions({ ...house.ask(who), caseId: caseId(), from });

describe('openDecisions', () => {
  it.each<Who>(['author', 'coordinator', 'member'])(
    'gives the %s every decision, newest first, with its words, after the event of showing them',
    async who => {
      const house = aDecidedCase();

      const opened = await open(house, who);

      expect(opened).toMatchObject({
        ok: true,
        value: {
          decisions: [
            { decision: { id: decisionId('2026-12-09') }, words: SECOND },
            { decision: { id: decisionId('2026-11-25') }, words: FIRST },
          ],
        },
      });
      expect(house.events()).toMatchObject([
        { operation: 'open-decisions', allowed: true, disclosed: [HELD], rule: `open-item/${who}` },
      ]);
    },
  );

  it('shows process only to a member whose agency was left out, and discloses nothing', async () => {
    const house = aDecidedCase({ state: 'active', consent: aConsent({ grants: [] }) });

    const opened = await open(house, 'member');

    expect(opened.ok && opened.value.decisions.map(({ words }) => words)).toEqual([undefined, undefined]);
    expect(opened.ok && opened.value.decisions[0]?.decision.dissent).toBe('politi');
    expect(house.events()).toMatchObject([{ disclosed: [], consent: 1 }]);
  });

  it('tells a member nothing of a case that somebody withdrew from', async () => {
    const house = aDecidedCase({ state: 'withdrawn' });

    const opened = await open(house, 'member');

    expect(opened).toMatchObject({ ok: true, value: { decisions: [] } });
    expect(house.events()).toMatchObject([{ disclosed: [] }]);
  });

  it.each<Who>(['owner', 'colleague', 'leader', 'admin', 'gone'])(
    'is refused, and recorded as refused, for the %s',
    async who => {
      const house = aDecidedCase();

      const refused = await open(house, who);

      expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
      expect(house.events()).toMatchObject([{ operation: 'open-decisions', allowed: false, disclosed: [] }]);
    },
  );

  it('is refused for whoever is disqualified, and for a case there is none of, as one', async () => {
    const people = ['innmelder', 'koordinator', 'medlem-dps'].map(personId);
    const house = aDecidedCase({ disqualified: people.map(aDisqualification) });

    const refused = [
      await open(house, 'author'),
      await open(house, 'coordinator'),
      await open(house, 'member'),
      await house.does.openDecisions({ ...house.ask('coordinator'), caseId: caseId('none') }),
    ];

    expect(refused).toEqual(refused.map(() => ({ ok: false, error: { kind: 'not-available' } })));
  });

  it('gives as many as a card holds, and where the older ones begin', async () => {
    const house = aDecidedCase();
    for (const on of ['2026-10-14', '2026-10-28', '2026-11-11']) decided(house, on);

    const [first, rest] = [await open(house, 'coordinator'), await open(house, 'coordinator', 4)];

    expect(first.ok && [first.value.decisions.length, first.value.older]).toEqual([4, 4]);
    expect(rest.ok && rest.value.decisions.map(({ decision }) => decision.id)).toEqual([
      decisionId('2026-10-14'),
    ]);
    expect(rest.ok && rest.value.older).toBeUndefined();
  });

  it('discloses nothing where nothing was said in words', async () => {
    const house = aHouse();
    putReferral(house, { state: 'awaiting-consent', presented: true } as never);
    decided(house, '2026-11-25');

    await open(house, 'coordinator');

    expect(house.events()).toMatchObject([{ operation: 'open-decisions', disclosed: [] }]);
  });
});
