import { createHash } from 'node:crypto';
import { z } from 'zod';
import { fileFor } from '../../../src/teams/files';
import { aConsent, aDecision, anItem, aSharing } from '../../builders/cases';
import { agencyId, caseCode, caseId, meetingId, NOON, personId, seatId } from '../../builders/ids';
import { anEndedMeeting } from '../../builders/meetings';
import { aMinutedItem, anAddendum, someMinutes } from '../../builders/minutes';
import { nodesIn, wordsIn } from '../../cards/rules';
import { aHouse, type House, ORIGIN, putReferral } from '../../use-cases/asking';
import { aFront, isRefusal, titleOf } from '../front';

const KEY = { caseId: caseId() };
const MEETING = { meetingId: meetingId() };
const COORDINATION = agencyId('sent-ute-koordinering');
const TERMS = { purpose: 'Bolig', interpreter: 'polsk', representative: 'none', mandate: '', conditions: '' };

const Digested = z.object({ part: z.string(), title: z.string(), count: z.number(), sha256: z.string() });
const Archive = z.object({
  format: z.literal('sent-ute/archive/1'),
  metadata: z.looseObject({ title: z.string(), documents: z.array(Digested) }),
  parts: z.record(z.string(), z.array(z.looseObject({}))),
});

const lived = (): House => {
  const house = aHouse();
  putReferral(house, {
    ...{ state: 'concluded', presented: true, consents: 1 },
    sharings: [aSharing({ from: ORIGIN, missedAt: NOON })],
  } as never);
  const words = { rationale: 'Mange år uten virkning', dissent: 'For tidlig' };
  house.putItem(anItem({ decision: aDecision({ dissent: seatId('dps'), present: [seatId('politi')] }) }));
  const key = `${caseId()}/${meetingId()}`;
  const filed = house.inside.items.get(key);
  if (filed !== undefined)
    house.inside.items.set(key, {
      ...filed,
      rationale: { origin: COORDINATION, section: 'summary', revision: 1, box: JSON.stringify(words) },
    });
  house.inside.consents.set(`${caseId()}/1`, {
    ...{ caseId: caseId(), consent: aConsent() },
    terms: { origin: ORIGIN, section: 'terms', revision: 1, box: JSON.stringify(TERMS) },
  });
  return house;
};

/** Presses for the file, follows the link, and reads it. */
const read = async (door: ReturnType<typeof aFront>, verb: string, data: object) => {
  const card = await door.press('coordinator', verb, data);
  const url = z
    .object({ url: z.string() })
    .parse(nodesIn(card).find(({ type }) => type === 'Action.OpenUrl')).url;
  const file = await fileFor(door.deps)(url.split('/').at(-1) ?? '');
  if (file === undefined || !('text' in file)) throw new Error('no file');
  return { file, archive: Archive.parse(JSON.parse(file.text)) };
};
const digestsOf = ({ metadata, parts }: z.infer<typeof Archive>) =>
  metadata.documents.map(({ part, count, sha256 }) => ({
    counted: count === parts[part]?.length,
    whole: sha256 === createHash('sha256').update(JSON.stringify(parts[part])).digest('hex'),
  }));

describe('onExportArchive', () => {
  it('gives a file of a neutral name and title, each part under its digest', async () => {
    const { file, archive } = await read(aFront(lived()), 'export-archive', KEY);

    expect(file.name).toBe(`arkiv-${caseCode()}-2026-12-04.json`);
    expect(archive.metadata.title).toBe(
      `Sent ute, sak ${caseCode()}: beslutninger, samtykker, unntaksdelinger`,
    );
    expect(Object.keys(archive.parts)).toEqual(['states', 'decisions', 'consents', 'sharings']);
    expect(digestsOf(archive)).toEqual(
      archive.metadata.documents.map(() => ({ counted: true, whole: true })),
    );
  });

  it('says what was decided, consented to and shared, and who holds the rest', async () => {
    const { archive } = await read(aFront(lived()), 'export-archive', KEY);

    expect(archive.parts).toMatchObject({
      decisions: [
        {
          ...{ outcome: 'taken-in', outcomeText: 'Tatt inn', rationale: 'Mange år uten virkning' },
          ...{ question: 'intake', dissent: { text: 'For tidlig' }, present: [{ id: 'politi' }] },
        },
      ],
      consents: [{ version: 1, terms: TERMS, grants: [{ group: 'B', groupText: 'Navn og kontakt' }] }],
      sharings: [{ from: { id: ORIGIN }, reviewMissedAt: NOON, statutes: ['hpl. § 31'] }],
    });
    expect(archive.metadata['elsewhere']).toMatchObject({ agencies: [{ id: ORIGIN }] });
    expect(archive.metadata['agencyOfOrigin']).toMatchObject({ name: 'Etat for sosiale tjenester' });
  });

  it('is in bokmål whatever the coordinator reads', async () => {
    const house = lived();
    house.enrol({ ...house.who.coordinator.person, language: 'en' });

    const { archive } = await read(aFront(house), 'export-archive', KEY);

    expect(archive.metadata.title).toContain('beslutninger');
  });
});

describe('onRecordArchiveRef', () => {
  const record = async (ref: unknown) => {
    const house = aHouse();
    putReferral(house, { state: 'concluded', presented: true, exportedAt: NOON });
    const card = await aFront(house).press('coordinator', 'record-archive-ref', {
      ...KEY,
      'archive-ref': ref,
    });
    return { house, card };
  };

  it('says when the content is erased', async () => {
    const { card } = await record(' 2026/12345 ');

    expect(titleOf(card)).toContain('Saken er arkivert');
    expect(wordsIn(card).replaceAll('\u00a0', ' ')).toContain('slettes lørdag 4. desember 2027');
  });

  it.each(['', '<script>', 'x'.repeat(81), '17912099997'])(
    'gives %s back in the form, says what is wrong, and keeps nothing',
    async typed => {
      const { card, house } = await record(typed);

      expect(titleOf(card)).toContain('Arkiver saken');
      expect(nodesIn(card).find(({ id }) => id === 'archive-ref')).toMatchObject({ value: typed });
      expect(house.inside.cases.get(caseId())?.kase).not.toHaveProperty('archived');
    },
  );

  it('asks for the file first', async () => {
    const house = aHouse();
    putReferral(house, { state: 'concluded', presented: true });

    const card = await aFront(house).press('coordinator', 'record-archive-ref', {
      ...KEY,
      'archive-ref': '2026/1',
    });

    expect(isRefusal(card, 'export-first')).toBe(true);
  });
});

describe('onExportMeeting', () => {
  it('gives the agenda, who was there and the minutes, by code', async () => {
    const house = aHouse();
    house.putMeeting(anEndedMeeting({ approved: { by: personId('moteleder'), at: NOON } }));
    const minutes = someMinutes({ items: [aMinutedItem()] });
    house.inside.minutes.set(meetingId(), { minutes, addenda: [anAddendum()] });

    const { file, archive } = await read(aFront(house), 'export-meeting', MEETING);

    expect(file.name).toBe(`arkiv-mote-${minutes.on}-2026-12-04.json`);
    expect(Object.keys(archive.parts)).toEqual(['agenda', 'attendance', 'minutes']);
    expect(archive.parts['minutes']).toHaveLength(2);
    expect(digestsOf(archive)).toEqual(
      archive.metadata.documents.map(() => ({ counted: true, whole: true })),
    );
    expect(file.text).not.toContain(caseId());
  });
});
