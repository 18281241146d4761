import { type Case } from '../../../src/domain/case';
import { aCase, aConsent, anAction } from '../../builders/cases';
import { agencyId, caseCode, caseId, personId } from '../../builders/ids';
import { aClearedGap, aGap, anIncident, gapId, incidentId, whatHappened } from '../../builders/learning';
import { aPerson } from '../../builders/people';
import { CANARY, dataOf, inputsIn, KEPT, verbsIn, wordsIn } from '../../cards/rules';
import {
  aHouse,
  heldBy,
  type House,
  keptIn,
  ORIGIN,
  putReferral,
  putTaskIn,
  type Who,
} from '../../use-cases/asking';
import { aFront, isRefusal, titleOf, words, wrongWith } from '../front';
import { GOOD } from '../presses';

const typedIn = (card: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(inputsIn({ ...card }).map(({ id, value }) => [String(id), value]));
const houseFor = (verb: string): House => {
  const house = aHouse();
  GOOD[verb]?.given(house);
  return house;
};

type Wrong = readonly [
  verb: string,
  typed: Readonly<Record<string, string>>,
  kept: Readonly<Record<string, string>>,
  says: string,
];
const { problems, unanswered } = words().gap;
const WRONG: readonly Wrong[] = [
  ['record-gap', { missing: `Som i ${caseCode()}` }, { category: 'housing' }, problems['holds-code']],
  ['record-gap', { missing: 'Ring 55 56 57 58' }, { partners: 'kommune,helse' }, problems['holds-number']],
  ['record-own-gap', { missing: CANARY.repeat(9) }, { category: 'housing' }, problems['too-long']],
  ['record-own-gap', { category: '', missing: CANARY }, { missing: KEPT }, unanswered.category],
  ['record-own-gap', { partners: '' }, { missing: 'Ingen bolig med bemanning' }, unanswered.partners],
  ['record-own-gap', { missing: 'post@eksempel.no' }, { category: 'housing' }, problems['holds-address']],
  ['clear-gap', { missing: `Gjelder ${caseCode()}` }, { category: 'capacity' }, problems['holds-code']],
  ['clear-gap', { missing: '' }, { category: 'capacity' }, unanswered.missing],
  ['record-incident', { when: '2027-01-01' }, { kind: 'threat' }, words().incident.problems.future],
  ['record-incident', { reported: '' }, { when: '2026-12-03' }, words().incident.unanswered.reported],
  ['record-incident', { kind: CANARY }, { reported: 'considered' }, words().incident.unanswered.kind],
];

describe('a form about gaps or incidents that is wrong', () => {
  it.each(WRONG.map(wrong => [wrong[0], JSON.stringify(wrong[1]).slice(0, 60), wrong] as const))(
    '%s with %s comes back with what was typed, and nothing else is kept',
    async (verb, _, [, typed, kept, says]) => {
      const house = houseFor(verb);
      const before = keptIn(house);

      const card = await aFront(house).press(GOOD[verb]?.by ?? 'author', verb, {
        ...GOOD[verb]?.data,
        ...typed,
      });

      expect(typedIn(card)).toMatchObject(kept);
      expect(wordsIn(card) + JSON.stringify(card)).toContain(says);
      expect(wrongWith(card)).toEqual([]);
      expect(keptIn(house)).toBe(before);
    },
  );
});

describe('the register', () => {
  it('opens a new gap for the coordinator as a question, and for a member to read', async () => {
    const front = aFront(houseFor('open-gap'));

    expect(verbsIn(await front.press('coordinator', 'open-gap', { gapId: gapId() }))).toContain('clear-gap');
    expect(verbsIn(await front.press('member', 'open-gap', { gapId: gapId() }))).not.toContain('clear-gap');
  });

  it('is read by the steering group as it was cleared, and never before', async () => {
    const house = aHouse();
    house.putGap(aGap({ text: 'KANARI-NY' }));
    house.putGap(aClearedGap({ id: gapId('cleared'), text: 'KANARI-MELDT' }));
    house.enrol(aPerson({ id: personId('medlem-dps'), roles: ['steering'] }));
    const front = aFront(house);

    const list = await front.press('member', 'open-gaps');
    const one = await front.press('member', 'open-gap', { gapId: gapId('cleared') });
    const fresh = await front.press('member', 'open-gap', { gapId: gapId() });
    const none = await front.press('member', 'open-gap', { gapId: gapId('none') });

    expect(JSON.stringify([list, one, fresh])).not.toContain('KANARI');
    expect(wordsIn(list)).toContain(aClearedGap().clearedText);
    expect(wordsIn(one)).toContain(aClearedGap().clearedText);
    expect(isRefusal(fresh, 'not-available') && isRefusal(none, 'not-available')).toBe(true);
    expect(titleOf(await front.press('member', 'close-view'))).toContain(words().gap.eyebrow);
  });

  it('is what waits for the coordinator, until each is read', async () => {
    const front = aFront(houseFor('clear-gap'));

    const inbox = await front.press('coordinator', 'open-inbox');
    await front.press('coordinator', 'hide-gap', { gapId: gapId() });
    const after = await front.press('coordinator', 'open-inbox');

    expect(wordsIn(inbox)).toContain(words().inbox.steps['clear-gap']);
    expect(dataOf(inbox, 'open-gap')).toMatchObject({ gapId: gapId() });
    expect(wordsIn(after)).not.toContain(words().inbox.steps['clear-gap']);
  });

  it('takes a gap from the owner of a blocked task, who learns nothing more of the case by it', async () => {
    const house = aHouse();
    const action = anAction({ detailIn: 'C' });
    putTaskIn(house, { kase: aCase({ state: 'mapping', holdings: heldBy(ORIGIN) }), action });
    const front = aFront(house);

    const stuck = await front.press('owner', 'block-action', {
      ...{ caseId: caseId(), actionId: action.id, row: 1, 'gap-1': 'transition' },
    });
    const form = await front.press('owner', 'start-gap', dataOf(stuck, 'start-gap'));
    const done = await front.press('owner', 'record-gap', {
      ...dataOf(form, 'record-gap'),
      ...{ category: typedIn(form)['category'], partners: 'kommune', missing: 'Ingen avtale om overgang' },
    });

    expect(typedIn(form)).toMatchObject({ category: 'transition' });
    expect(titleOf(done)).toContain(words().gap.saved);
    expect([...house.inside.gaps.values()][0]?.gap).toMatchObject({ category: 'transition', reports: 1 });
  });
});

const happenedIn = (state: Case['state'], over: object = {}): House => {
  const house = aHouse();
  const kase = putReferral(house, { state, presented: true, incidents: [anIncident()], ...over });
  house.putIncident(kase, anIncident(), whatHappened());
  return house;
};
const key = { caseId: caseId(), incidentId: incidentId() };

describe('an incident', () => {
  it.each<Who>(['coordinator', 'member', 'chair'])('is to the %s as if it never was', async who => {
    const [front, quiet] = [aFront(happenedIn('mapping')), aFront(happenedIn('mapping', { incidents: [] }))];

    for (const [verb, data] of [
      ['open-incidents', { caseId: caseId() }],
      ['open-case', { caseId: caseId() }],
      ['start-settle-incident', key],
      ['settle-incident', { ...key, reported: 'reported' }],
    ] as const) {
      const said = wordsIn(await front.press(who, verb, data));

      expect(said).toBe(wordsIn(await quiet.press(who, verb, data)));
    }
  });

  it('can be settled by its own agency only, also where a consent lets others read it', async () => {
    const grants = [{ group: 'E' as const, from: ORIGIN, to: agencyId('kronstad-dps') }];
    const house = happenedIn('mapping', { consent: aConsent({ grants }) });
    const front = aFront(house);

    const read = await front.press('member', 'open-incidents', { caseId: caseId() });
    const refused = await front.press('member', 'start-settle-incident', key);
    const settled = await front.press('author', 'settle-incident', { ...key, reported: 'reported' });

    expect(wordsIn(read)).toContain(words().incident.kinds.threat);
    expect(isRefusal(refused, 'not-available')).toBe(true);
    expect(titleOf(settled)).toContain(words().incident.settled);
    expect(house.inside.cases.get(caseId())?.kase.incidents).toMatchObject([{ reporting: 'reported' }]);
  });
});
