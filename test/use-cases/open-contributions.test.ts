import { useCasesIn } from '../../src/use-cases/all';
import { aCase, aConsent, aDisqualification, anItem } from '../builders/cases';
import { aContribution, putContribution } from '../builders/contributions';
import { agencyId, caseCode, caseId, meetingId, NOON, personId, seatId } from '../builders/ids';
import { aMeeting, aProgramme } from '../builders/meetings';
import { aHouse, COORDINATOR, type House, ORIGIN, type Who } from './asking';

const MEETING = meetingId();
const DPS = seatId('dps');
const POLICE = seatId('politi');
const MEMBER = personId('medlem-dps');
const TEXT = 'Kan tilby samtale hver torsdag';

const programme = aProgramme({
  seats: aProgramme().seats.map(seat => (seat.id === POLICE ? { ...seat, registrar: COORDINATOR } : seat)),
});
const idOf = (number: number) => caseId(`case ${String(number)}`);

/** A published agenda of so many cases. */
const withCases = (count: number, over: object = {}): House => {
  const house = aHouse({ programme });
  const ids = Array.from({ length: count }, (_, place) => idOf(place + 1));
  ids.forEach((id, place) => {
    const code = caseCode(`code ${String(place)}`);
    house.putCase(
      aCase({ id, code, state: 'ready-for-review', presented: true, meetingId: MEETING, ...over } as never),
    );
    house.putItem(anItem({ caseId: id, code, number: place + 1 }));
  });
  house.putMeeting(aMeeting({ publishedAt: NOON, agenda: ids }));
  return house;
};
const open = (house: House, more: object = {}, who: Who = 'member') =>
  house.does.openContributions({ ...house.ask(who), meetingId: MEETING, inChannel: false, ...more });
const shown = async (...asked: Parameters<typeof open>) => {
  const round = await open(...asked);
  if (!round.ok) throw new Error('refused');
  return round.value;
};
const REFUSED = { ok: false, error: { kind: 'not-available' } };

describe('openContributions', () => {
  it('gives what the seat is asked about in the next meeting, with how much is answered', async () => {
    const house = withCases(2);
    house.putItem(anItem({ caseId: idOf(1), code: caseCode('code 0'), answered: [DPS, POLICE] }));

    const round = await shown(house, { meetingId: undefined });

    expect(round).toMatchObject({ seat: { id: DPS }, page: 1, pages: 1, answered: 1, of: 2 });
    expect(round.items.map(({ item }) => item.caseId)).toEqual([idOf(1), idOf(2)]);
  });

  it('gives five a page, and the page of the case it was opened from', async () => {
    const house = withCases(7);

    const pages = [
      await shown(house),
      await shown(house, { page: 2 }),
      await shown(house, { caseId: idOf(6) }),
    ];

    expect(pages.map(({ page, items }) => [page, items.length])).toEqual([
      [1, 5],
      [2, 2],
      [2, 2],
    ]);
  });

  it('gives the last page when there are no more', async () => {
    expect((await shown(withCases(7), { page: 9 })).page).toBe(2);
  });

  it('leaves out what they are disqualified on, also when it is asked for', async () => {
    const house = withCases(2);
    house.putCase(
      aCase({
        id: idOf(1),
        ...{ state: 'ready-for-review', presented: true, meetingId: MEETING },
        disqualified: [aDisqualification(MEMBER)],
      }),
    );

    const round = await shown(house, { caseId: idOf(1) });

    expect(round.items.map(({ item }) => item.caseId)).toEqual([idOf(2)]);
    expect(round.of).toBe(1);
  });

  it('leaves out what has left the agenda', async () => {
    const house = withCases(2);
    house.putCase(aCase({ id: idOf(1), state: 'deferred', presented: true }));

    expect((await shown(house)).of).toBe(1);
  });

  it('fills in what was answered, and its words for the seat’s own agency', async () => {
    const house = withCases(1);
    const before = aContribution({ caseId: idOf(1), group: 'D' });
    putContribution(house, before, TEXT);

    const [item] = (await shown(house)).items;

    expect(item).toMatchObject({ current: before, text: TEXT, hasHiddenText: false });
  });

  it('stores what it shows of a case as an event of that case first', async () => {
    const house = withCases(2);
    putContribution(house, aContribution({ caseId: idOf(1), group: 'D' }), TEXT);
    putContribution(house, aContribution({ caseId: idOf(2) }));

    await open(house);

    const disclosed = [{ origin: 'kronstad-dps', section: 'notes' }];
    expect(house.events()).toMatchObject([
      { operation: 'open-contributions', subject: MEMBER, disclosed: [] },
      { operation: 'open-contributions', caseId: idOf(1), disclosed },
    ]);
    expect(house.events()).toHaveLength(2);
  });

  it('opens no words when their event cannot be stored', async () => {
    const house = withCases(1);
    putContribution(house, aContribution({ caseId: idOf(1), group: 'D' }), TEXT);
    let opened = false;
    const { people, cases } = house;
    const does = useCasesIn({
      ...house,
      people: {
        ...people,
        recordLookup: (lookup, within) =>
          lookup.fact.caseId === undefined
            ? people.recordLookup(lookup, within)
            : Promise.reject(new Error('the database')),
      },
      cases: {
        ...cases,
        noteOf: (file, within) => {
          opened = true;
          return cases.noteOf(file, within);
        },
      },
    });

    const asked = { ...house.ask('member'), meetingId: MEETING, inChannel: false };

    await expect(does.openContributions(asked)).rejects.toThrow('the database');
    expect(opened).toBe(false);
  });

  it('lets a registrar answer for the seat, and not read its words back', async () => {
    const house = withCases(1);
    const police = aContribution({
      caseId: idOf(1),
      seat: POLICE,
      agency: agencyId('innsatsgruppen'),
      group: 'E',
    });
    putContribution(house, police, TEXT);

    const round = await shown(house, {}, 'coordinator');

    expect(round).toMatchObject({ seat: { id: POLICE }, items: [{ current: police, hasHiddenText: true }] });
    expect(round.items[0]).not.toHaveProperty('text');
    expect(house.events().flatMap(({ disclosed }) => disclosed)).toEqual([]);
  });

  it('reads no registrar the seat’s words back, consent or not', async () => {
    const police = agencyId('innsatsgruppen');
    const grants = [{ group: 'E', from: police, to: agencyId('sent-ute-koordinering') }] as const;
    const house = withCases(1, { state: 'active', consent: aConsent({ grants }) });
    putContribution(
      house,
      aContribution({ caseId: idOf(1), seat: POLICE, agency: police, group: 'E' }),
      TEXT,
    );

    expect((await shown(house, {}, 'coordinator')).items[0]).not.toHaveProperty('text');
  });

  it.each([
    ['unknown-here', {}],
    ['cannot', { knowing: true }],
  ] as const)(
    'tells a registrar of another agency that %s was answered only as having answered',
    async (answer, more) => {
      const over = { state: 'active', consent: aConsent(), holdings: [{ origin: ORIGIN, section: 'B' }] };
      const house = withCases(1, over);
      const police = { seat: POLICE, agency: agencyId('innsatsgruppen') };
      putContribution(house, aContribution({ caseId: idOf(1), ...police, answer, ...more }));

      const [item] = (await shown(house, {}, 'coordinator')).items;

      expect(item).toMatchObject({ hasHiddenAnswer: true });
      expect(item).not.toHaveProperty('current');
      expect(house.events().flatMap(({ disclosed }) => disclosed)).toEqual([]);
    },
  );

  it('tells them where a consent opens the identity, and stores that first', async () => {
    const police = agencyId('innsatsgruppen');
    const grants = [{ group: 'B', from: police, to: agencyId('sent-ute-koordinering') }] as const;
    const house = withCases(1, { state: 'active', consent: aConsent({ grants }) });
    const given = aContribution({ caseId: idOf(1), seat: POLICE, agency: police, answer: 'unknown-here' });
    putContribution(house, given);

    expect((await shown(house, {}, 'coordinator')).items).toMatchObject([
      { current: given, hasHiddenAnswer: false },
    ]);
    expect(house.events().at(-1)).toMatchObject({
      ...{ operation: 'open-contributions', caseId: idOf(1) },
      disclosed: [{ origin: police, section: 'B' }],
    });
  });

  it('asks in the order of the agenda, also when that was changed', async () => {
    const house = withCases(2);
    house.putMeeting(aMeeting({ publishedAt: NOON, agenda: [idOf(2), idOf(1)] }));

    const { items } = await shown(house);

    expect(items.map(({ item }) => [item.number, item.caseId])).toEqual([
      [1, idOf(2)],
      [2, idOf(1)],
    ]);
  });

  it('offers "ikke kjent hos oss" only of who they have been told of', async () => {
    const over = { state: 'active', consent: aConsent(), holdings: [{ origin: ORIGIN, section: 'B' }] };

    const told = await shown(withCases(1, over));
    const untold = await shown(withCases(1));

    expect(told.items[0]?.mayHaveLooked).toBe(true);
    expect(untold.items[0]?.mayHaveLooked).toBe(false);
  });

  it('gives nothing to answer to a coordinator who registers for nobody', async () => {
    const house = aHouse();
    house.putMeeting(aMeeting({ publishedAt: NOON }));

    expect(await shown(house, {}, 'coordinator')).toMatchObject({ seats: [], items: [], of: 0 });
  });

  it.each<[string, Who, object]>([
    ['a referrer', 'author', {}],
    ['the directory’s keeper', 'admin', {}],
    ['for a seat of somebody else', 'member', { seat: POLICE }],
    ['for a meeting there is none of', 'member', { meetingId: meetingId('2026-12-10') }],
  ])('is refused %s', async (_, who, more) => {
    const house = withCases(1);

    expect(await open(house, more, who)).toEqual(REFUSED);
    expect(house.events().at(-1)).toMatchObject({ operation: 'open-contributions', allowed: false });
  });

  describe('from the channel', () => {
    it('is left in the presser’s own chat, and shows nothing', async () => {
      const house = withCases(1);
      putContribution(house, aContribution({ caseId: idOf(1), group: 'D' }), TEXT);

      const round = await shown(house, { inChannel: true, caseId: idOf(1) });

      expect(round.items).toEqual([]);
      expect(house.sent()).toMatchObject([
        { kind: 'notice', to: MEMBER, notice: { kind: 'form', form: 'contribute', meetingId: MEETING } },
      ]);
      expect(house.events().flatMap(({ disclosed }) => disclosed)).toEqual([]);
    });

    it('is refused of a case they are disqualified on', async () => {
      const house = withCases(1, { disqualified: [aDisqualification(MEMBER)] });

      expect(await open(house, { inChannel: true, caseId: idOf(1) })).toEqual(REFUSED);
      expect(house.sent()).toEqual([]);
    });
  });
});
