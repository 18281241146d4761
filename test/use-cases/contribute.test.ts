import { type Consent } from '../../src/domain/consent';
import { type SeatId } from '../../src/domain/ids';
import { useCasesIn } from '../../src/use-cases/all';
import { type TypedFor } from '../../src/use-cases/contribute';
import { aCase, aConsent, aDecision, aDisqualification, anItem } from '../builders/cases';
import { aContribution, putContribution } from '../builders/contributions';
import { agencyId, caseCode, caseId, meetingId, NOON, personId, seatId } from '../builders/ids';
import { aMeeting, anEndedMeeting, aProgramme, aRunningMeeting } from '../builders/meetings';
import {
  aHouse,
  COORDINATOR,
  type House,
  interrupted,
  keptIn,
  ORIGIN,
  putReferral,
  touch,
  type Who,
} from './asking';

const MEETING = meetingId();
const DPS = seatId('dps');
const POLICE = seatId('politi');
const dps = agencyId('kronstad-dps');
const MEMBER = personId('medlem-dps');
const TEXT = 'Kan tilby samtale hver torsdag';

/** The coordinator registers for the police. */
const programme = aProgramme({
  seats: aProgramme().seats.map(seat => (seat.id === POLICE ? { ...seat, registrar: COORDINATOR } : seat)),
});
const onAgenda = (over: object = {}): House => {
  const house = aHouse({ programme });
  const kase = { state: 'ready-for-review', presented: true, meetingId: MEETING, ...over } as const;
  putReferral(house, kase);
  house.putMeeting(aMeeting({ publishedAt: NOON, agenda: [caseId()] }));
  house.putItem(anItem());
  return house;
};
/** A consent that has told Kronstad DPS who it is. */
const known = (over: Partial<Consent> = {}): object => ({
  state: 'active',
  consent: aConsent(over),
  holdings: [{ origin: ORIGIN, section: 'B' }],
});

type Giving = { readonly who?: Who; readonly seat?: SeatId; readonly command?: string };
const give = (
  house: House,
  typed: Omit<TypedFor, 'caseId'> = { answer: 'can' },
  { who = 'member', seat = DPS, command = 'press' }: Giving = {},
) =>
  house.does.contribute({
    ...house.ask(who, { command }),
    meetingId: MEETING,
    seat,
    answers: [{ caseId: caseId(), ...typed }],
  });
const given = ({ inside }: House, seat: SeatId = DPS) =>
  inside.contributions.get(`${caseId()}/${MEETING}/${seat}`);
const itemIn = ({ inside }: House) => inside.items.get(`${caseId()}/${MEETING}`)?.item;
const problem = (what: string) => ({ ok: true, value: [{ caseId: caseId(), problem: what }] });
const SAVED = { ok: true, value: [{ caseId: caseId() }] };

describe('contribute', () => {
  it('keeps the answer, and shows that the seat has answered', async () => {
    const house = onAgenda();

    const answered = await give(house);

    expect(answered).toEqual(SAVED);
    expect(given(house)?.contribution).toEqual(aContribution());
    expect(itemIn(house)?.answered).toEqual([DPS]);
  });

  it('records it under the rule that gave it, and draws the card in the channel anew', async () => {
    const house = onAgenda();

    await give(house);

    expect(house.events().at(-1)).toMatchObject({
      operation: 'contribute',
      rule: 'contribute/asked-seat',
      caseId: caseId(),
      by: { person: MEMBER },
    });
    expect(house.sent()).toEqual([{ kind: 'edit-item', meetingId: MEETING, caseId: caseId() }]);
  });

  it('keeps the words under the seat’s own agency, and nowhere else', async () => {
    const house = onAgenda();

    await give(house, { answer: 'can', text: TEXT, group: 'D' });

    expect(given(house)).toMatchObject({
      contribution: { group: 'D' },
      note: { origin: dps, section: 'notes', box: TEXT },
    });
    const open = [given(house)?.contribution, itemIn(house), house.events(), house.sent()];
    expect(JSON.stringify(open)).not.toContain(TEXT);
  });

  it('can be changed until the meeting ends, words and all', async () => {
    const house = onAgenda();
    await give(house, { answer: 'can', text: TEXT, group: 'D' });
    house.putMeeting(aRunningMeeting());

    await give(house, { answer: 'cannot' }, { command: 'again' });

    expect(given(house)).toMatchObject({ contribution: { answer: 'cannot' } });
    expect(given(house)).not.toHaveProperty('note');
    expect(given(house)?.contribution).not.toHaveProperty('group');
  });

  it.each([
    ['the meeting is over', (house: House) => house.putMeeting(anEndedMeeting())],
    ['it is decided', (house: House) => house.putItem(anItem({ decision: aDecision() }))],
    ['it was taken off', (house: House) => house.putItem(anItem({ closed: true }))],
    [
      'there is no such item',
      (house: House) => {
        house.inside.items.clear();
      },
    ],
    [
      'the case has left the agenda',
      (house: House) =>
        house.putCase(
          aCase({ state: 'ready-for-review', presented: true, meetingId: meetingId('2026-12-23') }),
        ),
    ],
  ])('is refused when %s', async (_, change) => {
    const house = onAgenda();
    change(house);
    const before = keptIn(house);

    const answered = await give(house);

    expect(answered).toEqual(problem('not-available'));
    expect(keptIn(house)).toBe(before);
    expect(house.events().at(-1)).toMatchObject({ operation: 'contribute', allowed: false });
  });

  it('is refused of a case they are disqualified on', async () => {
    const house = onAgenda({ disqualified: [aDisqualification(MEMBER)] });
    const before = keptIn(house);

    expect(await give(house)).toEqual(problem('not-available'));
    expect(keptIn(house)).toBe(before);
  });

  it.each<[Who, SeatId]>([
    ['member', POLICE],
    ['chair', DPS],
    ['author', DPS],
    ['coordinator', DPS],
    ['admin', POLICE],
  ])('is refused %s for the seat %s, which is not theirs', async (who, seat) => {
    const house = onAgenda();
    const before = keptIn(house);

    const answered = await give(house, { answer: 'can' }, { who, seat });

    expect(answered).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(keptIn(house)).toBe(before);
  });

  it('is registered on behalf of a seat by its registrar, shown and logged', async () => {
    const house = onAgenda();

    const answered = await give(house, { answer: 'cannot' }, { who: 'coordinator', seat: POLICE });

    expect(answered).toEqual(SAVED);
    expect(given(house, POLICE)?.contribution).toMatchObject({
      ...{ agency: 'innsatsgruppen', by: COORDINATOR, onBehalf: true },
    });
    expect(itemIn(house)).toMatchObject({ answered: [POLICE], onBehalf: [POLICE] });
    expect(house.events().at(-1)).toMatchObject({ rule: 'contribute/registrar' });
  });

  it('leaves the seat’s own words when its registrar, who cannot read them, writes none', async () => {
    const house = onAgenda();
    putContribution(
      house,
      aContribution({ seat: POLICE, agency: agencyId('innsatsgruppen'), group: 'E' }),
      TEXT,
    );

    await give(house, { answer: 'cannot' }, { who: 'coordinator', seat: POLICE });

    expect(given(house, POLICE)).toMatchObject({
      contribution: { answer: 'cannot', group: 'E' },
      note: { box: TEXT },
    });
  });

  describe('"ikke kjent hos oss"', () => {
    it('is taken where a consent in force has told the agency who it is', async () => {
      const house = onAgenda(known());

      expect(await give(house, { answer: 'unknown-here' })).toEqual(SAVED);
      expect(given(house)?.contribution).toMatchObject({ answer: 'unknown-here', knowing: true });
    });

    it.each<[string, object]>([
      ['there is no consent', {}],
      ['the consent has run out', known({ until: '2026-12-03' as never })],
      [
        'it tells another agency',
        known({ grants: [{ group: 'B', from: ORIGIN, to: agencyId('innsatsgruppen') }] }),
      ],
      ['it opens something else', known({ grants: [{ group: 'D', from: ORIGIN, to: dps }] })],
      ['nobody has said who it is', { ...known(), holdings: [{ origin: ORIGIN, section: 'C' }] }],
      ['the consent came before the decision', { ...known(), state: 'ready-for-review' }],
    ])('is refused when %s', async (_, over) => {
      const house = onAgenda(over);
      const before = keptIn(house);

      expect(await give(house, { answer: 'unknown-here' })).toEqual(problem('not-covered'));
      expect(keptIn(house)).toBe(before);
    });
  });

  describe('of many cases', () => {
    const others = ['two', 'three'].map(name => caseId(name));
    const many = (): House => {
      const house = onAgenda();
      others.forEach((id, place) => {
        const code = caseCode(`code ${String(place)}`);
        house.putCase(aCase({ id, code, state: 'ready-for-review', presented: true, meetingId: MEETING }));
        house.putItem(anItem({ caseId: id, code, number: place + 2 }));
      });
      return house;
    };
    const all = [caseId(), ...others];
    const giveAll = (house: House, does = house.does) =>
      does.contribute({
        ...house.ask('member'),
        meetingId: MEETING,
        seat: DPS,
        answers: all.map(id => ({ caseId: id, answer: 'can' })),
      });

    it('is a command and an event each, and nothing twice when pressed again', async () => {
      const house = many();
      await giveAll(house);
      const before = [keptIn(house), house.events().length];

      const again = await giveAll(house);

      expect(again).toEqual({ ok: true, value: all.map(id => ({ caseId: id })) });
      expect(house.events().map(({ caseId: of }) => of)).toEqual(all);
      expect([keptIn(house), house.events().length]).toEqual(before);
    });

    it('names the one that is refused, and saves the others', async () => {
      const house = many();
      house.putItem(anItem({ caseId: caseId('two'), code: caseCode('code 0'), closed: true }));

      const answered = await giveAll(house);

      expect(answered).toEqual({
        ok: true,
        value: [
          { caseId: caseId() },
          { caseId: caseId('two'), problem: 'not-available' },
          { caseId: caseId('three') },
        ],
      });
      expect(house.inside.contributions.size).toBe(2);
    });

    it('names the one that failed, and saves the others', async () => {
      const house = many();
      const { cases } = house;
      const broken = useCasesIn({
        ...house,
        cases: {
          ...cases,
          commit: (change, within) =>
            change.kase.id === caseId('two')
              ? Promise.reject(new Error('the database'))
              : cases.commit(change, within),
        },
      });

      const answered = await giveAll(house, broken);

      expect(answered).toMatchObject({ value: [{}, { caseId: caseId('two'), problem: 'not-saved' }, {}] });
      expect(house.inside.contributions.size).toBe(2);
    });

    it('tells of a seal that is broken, not that it was not saved', async () => {
      const house = many();
      putContribution(house, aContribution({ group: 'D' }), TEXT);
      const fault = Object.assign(new Error('broken'), { name: 'SealBroken', caseId: caseId() });
      const broken = useCasesIn({
        ...house,
        cases: { ...house.cases, noteOf: () => Promise.reject(fault) },
      });
      const typed = { caseId: caseId(), answer: 'can', text: TEXT, group: 'D' };

      const asked = { ...house.ask('member'), meetingId: MEETING, seat: DPS, answers: [typed] };

      await expect(broken.contribute(asked)).rejects.toBe(fault);
    });
  });

  it('is decided anew when somebody else was first', async () => {
    const house = onAgenda();
    const does = useCasesIn(
      interrupted(house, () => {
        house.putItem(anItem({ answered: [POLICE] }));
        touch(house);
      }),
    );

    await does.contribute({
      ...house.ask('member'),
      ...{ meetingId: MEETING, seat: DPS, answers: [{ caseId: caseId(), answer: 'can' }] },
    });

    expect(itemIn(house)?.answered).toEqual([POLICE, DPS]);
  });

  it.each([
    [{ answer: 'can', text: TEXT }, 'group-missing'],
    [{ text: TEXT, group: 'D' }, 'answer-missing'],
    [{ answer: 'can', text: '01019012345', group: 'D' }, 'holds-number'],
  ])('keeps nothing of %j', async (typed, what) => {
    const house = onAgenda();
    const before = keptIn(house);

    expect(await give(house, typed)).toEqual(problem(what));
    expect(keptIn(house)).toBe(before);
  });
});
