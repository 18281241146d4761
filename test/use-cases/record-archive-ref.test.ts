import { instant, caseId, NOON } from '../builders/ids';
import { aConsent, aDecision, aDisqualification, anItem, aSharing } from '../builders/cases';
import { aHouse, COORDINATOR, type House, putReferral } from './asking';

const REF = '2026/12345';
const EXPORT_FIRST = { ok: false, error: { kind: 'export-first' } };
const later = instant('2026-12-04T12:00');

const given = (over: object = {}): House => {
  const house = aHouse();
  putReferral(house, { state: 'concluded', exportedAt: NOON, ...over } as never);
  return house;
};
const record = (house: House, ref = REF, command = 'command') =>
  house.does.recordArchiveRef({ ...house.ask('coordinator', { command }), caseId: caseId(), ref });

describe('recordArchiveRef', () => {
  it('keeps the reference, who entered it and when, and starts the clock of what is erased', async () => {
    const house = given();

    const recorded = await record(house);

    expect(recorded).toMatchObject({ value: { archived: { ref: REF, at: NOON, by: COORDINATOR } } });
    expect(house.inside.cases.get(caseId())?.clockAt).toBe('2027-12-04T07:00:00.000Z');
    expect(house.events().at(-1)).toMatchObject({
      operation: 'record-archive-ref',
      rule: 'record-archive-ref/coordinator',
    });
  });

  it('takes another in its place, and both stand in the audit', async () => {
    const house = given();
    await record(house);

    await record(house, '2026/12346', 'again');

    expect(house.inside.cases.get(caseId())?.kase.archived?.ref).toBe('2026/12346');
    expect(house.events().filter(({ operation }) => operation === 'record-archive-ref')).toHaveLength(2);
  });

  it('is refused before anything was exported', async () => {
    const house = given({ exportedAt: undefined });

    expect(await record(house)).toEqual(EXPORT_FIRST);
    expect(house.inside.cases.get(caseId())?.kase).not.toHaveProperty('archived');
  });

  it.each([
    ['the case ended', { since: later }],
    ['something was shared in danger', { sharings: [aSharing({ sharedAt: later })] }],
    ['a sharing was shut', { sharings: [aSharing({ endedAt: later })] }],
    ['a review was missed', { sharings: [aSharing({ missedAt: later })] }],
    ['a consent was given', { state: 'active', consent: aConsent({ recordedAt: later }) }],
  ])('is refused when %s after the export', async (_, over) => {
    expect(await record(given(over))).toEqual(EXPORT_FIRST);
  });

  it('is refused when a decision that changed no state came after the export', async () => {
    const house = given({ state: 'active' });
    house.putItem(anItem({ decision: aDecision({ question: 'other', recordedAt: later }) }));

    expect(await record(house)).toEqual(EXPORT_FIRST);
  });

  it('is refused when a consent was recorded after the export and is gone since', async () => {
    const house = given({ consents: 1 });
    const consent = aConsent({ recordedAt: later });
    house.inside.consents.set(`${caseId()}/1`, { caseId: caseId(), consent });

    expect(await record(house)).toEqual(EXPORT_FIRST);
  });

  it('is refused when the content is gone', async () => {
    const house = given({ erasedOn: '2026-12-01' });

    expect(await record(house)).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });

  it('is not for a coordinator who is disqualified', async () => {
    const house = given({ disqualified: [aDisqualification(COORDINATOR)] });

    expect(await record(house)).toEqual({ ok: false, error: { kind: 'not-available' } });
  });
});
