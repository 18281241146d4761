import { type SeatId } from '../../src/domain/ids';
import { useCasesIn } from '../../src/use-cases/all';
import { type ContributionChange } from '../../src/use-cases/ports/cases';
import { type World } from '../../src/use-cases/world';
import { aCase, anItem } from '../builders/cases';
import { aContribution } from '../builders/contributions';
import { agencyId, caseId, commandId, derive, meetingId, NOON, personId, seatId } from '../builders/ids';
import { aMeeting, aProgramme } from '../builders/meetings';
import { aFact } from '../builders/outbox';
import { accountOf, aMember } from '../builders/people';
import { aCalendar } from '../builders/calendar';
import { givenCase, givenPerson, soon, there } from './given';
import { BACKENDS, endOf, type Lab, openEmbedded, type WiredLab } from './lab';

const DPS = seatId('dps');
const KEY = { caseId: caseId(), meetingId: meetingId(), seat: DPS };
const WORDS = 'KANARI-INNSPILL';

describe.each(BACKENDS)('innspill $name', ({ open }) => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
    await givenCase(lab, aCase());
  });
  afterEach(() => lab.close());

  const commit = async (contribution: ContributionChange, command = 'give') => {
    const file = there(await lab.cases.load(caseId(), soon()));
    const fact = aFact({ commandId: commandId(command), operation: 'contribute' });
    return lab.cases.commit({ file, kase: file.kase, fact, outbox: [], contribution }, soon());
  };
  const lies = async (seat: SeatId = DPS) => lab.cases.contribution({ ...KEY, seat }, soon());

  it.each([
    aContribution(),
    aContribution({ answer: 'unknown-here', knowing: true }),
    aContribution({ answer: 'needs-clarifying', onBehalf: true, by: personId('koordinator'), group: 'E' }),
  ])('comes back whole: $answer', async contribution => {
    expect(await commit({ contribution })).toBe('done');

    expect(await lies()).toMatchObject({ contribution });
    expect((await lies())?.contribution).toEqual(contribution);
    expect(await lab.cases.noteOf(there(await lies()), soon())).toBeUndefined();
  });

  it('gives its words only on request, and keeps them when told to', async () => {
    const contribution = aContribution({ group: 'D' });
    await commit({ contribution, text: WORDS });
    const { version, note } = there(await lies());

    const changed = aContribution({ answer: 'cannot', group: 'D' });
    await commit({ contribution: changed, version, ...(note && { keep: note }) }, 'again');

    const after = there(await lies());
    expect(after.contribution).toEqual(changed);
    expect(await lab.cases.noteOf(after, soon())).toBe(WORDS);
  });

  it('loses its words when they are given up', async () => {
    await commit({ contribution: aContribution({ group: 'D' }), text: WORDS });
    const { version } = there(await lies());

    await commit({ contribution: aContribution(), version }, 'again');

    expect(there(await lies())).not.toHaveProperty('note');
  });

  it('is not written over by one who read the same', async () => {
    await commit({ contribution: aContribution() });
    const { version } = there(await lies());
    await commit({ contribution: aContribution({ answer: 'cannot' }), version }, 'first');

    const late = await commit({ contribution: aContribution({ answer: 'can' }), version }, 'second');
    const anew = await commit({ contribution: aContribution() }, 'third');

    expect([late, anew]).toEqual(['changed-meanwhile', 'changed-meanwhile']);
    expect((await lies())?.contribution.answer).toBe('cannot');
  });

  it('is found by its case, every seat and every meeting of it', async () => {
    const police = { seat: seatId('politi'), agency: agencyId('innsatsgruppen') };
    await commit({ contribution: aContribution() });
    await commit({ contribution: aContribution(police) }, 'police');
    await commit({ contribution: aContribution({ meetingId: meetingId('2026-12-23') }) }, 'later');

    const found = await lab.cases.contributions(caseId(), soon());

    expect(found.map(({ contribution }) => contribution.seat).toSorted()).toEqual(['dps', 'dps', 'politi']);
    expect(await lab.cases.contributions(caseId('other'), soon())).toEqual([]);
    expect(await lies(seatId('politi'))).toMatchObject({ contribution: police });
    expect(await lies(seatId('sosial'))).toBeUndefined();
  });

  it('stands in the case’s chain, by its name and nothing it says', async () => {
    await commit({ contribution: aContribution({ group: 'D' }), text: WORDS });

    const events = await lab.eventsIn(`case:${caseId()}`);

    expect(JSON.stringify(events)).not.toContain(WORDS);
    expect(endOf(events, lab.digest)).toEqual((await lab.cases.load(caseId(), soon()))?.head);
  });

  it('is known to erasing by the seat’s agency, and loses its words with that key alone', async () => {
    const notes = { origin: agencyId('kronstad-dps'), section: 'notes' as const };
    await commit({ contribution: aContribution({ group: 'D' }), text: WORDS });
    expect(await lab.cases.sealedUnder(caseId(), soon())).toContainEqual(notes);

    await lab.cases.destroyKeys(caseId(), [notes], soon());

    const file = there(await lies());
    expect(file.contribution.answer).toBe('can');
    expect(await lab.cases.noteOf(file, soon())).toBeUndefined();
    expect(await lab.cases.sealedUnder(caseId(), soon())).not.toContainEqual(notes);
  });
});

describe('innspill over the embedded server', () => {
  let lab: WiredLab;
  beforeEach(async () => {
    lab = await openEmbedded();
  });
  afterEach(() => lab.close());

  const SEATS = Array.from({ length: 11 }, (_, place) => ({
    ...{ id: seatId(`plass-${String(place)}`), name: `Plass ${String(place)}` },
    agency: agencyId(`etat-${String(place)}`),
  }));
  const worldOf = (storage: Pick<World, 'cases'> & Partial<World>): World =>
    ({
      ...storage,
      programme: aProgramme({ seats: SEATS }),
      calendar: aCalendar(),
      derive,
      pause: async attempt => {
        await new Promise(resolve => setTimeout(resolve, Math.random() * 20 * attempt));
      },
    }) as World;
  const member = (place: number) => {
    const { id: seat, agency } = there(SEATS[place]);
    return aMember({ id: personId(`medlem-${String(place)}`), agency, seat });
  };
  const onAgenda = async (): Promise<void> => {
    await givenCase(lab, aCase({ state: 'ready-for-review', presented: true, meetingId: meetingId() }));
    const file = there(await lab.cases.load(caseId(), soon()));
    const fact = aFact({ commandId: commandId('lay'), operation: 'put-on-agenda' });
    await lab.cases.commit({ file, kase: file.kase, fact, outbox: [], item: { item: anItem() } }, soon());
    const meeting = aMeeting({ publishedAt: NOON, agenda: [caseId()] });
    await lab.meetings.commit({ meeting, fact, outbox: [] }, soon());
  };

  it('keeps what is said sealed where it lies', async () => {
    await onAgenda();
    const file = there(await lab.cases.load(caseId(), soon()));
    const fact = aFact({ commandId: commandId('give'), operation: 'contribute' });
    const contribution = { contribution: aContribution({ group: 'D' }), text: WORDS };

    await lab.cases.commit({ file, kase: file.kase, fact, outbox: [], contribution }, soon());

    const { resources } = await lab.container('work').items.readAll<object>().fetchAll();
    expect(JSON.stringify(resources)).not.toContain('KANARI');
    expect(JSON.stringify(resources)).toContain('contribution:');
  });

  it('keeps all eleven answers when the seats answer at once, each from a replica of its own', async () => {
    await onAgenda();
    const people = await Promise.all(SEATS.map((_, place) => givenPerson(lab, member(place))));

    const answered = await Promise.all(
      people.map((by, place) =>
        useCasesIn(worldOf(lab.replica())).contribute({
          commandId: commandId(`press ${String(place)}`),
          by,
          account: accountOf(by.person),
          at: NOON,
          within: soon(),
          meetingId: meetingId(),
          seat: there(SEATS[place]).id,
          answers: [{ caseId: caseId(), answer: 'can', text: `Plass ${String(place)}`, group: 'C' }],
        }),
      ),
    );

    expect(answered).toEqual(SEATS.map(() => ({ ok: true, value: [{ caseId: caseId() }] })));
    const files = await lab.cases.contributions(caseId(), soon());
    const texts = await Promise.all(files.map(file => lab.cases.noteOf(file, soon())));
    expect(texts.toSorted()).toEqual(SEATS.map(({ name }) => name).toSorted());
    const item = there(await lab.cases.item(caseId(), meetingId(), soon()));
    expect(item.item.answered.toSorted()).toEqual(SEATS.map(({ id }) => id).toSorted());
    const events = await lab.eventsIn(`case:${caseId()}`);
    expect(events.filter(({ operation }) => operation === 'contribute')).toHaveLength(11);
    expect(endOf(events, lab.digest)).toEqual((await lab.cases.load(caseId(), soon()))?.head);
  });
});
