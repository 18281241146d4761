import { agencyId, caseId } from '../builders/ids';
import { aHouse, caseIn, heldBy, type House, ORIGIN, putReferral, SEALED, sealedIn } from './asking';

const REASON = 'Løslates fredag uten bolig';
const COORDINATION = agencyId('sent-ute-koordinering');
const hurry = (house: House, who: 'author' | 'coordinator') =>
  house.does.markUrgent({ ...house.ask(who), caseId: caseId(), reason: REASON });

describe('markUrgent', () => {
  it('says in the case that it is urgent, and seals why under the agency that says so', async () => {
    const house = aHouse();
    putReferral(house);

    await hurry(house, 'coordinator');

    expect(caseIn(house, caseId())).toMatchObject({
      urgent: true,
      holdings: [...heldBy(ORIGIN), { origin: COORDINATION, section: 'C' }],
    });
    expect(sealedIn(house, caseId())).toMatchObject({ 'sent-ute-koordinering/C': { urgent: REASON } });
    expect(JSON.stringify([caseIn(house, caseId()), house.events(), house.sent()])).not.toContain(REASON);
  });

  it('lays the author’s reason beside what lies there', async () => {
    const house = aHouse();
    putReferral(house);

    await hurry(house, 'author');

    const before = SEALED[0]?.content.C;
    expect(sealedIn(house, caseId())['sosiale-tjenester/C']).toEqual({ ...before, urgent: REASON });
    expect(caseIn(house, caseId())?.holdings).toEqual(heldBy(ORIGIN));
  });

  it('puts a new reason in the place of the old', async () => {
    const house = aHouse();
    putReferral(house);
    await hurry(house, 'coordinator');

    await house.does.markUrgent({
      ...house.ask('coordinator', { command: 'again' }),
      caseId: caseId(),
      reason: 'Ny grunn',
    });

    expect(sealedIn(house, caseId())['sent-ute-koordinering/C']).toEqual({ urgent: 'Ny grunn' });
  });

  it('disturbs nobody', async () => {
    const house = aHouse();
    putReferral(house);

    await hurry(house, 'coordinator');

    expect(house.sent()).toEqual([]);
  });
});
