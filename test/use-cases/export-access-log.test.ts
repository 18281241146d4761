import { plusMs } from '../../src/domain/time';
import { caseId, NOON } from '../builders/ids';
import { aHouse, putReferral } from './asking';

const FIVE_MINUTES_MS = 5 * 60_000;
const NO = { ok: false, error: { kind: 'not-available' } };

describe('exportAccessLog', () => {
  it('offers a link, and is an event', async () => {
    const house = aHouse();
    putReferral(house);

    const offer = await house.does.exportAccessLog({ ...house.ask('coordinator'), caseId: caseId() });

    expect(house.tickets.open(offer.ok ? offer.value.token : '')).toMatchObject({
      person: 'koordinator',
      what: { kind: 'access-log', caseId: caseId() },
      expiresAt: plusMs(NOON, FIVE_MINUTES_MS),
    });
    expect(house.events().at(-1)).toMatchObject({ operation: 'export-access-log', disclosed: [] });
  });

  it('gives everybody else the same refusal', async () => {
    const house = aHouse();
    putReferral(house);

    const refused = await house.does.exportAccessLog({ ...house.ask('author'), caseId: caseId() });

    expect(refused).toEqual(NO);
    expect(house.events()).toMatchObject([{ operation: 'export-access-log', allowed: false }]);
  });
});
