import { type Group } from '../../src/domain/groups';
import { type AgencyId, type CaseId, type SeatId } from '../../src/domain/ids';
import { noted } from '../../src/domain/notes-clock';
import { type Instant } from '../../src/domain/time';
import { type Storage } from '../../src/storage/create-storage';
import { ringCaseClock } from '../../src/use-cases/ring-case-clock';
import { aCalendar } from '../builders/calendar';
import { aCase, aConsent } from '../builders/cases';
import { agencyId, commandId, derive, instant, meetingId, NOON, personId, seatId } from '../builders/ids';
import { aFact } from '../builders/outbox';
import { givenCase, soon, there } from './given';
import { openEmbedded, type WiredLab } from './lab';

const DPS = agencyId('kronstad-dps');
const POLICE = agencyId('innsatsgruppen');
/** Given at noon on 4 December 2026. */
const DUE = instant('2027-03-04T07:00');

type Said = {
  readonly agency: AgencyId;
  readonly seat: SeatId;
  readonly text: string;
  readonly group?: Group;
  readonly at?: Instant;
};

const say = async (lab: Storage, id: CaseId, said: Said): Promise<void> => {
  const { agency, seat, text, group = 'D', at = NOON } = said;
  const file = there(await lab.cases.load(id, soon()));
  const before = await lab.cases.contribution({ caseId: id, meetingId: meetingId(), seat }, soon());
  const contribution = {
    ...{ caseId: id, meetingId: meetingId(), seat, agency, answer: 'can' as const, at },
    ...{ by: personId('medlem'), onBehalf: false, group },
  };
  await lab.cases.commit(
    {
      ...{ file, kase: noted(file.kase, { agency, at }), outbox: [], clockAt: DUE },
      fact: aFact({ commandId: commandId(text), operation: 'contribute' }),
      contribution: { contribution, text, ...(before && { version: before.version }) },
    },
    soon(),
  );
};
const consented = async (lab: Storage, id: CaseId, from: AgencyId): Promise<void> => {
  const file = there(await lab.cases.load(id, soon()));
  const consent = aConsent({ grants: [{ group: 'D', from, to: agencyId('sosiale-tjenester') }] });
  const kase = { ...file.kase, consents: 1 };
  const fact = aFact({ commandId: commandId('consent') });
  await lab.cases.commit({ file, kase, fact, outbox: [], clockAt: DUE, consent: { consent } }, soon());
};
const notesIn = async ({ cases }: Storage, id: CaseId) => {
  const given = await cases.contributions(id, soon());
  const read = given.map(async file => [file.contribution.seat, await cases.noteOf(file, soon())] as const);
  return Object.fromEntries(await Promise.all(read));
};
const worldOf = (lab: Storage) => ({ ...lab, calendar: aCalendar(), derive });
/** As the clock does: for as long as it is due. */
const ringOut = async (lab: Storage, id: CaseId): Promise<void> => {
  for (let turns = 0; turns < 10; turns += 1) {
    const due = await lab.cases.clocksDue(DUE, 10, soon());
    if (!due.includes(id)) return;
    await ringCaseClock(worldOf(lab))(id, DUE, soon());
  }
  throw new Error('it never ends');
};

describe('innspill that no consent ever covered', () => {
  let lab: WiredLab;
  beforeEach(async () => {
    lab = await openEmbedded();
  });
  afterEach(() => lab.close());

  const given = async (): Promise<CaseId> => {
    const { kase } = await givenCase(lab, aCase({ state: 'ready-for-review' }));
    await say(lab, kase.id, { agency: DPS, seat: seatId('dps'), text: 'Fra DPS' });
    await say(lab, kase.id, { agency: POLICE, seat: seatId('politi'), text: 'Fra politiet' });
    return kase.id;
  };

  it('is gone after ninety days, and what a consent opened stays', async () => {
    const id = await given();
    await consented(lab, id, DPS);

    await ringOut(lab, id);

    expect(await notesIn(lab.replica(), id)).toEqual({ dps: 'Fra DPS', politi: undefined });
    expect((await lab.cases.load(id, soon()))?.kase).not.toHaveProperty('notes');
    const events = (await lab.eventsIn(`case:${id}`)).filter(({ operation }) => operation === 'erase-notes');
    expect(events.at(-1)?.erased).toEqual([{ origin: POLICE, section: 'notes' }]);
    expect(events.slice(0, -1).flatMap(({ erased }) => erased ?? [])).toEqual([]);
  });

  it('is gone where another group of the same agency was opened, which can be read still', async () => {
    const id = await given();
    await say(lab, id, { agency: DPS, seat: seatId('psykiatri'), text: 'Uten samtykke', group: 'E' });
    await consented(lab, id, DPS);

    await ringOut(lab, id);

    const left = { dps: 'Fra DPS', psykiatri: undefined, politi: undefined };
    expect(await notesIn(lab.replica(), id)).toEqual(left);
    expect((await lab.eventsIn(`case:${id}`)).flatMap(({ erased }) => erased ?? [])).toEqual([
      { origin: POLICE, section: 'notes' },
    ]);
  });

  it('cannot be read out of a copy that is put back', async () => {
    const id = await given();
    const query = { query: 'SELECT * FROM c', parameters: [] };
    const { resources } = await lab
      .container('work')
      .items.query<{ id: string }>(query, { partitionKey: `case:${id}` })
      .fetchAll();
    await ringOut(lab, id);

    for (const document of resources) await lab.container('work').items.upsert(document);

    expect(await notesIn(lab.replica(), id)).toEqual({ dps: undefined, politi: undefined });
  });

  it('leaves room for words that are given later', async () => {
    const id = await given();
    await ringOut(lab, id);

    await say(lab, id, { agency: DPS, seat: seatId('dps'), text: 'Nye ord' });

    expect(await notesIn(lab.replica(), id)).toEqual({ dps: 'Nye ord', politi: undefined });
  });

  it.each(['commit', 'destroyKeys'] as const)('is finished when the program died at %s', async where => {
    const id = await given();
    for (let turns = 0; turns < 4; turns += 1) {
      const dying = { ...lab.cases, [where]: () => Promise.reject(new Error('died')) };
      await ringCaseClock({ ...worldOf(lab), cases: dying })(id, DUE, soon()).catch(() => undefined);
      await ringCaseClock(worldOf(lab))(id, DUE, soon());
    }

    await ringOut(lab, id);

    expect(await notesIn(lab.replica(), id)).toEqual({ dps: undefined, politi: undefined });
    const erased = (await lab.eventsIn(`case:${id}`)).flatMap(event => event.erased ?? []);
    expect(erased.map(({ origin }) => origin).sort()).toEqual([POLICE, DPS]);
  });
});
