import { aDisqualification } from '../builders/cases';
import { caseCode, caseId, instant, meetingId } from '../builders/ids';
import { aHouse, COORDINATOR, type House, type Who } from './asking';
import { publishAndLay, putNamed } from './on-agenda';

type Order = { readonly who?: Who; readonly of: string; readonly after?: string; readonly minutes?: number };
const order = (house: House, { who = 'coordinator', of, after, minutes }: Order) =>
  house.does.orderAgenda({
    ...house.ask(who, { command: `${of} ${String(after)} ${String(minutes)}` }),
    meetingId: meetingId(),
    code: caseCode(of),
    ...(after === undefined ? {} : { after: after === 'first' ? after : caseCode(after) }),
    ...(minutes === undefined ? {} : { minutes }),
  });
const meetingIn = ({ inside }: House) => inside.meetings.get(meetingId())?.meeting;
const named = (ids: readonly string[]) => ids.map(name => caseId(name));

const three = (): House => {
  const house = aHouse();
  putNamed(house, 'a', { since: instant('2026-12-01T08:00') });
  putNamed(house, 'b', { since: instant('2026-12-01T09:00') });
  putNamed(house, 'c', { since: instant('2026-12-01T10:00') });
  return house;
};

describe('orderAgenda', () => {
  it('moves a case before the agenda is published, and it is published so', async () => {
    const house = three();

    await order(house, { of: 'c', after: 'first' });
    await publishAndLay(house);

    expect(meetingIn(house)?.agenda).toEqual(named(['c', 'a', 'b']));
    expect([...house.inside.items.values()].map(({ item }) => [item.caseId, item.number])).toEqual(
      named(['c', 'a', 'b']).map((id, place) => [id, place + 1]),
    );
  });

  it('moves one on the published agenda, and draws anew every card whose number is another', async () => {
    const house = three();
    await publishAndLay(house);

    await order(house, { of: 'b', after: 'c' });

    expect(meetingIn(house)?.agenda).toEqual(named(['a', 'c', 'b']));
    expect(house.sent()).toEqual([
      { kind: 'edit-agenda', meetingId: meetingId() },
      ...named(['c', 'b']).map(id => ({ kind: 'edit-item', meetingId: meetingId(), caseId: id })),
    ]);
    const agenda = await house.does.openAgenda(house.ask('member', { command: 'look' }));
    const numbers = agenda.ok ? agenda.value.items.map(({ caseId: id, number }) => [id, number]) : [];
    expect(new Map(numbers as never)).toEqual(new Map(named(['a', 'c', 'b']).map((id, n) => [id, n + 1])));
  });

  it('gives a case other minutes, and back those of its kind', async () => {
    const house = three();

    await order(house, { of: 'a', minutes: 30 });
    const given = meetingIn(house)?.allotted;
    await order(house, { of: 'a', minutes: 10 });

    expect(given).toEqual([{ caseId: caseId('a'), minutes: 30 }]);
    expect(meetingIn(house)?.allotted).toEqual([]);
  });

  it('keeps a place that was cleared: the numbers of the others stand', async () => {
    const house = three();
    await publishAndLay(house);
    await house.does.takeOffAgenda({ ...house.ask('coordinator'), caseId: caseId('a'), reason: 'time' });

    const agenda = await house.does.openAgenda(house.ask('coordinator', { command: 'look' }));

    expect(agenda.ok && agenda.value.items.map(({ number, closed }) => [number, closed])).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ]);
  });

  it.each([
    ['nothing is asked', { of: 'a' }, 'incomplete'],
    ['the case is not on it', { of: 'other', after: 'first' }, 'not-available'],
    ['the one to come after is not', { of: 'a', after: 'other' }, 'not-available'],
  ])('is refused when %s', async (_, asked, kind) => {
    const house = three();

    expect(await order(house, asked)).toEqual({ ok: false, error: { kind } });
  });

  it('neither moves nor tells of a case that the asker is disqualified from', async () => {
    const house = three();
    putNamed(house, 'b', { disqualified: [aDisqualification(COORDINATOR)] });

    const refused = [
      await order(house, { of: 'b', after: 'first' }),
      await order(house, { of: 'a', after: 'b' }),
    ];
    const form = await house.does.startOrder({ ...house.ask('coordinator'), meetingId: meetingId() });

    expect(refused).toEqual(refused.map(() => ({ ok: false, error: { kind: 'not-available' } })));
    expect(form.ok && form.value.entries.map(({ kase }) => kase.id)).toEqual(named(['a', 'c']));
  });

  it.each([
    ['chair', true],
    ['member', false],
  ] as const)('is for whoever leads it: %s %s', async (who, may) => {
    const house = three();

    const form = await house.does.startOrder({ ...house.ask(who), meetingId: meetingId() });

    expect((await order(house, { who, of: 'a', minutes: 30 })).ok).toBe(may);
    expect(form.ok).toBe(may);
  });
});
