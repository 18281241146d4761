import { aClearedGap, aGap, gapId } from '../builders/learning';
import { caseId, personId } from '../builders/ids';
import { aPerson } from '../builders/people';
import { aHouse, putReferral } from './asking';

const NOT_AVAILABLE = { ok: false, error: { kind: 'not-available' } };
const withGaps = () => {
  const house = aHouse();
  house.putGap(aGap());
  house.putGap(aClearedGap({ id: gapId('cleared'), text: 'KANARI' }));
  const steering = house.enrol(aPerson({ id: personId('styring'), roles: ['steering'] }));
  return { house, steering };
};

describe('openGaps', () => {
  it('shows those in the group the whole register, after the look is stored', async () => {
    const { house } = withGaps();

    const opened = await house.does.openGaps(house.ask('member'));

    expect(opened.ok && opened.value).toHaveLength(2);
    expect(house.events()).toMatchObject([{ operation: 'open-gaps', rule: 'open-gaps/member' }]);
  });

  it('shows the steering group the cleared text, and not what was reported', async () => {
    const { house, steering } = withGaps();

    const opened = await house.does.openGaps({ ...house.ask('member'), by: steering });

    expect(opened).toMatchObject({ ok: true, value: [{ text: aClearedGap().clearedText }] });
    expect(JSON.stringify(opened)).not.toContain('KANARI');
  });

  it.each(['author', 'admin', 'leader', 'owner', 'gone'] as const)('is refused to the %s', async who => {
    const { house } = withGaps();

    expect(await house.does.openGaps(house.ask(who))).toEqual(NOT_AVAILABLE);
    expect(house.events()).toMatchObject([{ operation: 'open-gaps', allowed: false }]);
  });
});

describe('openGap', () => {
  it('shows one, and the log says which', async () => {
    const { house } = withGaps();

    const opened = await house.does.openGap({ ...house.ask('coordinator'), gapId: gapId() });

    expect(opened).toMatchObject({ ok: true, value: { text: aGap().text, more: { state: 'new' } } });
    expect(house.events()).toMatchObject([{ operation: 'open-gap', subject: gapId(), allowed: true }]);
  });

  it('is for the steering group as if there were none, until it is cleared', async () => {
    const { house, steering } = withGaps();
    const ask = { ...house.ask('member'), by: steering };

    expect(await house.does.openGap({ ...ask, gapId: gapId() })).toEqual(NOT_AVAILABLE);
    expect(await house.does.openGap({ ...ask, gapId: gapId('none') })).toEqual(NOT_AVAILABLE);
    expect(await house.does.openGap({ ...ask, gapId: gapId('cleared') })).toMatchObject({ ok: true });
  });

  it('is refused to a referrer', async () => {
    const { house } = withGaps();

    expect(await house.does.openGap({ ...house.ask('author'), gapId: gapId('cleared') })).toEqual(
      NOT_AVAILABLE,
    );
  });
});

describe('startGap', () => {
  it('opens by the right to the case, or by the role', async () => {
    const house = aHouse();
    putReferral(house, { presented: true });

    expect((await house.does.startGap({ ...house.ask('member'), caseId: caseId() })).ok).toBe(true);
    expect((await house.does.startGap(house.ask('author'))).ok).toBe(true);
    expect(await house.does.startGap({ ...house.ask('colleague'), caseId: caseId() })).toEqual(NOT_AVAILABLE);
    expect(await house.does.startGap(house.ask('admin'))).toEqual(NOT_AVAILABLE);
    expect(house.events().map(({ operation }) => operation)).toEqual([
      'start-record-gap',
      'start-own-gap',
      'start-record-gap',
      'start-own-gap',
    ]);
  });
});
