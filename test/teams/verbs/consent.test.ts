import { type Card } from '../../../src/cards/template';
import { isRowId } from '../../../src/domain/consent-matrix';
import { GROUPS } from '../../../src/domain/groups';
import { aConsent } from '../../builders/cases';
import { agencyId, caseId } from '../../builders/ids';
import { dataOf, inputIn, inputsIn, nodesIn, verbsIn, wordsIn } from '../../cards/rules';
import { aHouse, caseIn, type House, ORIGIN, putReferral, type Who } from '../../use-cases/asking';
import { aFront, titleOf, words, wrongWith } from '../front';
import { GOOD } from '../presses';

const KRONSTAD = agencyId('kronstad-dps');
const FILLED = { ...GOOD['record-consent']?.data, conditions: 'Ring meg først', 'left-out': '' };
const ROW = `see-D-${ORIGIN}`;

/** Presses a button of the card with what it carries, and what the card's inputs hold. */
const carrying = (card: Card, verb: string, over: object = {}): object => ({
  ...dataOf(card, verb),
  ...Object.fromEntries(inputsIn(card).map(({ id, value }) => [String(id), value])),
  ...over,
});
const atWork = (over: object = {}) => {
  const house = aHouse();
  putReferral(house, { state: 'awaiting-consent', presented: true, ...over } as never);
  const front = aFront(house);
  return {
    house,
    press: (verb: string, data: object, who: Who = 'coordinator') => front.press(who, verb, data),
  };
};
const grantsIn = (house: House) => {
  const kase = caseIn(house, caseId());
  return kase?.state === 'mapping' || kase?.state === 'active' ? kase.consent : undefined;
};

const EVERYTHING = [ORIGIN, KRONSTAD, agencyId('innsatsgruppen')].flatMap(origin =>
  GROUPS.map(section => ({ origin, section })),
);
const rowsOn = (card: Card): readonly string[] =>
  inputsIn(card)
    .map(({ id }) => String(id))
    .filter(isRowId);

describe('*Tilpass*', () => {
  it('goes from the form to the matrix and is saved there, with all that was typed', async () => {
    const { house, press } = atWork();
    const form = await press('start-consent', { caseId: caseId() });

    const matrix = await press('adjust-consent', carrying(form, 'adjust-consent', FILLED));
    const saved = await press('record-consent', carrying(matrix, 'record-consent', { [ROW]: KRONSTAD }));

    expect(titleOf(matrix)).toContain(words().consent.whoSeesWhat);
    expect([matrix, saved].flatMap(wrongWith)).toEqual([]);
    expect(grantsIn(house)?.scope).toBe('adjusted');
    expect(grantsIn(house)?.grants.filter(({ group }) => group === 'D')).toEqual([
      { group: 'D', from: ORIGIN, to: KRONSTAD },
    ]);
    expect(house.inside.consents.get(`${caseId()}/1`)?.terms?.box).toContain('Ring meg først');
  });

  it('loses nothing on the way back, and finds the ticks as they were', async () => {
    const { press } = atWork();
    const matrix = await press('adjust-consent', FILLED);

    const form = await press('start-consent', carrying(matrix, 'start-consent', { [ROW]: KRONSTAD }));
    const again = await press('adjust-consent', carrying(form, 'adjust-consent'));

    expect(inputIn(form, 'conditions')).toMatchObject({ value: 'Ring meg først' });
    expect(inputIn(form, 'preset')).toMatchObject({ value: 'coordination' });
    expect(inputIn(again, ROW)).toMatchObject({ value: KRONSTAD });
  });

  it('keeps what was ticked on every page, and saves all of them together', async () => {
    const { house, press } = atWork({ holdings: EVERYTHING });
    const first = await press('adjust-consent', FILLED);
    const row = rowsOn(first).find(id => inputIn(first, id)['value'] !== '') ?? '';
    const turned = (card: Card, title: string) => {
      const data = nodesIn(card).find(node => node['title'] === title)?.['data'];
      return { ...carrying(card, ''), ...(data as object) };
    };

    const second = await press('adjust-consent', { ...turned(first, words().consent.nextPage), [row]: '' });
    const back = await press('adjust-consent', turned(second, words().consent.previousPage));
    await press('record-consent', carrying(second, 'record-consent'));

    expect(rowsOn(second).filter(id => rowsOn(first).includes(id))).toEqual([]);
    expect(inputIn(back, row)).toMatchObject({ value: '' });
    const kept = grantsIn(house)?.grants.map(({ group, from }) => `see-${group}-${from}`) ?? [];
    expect(kept).not.toContain(row);
    const ticked = [first, second].flatMap(card =>
      rowsOn(card).filter(id => id !== row && inputIn(card, id)['value'] !== ''),
    );
    expect(new Set(kept)).toEqual(new Set(ticked));
    expect(ticked.length).toBeGreaterThan(4);
  });

  it.each([{ ticks: 7 }, { ticks: 'a;B0' }, { ticks: { $ne: 1 } }])(
    'saves nothing when what is carried is no list of ticks: %j',
    async over => {
      const { house, press } = atWork();
      const matrix = await press('adjust-consent', FILLED);

      const answer = await press('record-consent', carrying(matrix, 'record-consent', over));

      expect(grantsIn(house)).toBeUndefined();
      expect(wordsIn(answer)).toContain(words().consent.problems['not-in-matrix']);
    },
  );

  it('is filled anew when the form says something else', async () => {
    const { press } = atWork();
    const matrix = await press('adjust-consent', FILLED);
    const form = await press('start-consent', carrying(matrix, 'start-consent', { [ROW]: '' }));

    const again = await press('adjust-consent', carrying(form, 'adjust-consent', { preset: 'except' }));

    expect(inputIn(again, ROW)['value']).toContain('innsatsgruppen');
  });

  it('does not count when the form itself is saved', async () => {
    const { house, press } = atWork();

    await press('record-consent', { ...FILLED, [ROW]: KRONSTAD });

    expect(grantsIn(house)?.scope).toBe('coordination');
  });
});

describe('a consent the person did not understand', () => {
  it('leads back to the form with all that was typed', async () => {
    const { house, press } = atWork();

    const refused = await press('record-consent', { ...FILLED, understands: 'unsure' });
    const form = await press('start-consent', carrying(refused, 'start-consent'));

    expect(inputIn(form, 'conditions')).toMatchObject({ value: 'Ring meg først' });
    expect(caseIn(house, caseId())?.state).toBe('awaiting-consent');
  });
});

describe('a renewal', () => {
  const consent = aConsent({
    scope: 'adjusted',
    leftOut: [],
    grants: [{ group: 'D', from: ORIGIN, to: KRONSTAD }],
  });

  it('begins with what was agreed to, and goes on with it', async () => {
    const { house, press } = atWork({ state: 'active', consents: 1, consent });
    const form = await press('start-renewal', { caseId: caseId() });

    const saved = await press('renew-consent', carrying(form, 'renew-consent', { understands: 'yes' }));

    expect(inputIn(form, 'preset')).toMatchObject({ value: 'adjusted' });
    expect(inputIn(form, 'understands')).toMatchObject({ value: '' });
    expect(titleOf(saved)).toContain(words().consent.given);
    expect(grantsIn(house)).toMatchObject({ version: 2, scope: 'adjusted', grants: consent.grants });
  });

  it('goes through the matrix and back', async () => {
    const { press } = atWork({ state: 'active', consents: 1, consent });
    const form = await press('start-renewal', { caseId: caseId() });

    const matrix = await press('adjust-renewal', carrying(form, 'adjust-renewal', { understands: 'yes' }));
    const back = await press('start-renewal', carrying(matrix, 'start-renewal'));

    expect(inputIn(matrix, ROW)).toMatchObject({ value: KRONSTAD });
    expect(verbsIn(back)).toContain('renew-consent');
    expect(inputIn(back, 'understands')).toMatchObject({ value: 'yes' });
  });
});

const TAKING_PART = { state: 'active', consents: 1 };

describe('narrowing', () => {
  it('shows the consent as it is from then on', async () => {
    const { press } = atWork({
      state: 'active',
      consents: 1,
      consent: aConsent({
        grants: (['C', 'D'] as const).map(group => ({ group, from: ORIGIN, to: KRONSTAD })),
      }),
    });
    const card = await press('start-narrowing', { caseId: caseId() });

    const narrowed = await press('narrow-consent', carrying(card, 'narrow-consent', { [ROW]: '' }));

    expect(wordsIn(narrowed)).toContain('Helse\nIngen');
    expect(wordsIn(narrowed)).toContain('Sosialt og bolig\nKronstad DPS');
  });

  it('takes away on every page what was taken away on one', async () => {
    const grants = EVERYTHING.flatMap(({ origin: from, section: group }) =>
      [ORIGIN, KRONSTAD, agencyId('innsatsgruppen')]
        .filter(to => to !== from)
        .map(to => ({ group, from, to })),
    );
    const { house, press } = atWork({ ...TAKING_PART, holdings: EVERYTHING, consent: aConsent({ grants }) });
    const first = await press('start-narrowing', { caseId: caseId() });
    const [row = ''] = rowsOn(first);
    const next = nodesIn(first).find(({ title }) => title === words().consent.nextPage)?.['data'] as object;

    const second = await press('start-narrowing', { ...carrying(first, ''), ...next, [row]: '' });
    await press('narrow-consent', carrying(second, 'narrow-consent'));

    const left = grantsIn(house)?.grants.map(({ group, from }) => `see-${group}-${from}`);
    expect(rowsOn(second)).not.toContain(row);
    expect(left).not.toContain(row);
    expect(left).toHaveLength(grants.length - 2);
  });

  it('is told what is wrong, and keeps what was ticked', async () => {
    const { press } = atWork({ state: 'active', consents: 1 });
    const card = await press('start-narrowing', { caseId: caseId() });

    const same = await press('narrow-consent', carrying(card, 'narrow-consent'));

    expect(wordsIn(same)).toContain(words().consent.problems['nothing-taken-away']);
    expect(nodesIn(same).filter(({ style }) => style === 'attention')).toHaveLength(1);
  });
});

describe('what a consent says in words', () => {
  it('stands in the view of who may read it', async () => {
    const { press } = atWork();
    await press('record-consent', { ...FILLED, 'left-out': 'innsatsgruppen' });

    const view = await press('open-consent', { caseId: caseId() });
    const other = await press('open-consent', { caseId: caseId() }, 'chair');

    expect(wordsIn(view)).toContain('Ring meg først');
    expect(wordsIn(other)).not.toContain('Ring meg først');
  });
});
