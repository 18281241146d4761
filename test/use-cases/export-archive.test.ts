import { plusMs } from '../../src/domain/time';
import { aConsent, aDecision, anItem, aSharing } from '../builders/cases';
import { agencyId, caseCode, caseId, meetingId, NOON, seatId } from '../builders/ids';
import { inTime } from '../fakes/fake-world';
import { aHouse, AUTHOR, COORDINATOR, type House, ORIGIN, putReferral } from './asking';

const MINUTE_MS = 60_000;
const COORDINATION = agencyId('sent-ute-koordinering');
const OF_CASE = { caseId: caseId() };
const TERMS = {
  ...{ purpose: 'Bolig', interpreter: 'polsk', representative: 'none' as const },
  ...{ mandate: '', conditions: 'Bare på dagtid' },
};
const WORDS = { rationale: 'Mange år uten virkning', dissent: 'For tidlig' };

/** Taken in by the group, with one consent, and shared once in danger. */
const aLivedCase = (over: object = {}) => {
  const house = aHouse();
  putReferral(house, {
    ...{ state: 'concluded', presented: true, consents: 1, sharings: [aSharing({ from: ORIGIN })] },
    ...over,
  } as never);
  const item = anItem({ decision: aDecision({ dissent: seatId('dps') }) });
  house.putItem(item);
  const filed = house.inside.items.get(`${caseId()}/${meetingId()}`);
  if (filed !== undefined)
    house.inside.items.set(`${caseId()}/${meetingId()}`, {
      ...filed,
      rationale: { origin: COORDINATION, section: 'summary', revision: 1, box: JSON.stringify(WORDS) },
    });
  house.inside.consents.set(`${caseId()}/1`, {
    ...{ caseId: caseId(), consent: aConsent() },
    terms: { origin: ORIGIN, section: 'terms', revision: 1, box: JSON.stringify(TERMS) },
  });
  return house;
};

const fetched = async (house: House, as: Parameters<House['ask']>[0] = 'coordinator') => {
  const offer = await house.does.exportArchive({ ...house.ask(as), ...OF_CASE });
  const token = offer.ok ? offer.value.token : '';
  return house.does.downloadFile({ token, at: plusMs(NOON, MINUTE_MS), within: inTime() });
};

describe('exportArchive', () => {
  it('gives what was decided, consented to and shared, as far as the coordinator may read it', async () => {
    const house = aLivedCase();

    const file = await fetched(house);

    expect(file).toMatchObject({
      value: {
        file: {
          kind: 'case-archive',
          kase: { code: caseCode(), sharings: [{ from: ORIGIN }], exportedAt: plusMs(NOON, MINUTE_MS) },
          decisions: [{ meetingId: meetingId(), words: WORDS, decision: { outcome: { kind: 'taken-in' } } }],
          consents: [{ consent: { version: 1 }, terms: TERMS }],
        },
      },
    });
  });

  it('is told in the audit before it is read, and marks the case as exported', async () => {
    const house = aLivedCase();

    await fetched(house);

    expect(house.events().slice(-2)).toMatchObject([
      {
        ...{ operation: 'download-archive', rule: 'export-archive/coordinator', caseId: caseId() },
        disclosed: [
          { origin: COORDINATION, section: 'summary' },
          { origin: ORIGIN, section: 'terms' },
        ],
      },
      { operation: 'export-archive', partition: `case:${caseId()}`, disclosed: [] },
    ]);
    expect(house.inside.cases.get(caseId())?.kase.exportedAt).toBe(plusMs(NOON, MINUTE_MS));
  });

  it('holds nothing of the reason of a sharing, nor anything of the referral', async () => {
    const house = aLivedCase();
    house.putSharing(house.putCase(house.inside.cases.get(caseId())?.kase as never), aSharing());

    const text = JSON.stringify(await fetched(house));

    expect(text).not.toContain('Trussel i kveld');
    expect(text).not.toContain('"answers"');
  });

  it('reads nothing when the event cannot be stored', async () => {
    const house = aLivedCase();
    const offer = await house.does.exportArchive({ ...house.ask('coordinator'), ...OF_CASE });
    const token = offer.ok ? offer.value.token : '';
    const opens = jest.spyOn(house.cases, 'termsOf');
    jest.spyOn(house.people, 'recordLookup').mockRejectedValue(new Error('full'));

    await expect(house.does.downloadFile({ token, at: NOON, within: inTime() })).rejects.toThrow('full');
    expect(opens).not.toHaveBeenCalled();
  });

  it.each(['author', 'member', 'chair', 'admin', 'leader', 'owner'] as const)('refuses the %s', async who => {
    const house = aLivedCase();

    expect(await fetched(house, who)).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(house.events().at(-1)).toMatchObject({ operation: 'export-archive', allowed: false });
  });

  it('refuses a coordinator who is disqualified', async () => {
    const house = aLivedCase({
      disqualified: [{ person: COORDINATOR, by: AUTHOR, at: NOON }],
    });

    expect(await fetched(house)).toEqual({ ok: false, error: { kind: 'not-available' } });
  });

  it('gives no file of a case that was erased', async () => {
    const house = aLivedCase({ erasedOn: '2026-12-01', holdings: [] });

    expect(await fetched(house)).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });
});
