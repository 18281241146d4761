import { z } from 'zod';
import { type CaseId } from '../../src/domain/ids';
import { type Storage } from '../../src/storage/create-storage';
import { eraseCase } from '../../src/use-cases/erase-case';
import { ringCaseClock } from '../../src/use-cases/ring-case-clock';
import { aCalendar } from '../builders/calendar';
import { aCase, aConsent, anAction, anItem, aSharing } from '../builders/cases';
import { agencyId, commandId, derive, instant, NOON, personId } from '../builders/ids';
import { aFact } from '../builders/outbox';
import { aContent } from '../builders/referrals';
import { givenCase, soon, there } from './given';
import { openEmbedded, type WiredLab } from './lab';

const ORIGIN = agencyId('sosiale-tjenester');
const COORDINATION = agencyId('sent-ute-koordinering');
const NUMBER = '17912099997';
/** Archived at noon on 4 December 2026; declined cases are kept for thirty days. */
const DUE = instant('2027-01-03T07:00');
const TERMS = {
  ...{ purpose: 'KANARI-VILKÅR', interpreter: '', representative: 'none' as const },
  ...{ mandate: '', conditions: '' },
};
const content = [{ origin: ORIGIN, content: aContent({ words: 'KANARI-ORD' }, { number: NUMBER }) }];
const HELD = ['B', 'C', 'D', 'E', 'F', 'summary', 'contact'] as const;
const SHARED = aSharing({ endedAt: NOON, missedAt: NOON });
const Document = z.looseObject({ id: z.string(), pk: z.string() });

/** With something sealed in every place there is, archived, and due to be erased in the new year. */
const livedIn = async (lab: Storage): Promise<CaseId> => {
  const kase = aCase({
    ...{ state: 'declined', named: true, informed: 'week', consents: 1, sharings: [SHARED] },
    ...{ exportedAt: NOON, archived: { ref: '2026/1', at: NOON, by: personId('koordinator') } },
    holdings: HELD.map(section => ({ origin: ORIGIN, section })),
  });
  const file = await givenCase(lab, kase, { content });
  await lab.pointers.claimNumber({ agency: ORIGIN, number: NUMBER, caseId: kase.id }, soon());
  await lab.cases.commit(
    {
      ...{ file, kase: file.kase, fact: aFact({ commandId: commandId('live') }), outbox: [], clockAt: DUE },
      item: { item: anItem(), rationale: { origin: COORDINATION, words: { rationale: 'KANARI-GRUNN' } } },
      action: {
        action: anAction({ detailIn: 'D' }),
        detail: { origin: agencyId('kronstad-dps'), text: 'KANARI-DETALJ' },
      },
      consent: { consent: aConsent(), terms: TERMS },
      sharing: { sharing: aSharing(), words: { reason: 'KANARI-FARE' } },
    },
    soon(),
  );
  return kase.id;
};

const worldOf = (lab: Storage) => ({ ...lab, calendar: aCalendar(), derive });
const ring = (lab: Storage, id: CaseId, now = DUE) => ringCaseClock(worldOf(lab))(id, now, soon());

/** Everything that can be opened in the case, by whoever asks the store and nobody else. */
const allWords = async ({ cases }: Storage, id: CaseId): Promise<string> => {
  const file = there(await cases.load(id, soon()));
  const all = [
    await cases.reveal(
      file,
      HELD.map(section => ({ origin: ORIGIN, section })),
      soon(),
    ),
    await cases.rationaleOf(there(await cases.item(id, anItem().meetingId, soon())), soon()),
    await cases.detailOf(there(await cases.action(id, anAction().id, soon())), soon()),
    await cases.termsOf(there(await cases.consent(id, 1, soon())), soon()),
    await cases.wordsOf(there(await cases.sharing({ caseId: id, sharingId: aSharing().id }, soon())), soon()),
  ];
  return JSON.stringify(all);
};

describe('an erased case', () => {
  let lab: WiredLab;
  beforeEach(async () => {
    lab = await openEmbedded();
  });
  afterEach(() => lab.close());

  const documentsOf = async (id: CaseId) => {
    const { resources } = await lab
      .container('work')
      .items.query<unknown>('SELECT * FROM c', { partitionKey: `case:${id}` })
      .fetchAll();
    return resources.map(document => Document.parse(document));
  };
  const keysOf = async (id: CaseId) =>
    (await lab.container('keys').item('keys', `case:${id}`).read()).statusCode;

  it('opens nowhere any more, and has no key', async () => {
    const id = await livedIn(lab);
    const before = await allWords(lab, id);

    const rung = await ring(lab, id);

    expect(rung).toBe('done');
    expect(before.match(/KANARI/g)).toHaveLength(5);
    expect(await allWords(lab, id)).not.toContain('KANARI');
    expect(await allWords(lab.replica(), id)).not.toContain('KANARI');
    expect(await keysOf(id)).toBe(404);
  });

  it('reads nothing out of a copy of all its documents that is put back', async () => {
    const id = await livedIn(lab);
    const copy = await documentsOf(id);
    await ring(lab, id);

    for (const document of copy) await lab.container('work').items.upsert(document);

    const replica = lab.replica();
    const restored = there(await replica.cases.load(id, soon()));
    expect(restored.kase).not.toHaveProperty('erasedOn');
    expect(await allWords(replica, id)).not.toContain('KANARI');
  });

  it('leaves process, and an event of what went', async () => {
    const id = await livedIn(lab);

    await ring(lab, id);

    const { kase, sealed } = there(await lab.cases.load(id, soon()));
    const events = (await lab.eventsIn(`case:${id}`)).slice(-2);
    expect(kase).toMatchObject({ state: 'declined', erasedOn: '2027-01-03', holdings: [], named: false });
    expect(kase).not.toHaveProperty('erasing');
    expect(sealed).toEqual([]);
    expect(events).toMatchObject([
      { operation: 'erase-case', by: { person: 'system' }, disclosed: [] },
      { operation: 'erase-case' },
    ]);
    expect(events[0]?.erased).toHaveLength(HELD.length + 4);
    expect(events[0]?.erased).toContainEqual({ origin: agencyId('kronstad-dps'), section: 'reason' });
    expect(events[1]).not.toHaveProperty('erased');
    expect(await lab.cases.clocksDue(instant('2040-01-01T00:00'), 10, soon())).toEqual([]);
  });

  it('forgets the number, so that a later referral of the same person is not linked', async () => {
    const id = await livedIn(lab);

    await ring(lab, id);

    const other = { agency: ORIGIN, number: NUMBER, caseId: 'f'.repeat(32) as CaseId };
    expect(await lab.pointers.claimNumber(other, soon())).toBe(other.caseId);
  });

  it('takes in nothing that would have to be sealed', async () => {
    const id = await livedIn(lab);
    await ring(lab, id);
    const file = there(await lab.cases.load(id, soon()));

    const put = lab.cases.commit(
      { file, kase: file.kase, fact: aFact({ commandId: commandId('put') }), outbox: [], content },
      soon(),
    );

    await expect(put).rejects.toThrow('sealing in an erased case');
    expect(await keysOf(id)).toBe(404);
  });

  it('is finished by the next ring when the program died before the keys were gone', async () => {
    const id = await livedIn(lab);
    const died = { ...lab.cases, destroyKeys: () => Promise.reject(new Error('died')) };
    await expect(ringCaseClock({ ...worldOf(lab), cases: died })(id, DUE, soon())).rejects.toThrow('died');
    const between = await lab.cases.clocksDue(DUE, 10, soon());

    await ring(lab.replica(), id);

    expect(between).toEqual([id]);
    expect(await keysOf(id)).toBe(404);
    expect(await allWords(lab.replica(), id)).not.toContain('KANARI');
    expect(await lab.cases.clocksDue(DUE, 10, soon())).toEqual([]);
  });

  it('is finished, too, when somebody changed it in between', async () => {
    const id = await livedIn(lab);
    const died = { ...lab.cases, destroyKeys: () => Promise.reject(new Error('died')) };
    await expect(ringCaseClock({ ...worldOf(lab), cases: died })(id, DUE, soon())).rejects.toThrow('died');
    const file = there(await lab.cases.load(id, soon()));

    const rung = await eraseCase(worldOf(lab), {
      file: { ...file, version: 'older' as never },
      now: DUE,
      within: soon(),
    });

    expect(rung).toBe('changed-meanwhile');
    expect(await lab.cases.clocksDue(DUE, 10, soon())).toEqual([id]);
    await ring(lab, id);
    expect(await lab.cases.clocksDue(DUE, 10, soon())).toEqual([]);
  });

  it('is not erased the day before', async () => {
    const id = await livedIn(lab);

    await ring(lab, id, instant('2027-01-02T12:00'));

    expect((await lab.cases.load(id, soon()))?.kase).not.toHaveProperty('erasedOn');
    expect(await allWords(lab, id)).toContain('KANARI');
  });
});
