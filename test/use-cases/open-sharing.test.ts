import { caseId, instant, NOON, personId, sharingId } from '../builders/ids';
import { aDisqualification, aSharing } from '../builders/cases';
import { aMember } from '../builders/people';
import { aHouse, type House, ORIGIN, putShared, type Who } from './asking';

const KEY = { caseId: caseId(), sharingId: sharingId() };
const LATER = instant('2026-12-04T12:00');
const open = (house: House, who: Who, over: object = {}) =>
  house.does.openSharing({ ...house.ask(who), ...KEY, ...over });
const NOT_AVAILABLE = { ok: false, error: { kind: 'not-available' } };
const disclosedIn = (house: House) =>
  house
    .events()
    .at(-1)
    ?.disclosed.map(({ section }) => section);

describe('openSharing', () => {
  it('shows its receiver exactly what was shared, after the event says so', async () => {
    const house = aHouse();
    putShared(house);

    const opened = await open(house, 'member');

    expect(opened).toMatchObject({ ok: true, value: { live: true, as: ['receiver'], words: {} } });
    const [part] = opened.ok ? opened.value.seen : [];
    expect(part?.origin).toBe(ORIGIN);
    expect(Object.keys(part?.content ?? {})).toEqual(['C', 'F']);
    expect(disclosedIn(house)).toEqual(['C', 'F']);
  });

  it('shows nothing of it from the moment it shuts', async () => {
    const house = aHouse();
    putShared(house);

    const opened = await open(house, 'member', { at: LATER });

    expect(opened).toMatchObject({ ok: true, value: { live: false, seen: [], words: {} } });
    expect(disclosedIn(house)).toEqual([]);
  });

  it('shows nothing of one that is shut, though another stands open', async () => {
    const house = aHouse();
    const shut = aSharing({ from: ORIGIN, to: [personId('medlem-dps')], endedAt: NOON });
    const live = { ...shut, id: sharingId('other'), endedAt: LATER };
    putShared(house, { over: { endedAt: NOON }, kase: { sharings: [shut, live] } });

    const opened = await open(house, 'member', { at: instant('2026-12-04T11:30') });

    expect(opened).toMatchObject({ ok: true, value: { live: false, seen: [] } });
    expect(disclosedIn(house)).toEqual([]);
  });

  it.each(['author', 'leader'] as const)('shows the %s why, and nothing of what', async who => {
    const house = aHouse();
    putShared(house);

    const opened = await open(house, who);

    expect(opened).toMatchObject({ ok: true, value: { seen: [], words: { reason: 'Trussel i kveld' } } });
    expect(disclosedIn(house)).toEqual(['reason']);
  });

  it.each(['coordinator', 'chair', 'colleague', 'owner', 'admin'] as const)(
    'is refused to the %s, who was not sent it',
    async who => {
      const house = aHouse();
      putShared(house);

      expect(await open(house, who)).toEqual(NOT_AVAILABLE);
      expect(house.events().at(-1)).toMatchObject({ operation: 'open-sharing', allowed: false });
    },
  );

  it('is refused to a receiver who is disqualified or removed', async () => {
    const house = aHouse();
    const disqualified = [aDisqualification(personId('medlem-dps'))];
    putShared(house, { kase: { disqualified } });
    const removed = aHouse();
    putShared(removed);
    const by = removed.enrol(aMember({ removedOn: '2026-12-04' as never }));

    expect(await open(house, 'member')).toEqual(NOT_AVAILABLE);
    expect(await open(removed, 'member', { by })).toEqual(NOT_AVAILABLE);
  });

  it('is refused when there is no such sharing, or no such case', async () => {
    const house = aHouse();
    putShared(house);

    expect(await open(house, 'member', { sharingId: sharingId('none') })).toEqual(NOT_AVAILABLE);
    expect(await open(house, 'member', { caseId: caseId('none') })).toEqual(NOT_AVAILABLE);
  });

  it('shows no more than is still there', async () => {
    const house = aHouse();
    putShared(house, { kase: { holdings: [{ origin: ORIGIN, section: 'F' }] } });

    await open(house, 'member');

    expect(disclosedIn(house)).toEqual(['F']);
  });
});
