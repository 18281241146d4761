import { aConsent } from '../builders/cases';
import { agencyId, caseId } from '../builders/ids';
import { aHouse, keptIn, ORIGIN, putReferral } from './asking';
import { CONSENT } from './verbs';

const KRONSTAD = agencyId('kronstad-dps');

describe('adjustConsent', () => {
  it('fills the matrix from the form, among what is held, and saves nothing', async () => {
    const house = aHouse();
    putReferral(house, { state: 'awaiting-consent' });
    const kept = keptIn(house);

    const adjusted = await house.does.adjustConsent({
      ...house.ask('author'),
      caseId: caseId(),
      values: CONSENT,
    });

    const rows = adjusted.ok && 'matrix' in adjusted.value ? adjusted.value.matrix : [];
    expect(rows.map(({ id, open }) => [id, open])).toEqual([
      [`see-C-${ORIGIN}`, [KRONSTAD, 'sent-ute-koordinering']],
      ['see-C-sent-ute-koordinering', [ORIGIN, KRONSTAD]],
      [`see-D-${ORIGIN}`, [KRONSTAD, 'sent-ute-koordinering']],
      [`see-E-${ORIGIN}`, []],
      [`see-F-${ORIGIN}`, []],
    ]);
    expect(keptIn(house)).toBe(kept);
  });

  it('says first what is wrong with the form', async () => {
    const house = aHouse();
    putReferral(house);

    const adjusted = await house.does.adjustConsent({
      ...house.ask('author'),
      caseId: caseId(),
      values: { ...CONSENT, until: 'snart' },
    });

    expect(adjusted).toMatchObject({ value: { problems: [{ field: 'until', problem: 'not-a-date' }] } });
  });

  it('goes on with what was adjusted only in a renewal', async () => {
    const house = aHouse();
    const grants = [{ group: 'D', from: ORIGIN, to: KRONSTAD }] as const;
    const consent = aConsent({ scope: 'adjusted', grants, leftOut: [] });
    putReferral(house, { state: 'consent-expired', cameFrom: 'active', consent } as never);
    const values = { ...CONSENT, preset: 'adjusted' };

    const renewal = await house.does.adjustRenewal({ ...house.ask('coordinator'), caseId: caseId(), values });
    const record = await house.does.adjustConsent({ ...house.ask('author'), caseId: caseId(), values });

    expect(
      renewal.ok && 'matrix' in renewal.value && renewal.value.matrix.flatMap(({ open }) => open),
    ).toEqual([KRONSTAD]);
    expect(record).toMatchObject({ value: { problems: [{ field: 'preset', problem: 'not-a-choice' }] } });
  });
});
