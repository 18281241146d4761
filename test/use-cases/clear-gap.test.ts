import { type Gap } from '../../src/domain/gap';
import { holdsPerson } from '../../src/teams/chat-guard';
import { aClearedGap, aGap, gapId } from '../builders/learning';
import { caseCode, commandId, NOON } from '../builders/ids';
import { aHouse, type House, type Who } from './asking';

const VALUES = { category: 'capacity', missing: 'Det mangler bolig med bemanning' };
const NOT_AVAILABLE = { ok: false, error: { kind: 'not-available' } };
const clear = (house: House, who: Who, over: object = {}) =>
  house.does.clearGap({ ...house.ask(who), gapId: gapId(), values: VALUES, holdsPerson, ...over });
const stored = ({ inside }: House) => inside.gaps.get(gapId())?.gap;
const withGap = (gap: Gap = aGap()): House => {
  const house = aHouse();
  house.putGap(gap);
  return house;
};

describe('clearGap', () => {
  it('lets the coordinator put it in other words before the steering group reads it', async () => {
    const house = withGap();

    await clear(house, 'coordinator');

    expect(stored(house)).toMatchObject({
      ...{ state: 'cleared', category: 'capacity', text: aGap().text },
      ...{ clearedText: VALUES.missing, clearedBy: 'koordinator', clearedAt: NOON },
    });
    expect(house.events().at(-1)).toMatchObject({ operation: 'clear-gap', partition: `gap:${gapId()}` });
  });

  it('gives the text back when it points at somebody', async () => {
    const house = withGap();

    const cleared = await clear(house, 'coordinator', {
      values: { ...VALUES, missing: `Sak ${caseCode()}` },
    });

    expect(cleared).toMatchObject({ ok: true, value: { problems: [{ problem: 'holds-code' }] } });
    expect(stored(house)).toEqual(aGap());
  });

  it.each(['author', 'admin', 'owner'] as const)('is not there for the %s', async who => {
    const house = withGap();

    expect(await clear(house, who)).toEqual(NOT_AVAILABLE);
    expect(await clear(house, who, { values: {} })).toEqual(NOT_AVAILABLE);
    expect(stored(house)).toEqual(aGap());
  });

  it('is told a member, who sees it, that it is not theirs to do', async () => {
    expect(await clear(withGap(), 'member')).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });

  it('is done once', async () => {
    const house = withGap(aClearedGap());

    expect(await clear(house, 'coordinator')).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(stored(house)).toEqual(aClearedGap());
  });

  it('is refused of a gap that is none', async () => {
    expect(await clear(aHouse(), 'coordinator')).toEqual(NOT_AVAILABLE);
  });
});

describe('hideGap', () => {
  it('keeps it from the steering group for good', async () => {
    const house = withGap();

    await house.does.hideGap({ ...house.ask('coordinator'), gapId: gapId() });

    expect(stored(house)).toMatchObject({ state: 'hidden', hiddenBy: 'koordinator' });
    expect(await clear(house, 'coordinator', { commandId: commandId('later') })).toMatchObject({ ok: false });
  });
});

describe('reportGapAgain', () => {
  const again = (house: House, who: Who, command = 'again') =>
    house.does.reportGapAgain({ ...house.ask(who, { command }), gapId: gapId() });

  it('counts each command once', async () => {
    const house = withGap();

    await again(house, 'member');
    await again(house, 'member');
    await again(house, 'coordinator', 'another');

    expect(stored(house)).toEqual(aGap({ reports: 3 }));
  });

  it('is refused to a referrer, who does not read the register', async () => {
    const house = withGap();

    expect(await again(house, 'author')).toEqual(NOT_AVAILABLE);
    expect(stored(house)).toEqual(aGap());
  });
});
